package hotleads.platform.endpoint;

import hotleads.platform.token.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a controller the {@link Caller} its token names. */
@Component
class CallerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Caller.class);
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Jwt token = ((JwtAuthenticationToken) Objects.requireNonNull(request.getUserPrincipal())).getToken();
        return new Caller(
                UUID.fromString(String.valueOf(token.getSubject())),
                Role.of(String.valueOf(token.getClaimAsString("role"))),
                UUID.fromString(String.valueOf(token.getClaimAsString("sid"))),
                Objects.requireNonNullElse(token.getClaimAsInstant("auth_time"), Instant.EPOCH),
                calendarsIn(token),
                personIn(token));
    }

    private static List<Long> calendarsIn(Jwt token) {
        return token.getClaim(Tokens.ACUITY_CALENDARS) instanceof List<?> ids
                ? ids.stream().map(id -> ((Number) id).longValue()).toList()
                : List.of();
    }

    private static @Nullable UUID personIn(Jwt token) {
        String person = token.getClaimAsString(Tokens.PERSON);
        return person == null ? null : UUID.fromString(person);
    }
}
