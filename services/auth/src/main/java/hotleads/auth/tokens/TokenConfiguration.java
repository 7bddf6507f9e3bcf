package hotleads.auth.tokens;

import hotleads.platform.token.InternalTokenDecoder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Auth checks tokens with its own keys instead of asking itself for them. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    JwtDecoder jwtDecoder(SigningKeys keys, Clock clock) {
        return new InternalTokenDecoder(keys, "auth", clock);
    }
}
