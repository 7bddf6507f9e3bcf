package hotleads.platform.endpoint;

import hotleads.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
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
    SecurityFilterChain securityFilterChain(HttpSecurity http, Endpoints endpoints, JsonMapper json, Clock clock) {
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
                                    .access(managerOf(rule.access(), clock)));
                    requests.anyRequest().denyAll();
                })
                .oauth2ResourceServer(server -> server.bearerTokenResolver(EndpointSecurity::tokenIn)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(EndpointSecurity::authenticationOf))
                        .authenticationEntryPoint((request, response, failure) -> writeNoToken(response, json)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, failure) -> writeNoToken(response, json))
                        .accessDeniedHandler((request, response, failure) -> write(response, json, problemOf(failure))))
                .build();
        // It answers an address of its own before anybody has looked into the table.
        chain.getFilters().removeIf(OAuth2ProtectedResourceMetadataFilter.class::isInstance);
        return chain;
    }

    private static AuthorizationManager<RequestAuthorizationContext> managerOf(Access access, Clock clock) {
        return switch (access) {
            case Access.Open() -> SingleResultAuthorizationManager.permitAll();
            case Access.ForService(String scope) -> AuthorityAuthorizationManager.hasAuthority("SCOPE_" + scope);
            case Access.ForUser(var roles) -> oneOf(roles);
            case Access.ForFreshUser(var roles) -> fresh(oneOf(roles), clock);
        };
    }

    private static AuthorizationManager<RequestAuthorizationContext> oneOf(Set<Role> roles) {
        return AuthorityAuthorizationManager.hasAnyAuthority(
                roles.stream().map(role -> "ROLE_" + role.name()).toArray(String[]::new));
    }

    /** The role first: who may not do it at all is not asked to prove anything. */
    private static AuthorizationManager<RequestAuthorizationContext> fresh(
            AuthorizationManager<RequestAuthorizationContext> allowed, Clock clock) {
        return (authentication, context) -> {
            AuthorizationResult result = allowed.authorize(authentication, context);
            boolean mayIfFresh = result != null && result.isGranted();
            return mayIfFresh
                            && !(authentication.get() instanceof JwtAuthenticationToken person
                                    && Freshness.isFresh(person.getToken(), clock))
                    ? new Freshness.StepUpRequired()
                    : result;
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

    private static void writeNoToken(HttpServletResponse response, JsonMapper json) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(response, json, Problems.of(HttpStatus.UNAUTHORIZED, "no-valid-token", "This needs a valid token"));
    }

    private static ProblemDetail problemOf(AccessDeniedException failure) {
        // Not RFC 9470's 401: the edge takes one with a challenge as a refusal of its own token.
        return failure instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof Freshness.StepUpRequired
                ? Problems.of(HttpStatus.FORBIDDEN, "step-up-required", "This needs the second factor again")
                : Problems.of(HttpStatus.FORBIDDEN, "not-allowed", "This token does not allow that");
    }

    private static void write(HttpServletResponse response, JsonMapper json, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
