package hotleads.sync.zoho;

import hotleads.sync.http.AllowedOrigin;
import hotleads.sync.http.ProviderCalls;
import hotleads.sync.http.ReadLimits;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The hosts a token or a secret may go to: Zoho's own, and the one that is set. */
@Component
class ZohoHosts {
    private final Map<URI, ProviderCalls> calls = new ConcurrentHashMap<>();
    private final ZohoProperties properties;
    private final ReadLimits limits;

    ZohoHosts(ZohoProperties properties) {
        this.properties = properties;
        this.limits = new ReadLimits(
                properties.connect(),
                properties.silence(),
                Math.toIntExact(properties.mostBytes().toBytes()));
        // Said at the start and not when the first token is needed.
        AllowedOrigin.of("HOTLEADS_ZOHO_ACCOUNTS_URL", properties.accountsUrl());
        if (!properties.apiUrl().isBlank()) {
            AllowedOrigin.of("HOTLEADS_ZOHO_API_URL", URI.create(properties.apiUrl()));
        }
    }

    /** Where the API is, given what Zoho said with a token; null when that is nobody we know. */
    @Nullable
    URI api(String offered) {
        URI named;
        try {
            named = URI.create(offered);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
        if (properties.apiUrl().isBlank()) {
            return DataCentre.isApi(named) ? URI.create("https://" + named.getHost()) : null;
        }
        URI set = URI.create(properties.apiUrl());
        return DataCentre.isApi(named) || sameOrigin(named, set) ? set : null;
    }

    private static boolean sameOrigin(URI one, URI other) {
        return String.valueOf(one.getScheme()).equals(other.getScheme())
                && String.valueOf(one.getHost()).equals(other.getHost())
                && one.getPort() == other.getPort();
    }

    ProviderCalls at(AllowedOrigin origin) {
        return calls.computeIfAbsent(origin.base(), base -> new ProviderCalls(origin, limits));
    }
}
