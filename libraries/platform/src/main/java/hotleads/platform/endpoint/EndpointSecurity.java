package hotleads.platform.endpoint;

import hotleads.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.OAuth2ProtectedResourceMetadataFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import tools.jackson.databind.json.JsonMapper;

/** Builds a service's security from its {@link Endpoints} table; whatever is not in the table is denied. */
@Configuration(proxyBeanMethods = false)
class EndpointSecurity {
    private static final String USER_SCOPE = "api";
    private static final String BEARER = "Bearer ";

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Endpoints endpoints, JsonMapper json) {
        DefaultSecurityFilterChain chain = http.sessionManagement(
                        sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie reaches a service as authority, so there is nothing for a forged request to ride on.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> {}))
                .authorizeHttpRequests(requests -> {
                    // An error or async dispatch belongs to a request that was let in already.
                    requests.dispatcherTypeMatchers(
                                    jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.ASYNC)
                            .permitAll();
                    endpoints
                            .rules()
                            .forEach(rule -> requests.requestMatchers(rule.method(), rule.path())
                                    .access(managerOf(rule.access())));
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.bearerTokenResolver(EndpointSecurity::tokenIn)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(EndpointSecurity::authenticationOf))
                        .authenticationEntryPoint(
                                (request, response, failure) -> write(response, json, HttpStatus.UNAUTHORIZED)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> write(response, json, HttpStatus.UNAUTHORIZED))
                        .accessDeniedHandler(
                                (request, response, failure) -> write(response, json, HttpStatus.FORBIDDEN)))
                .build();
        // It answers an address of its own before anybody has looked into the table.
        chain.getFilters().removeIf(OAuth2ProtectedResourceMetadataFilter.class::isInstance);
        return chain;
    }

    private static AuthorizationManager<RequestAuthorizationContext> managerOf(Access access) {
        return switch (access) {
            case Access.Open() -> SingleResultAuthorizationManager.permitAll();
            case Access.ForService(String scope) -> AuthorityAuthorizationManager.hasAuthority("SCOPE_" + scope);
            case Access.ForUser(var roles) ->
                AuthorityAuthorizationManager.hasAnyAuthority(
                        roles.stream().map(role -> "ROLE_" + role.name()).toArray(String[]::new));
        };
    }

    /**
     * The library's own resolver matches every letter of a token with a pattern; the gate looks at them more strictly.
     */
    private static @Nullable String tokenIn(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return null;
        }
        String token = authorization.substring(BEARER.length());
        return token.isBlank() ? null : token;
    }

    private static JwtAuthenticationToken authenticationOf(Jwt token) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        String scope = String.valueOf(token.getClaimAsString("scope"));
        if (scope.equals(USER_SCOPE)) {
            authorities.add(new SimpleGrantedAuthority("ROLE_"
                    + Role.of(String.valueOf(token.getClaimAsString("role"))).name()));
        } else {
            authorities.add(new SimpleGrantedAuthority("SCOPE_" + scope));
        }
        return new JwtAuthenticationToken(token, authorities, String.valueOf(token.getSubject()));
    }

    private static void write(HttpServletResponse response, JsonMapper json, HttpStatus status) throws IOException {
        boolean noToken = status == HttpStatus.UNAUTHORIZED;
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (noToken) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        json.writeValue(
                response.getOutputStream(),
                noToken
                        ? Problems.of(status, "no-valid-token", "This needs a valid token")
                        : Problems.of(status, "not-allowed", "This token does not allow that"));
    }
}
