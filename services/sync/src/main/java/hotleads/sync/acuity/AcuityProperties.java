package hotleads.sync.acuity;

import hotleads.platform.settings.Secret;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The account at Acuity and the bounds of reading there.
 *
 * @param baseUrl replaces origin and prefix; Acuity's own path {@code /api/v1} stays
 * @param connect how long until a connection stands
 * @param silence how long Acuity may say nothing
 * @param total how long one order of core may take, all its reads together
 * @param mostBytes how much of one answer is read
 * @param mostRows how many rows one answer is asked for
 */
@ConfigurationProperties("sync.acuity")
record AcuityProperties(
        String userId,
        Secret apiKey,
        URI baseUrl,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("60s") Duration total,
        @DefaultValue("1MB") DataSize mostBytes,
        @DefaultValue("1000") int mostRows) {}
