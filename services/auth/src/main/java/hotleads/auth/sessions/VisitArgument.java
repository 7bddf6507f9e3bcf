package hotleads.auth.sessions;

import hotleads.auth.knownbrowsers.BrowserSecret;
import hotleads.auth.trail.ClientAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a controller the {@link Visit}; only the gateway has a token for the endpoints that ask for one. */
@Component
class VisitArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
    private static final String SESSION = "X-Session";
    private static final String BROWSER = "X-Browser";
    private static final String ADDRESS = "X-Client-Address";

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Visit.class);
    }

    @Override
    public Visit resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String secret = request.getHeader(SESSION);
        String browser = request.getHeader(BROWSER);
        return new Visit(
                secret == null || secret.isBlank() ? null : new SessionSecret(secret),
                browser == null || browser.isBlank() ? null : new BrowserSecret(browser),
                ClientAddress.of(request.getHeader(ADDRESS)),
                Device.of(request.getHeader("User-Agent")));
    }
}
