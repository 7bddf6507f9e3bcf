package hotleads.sync.zoho;

import hotleads.platform.settings.Secret;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How Zoho is reached; the credentials only seed the account that core keeps.
 *
 * @param clientId blank when Zoho is not connected
 * @param accountsUrl where tokens are given, in the practice's data centre
 * @param apiUrl blank for the address that Zoho gives with each token
 */
@ConfigurationProperties("sync.zoho")
record ZohoProperties(
        String clientId,
        Secret clientSecret,
        Secret refreshToken,
        URI accountsUrl,
        String apiUrl,
        @DefaultValue("3s") Duration connect,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("60s") Duration total,
        @DefaultValue("1MB") DataSize mostBytes) {
    boolean isSeeded() {
        return !clientId.isBlank() && !clientSecret.isBlank() && !refreshToken.isBlank();
    }
}
