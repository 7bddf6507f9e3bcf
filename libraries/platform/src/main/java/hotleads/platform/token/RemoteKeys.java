package hotleads.platform.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * The decoder of every service but auth: keys come from auth, are kept a while, and are looked up again when a new one
 * signs.
 */
@Configuration(proxyBeanMethods = false)
class RemoteKeys {
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            @Value("${HOTLEADS_AUTH_URL}") URI auth, @Value("${spring.application.name}") String audience, Clock clock)
            throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        auth.resolve("/oauth/jwks").toURL(), new DefaultResourceRetriever(3_000, 3_000, 64 * 1024))
                .cache(Duration.ofMinutes(5).toMillis(), Duration.ofSeconds(15).toMillis())
                .rateLimited(Duration.ofSeconds(5).toMillis())
                .outageTolerant(Duration.ofHours(1).toMillis())
                .retrying(true)
                .build();
        return new InternalTokenDecoder(keys, audience, clock);
    }
}
