package hotleads.sync.google;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where Google is, and the bounds of calling it.
 *
 * @param serviceAccountFile the key file of the service account; blank when Google is not connected. Looked at when an
 *     account is made, not at the start: it may be put there later
 * @param baseUrl replaces origin and prefix; Google's own path {@code /calendar/v3} stays
 * @param tokenUrl the whole address tokens are asked at
 * @param readScope what busy times are read with; the narrowest shows nothing but availability
 */
@ConfigurationProperties("sync.google")
record GoogleProperties(
        @DefaultValue("") String serviceAccountFile,
        URI baseUrl,
        URI tokenUrl,
        @DefaultValue("calendar.events.freebusy") String readScope,
        @DefaultValue("calendar.events.owned") String writeScope,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("60s") Duration total,
        @DefaultValue("4MB") DataSize mostBytes,
        @DefaultValue("1000") int mostRows) {}
