package hotleads.gateway.routing;

import hotleads.gateway.browsersession.Exchanged;
import hotleads.gateway.browsersession.Exchanged.AuthAway;
import hotleads.gateway.browsersession.Exchanged.SignedOut;
import hotleads.gateway.browsersession.Exchanged.UserToken;
import hotleads.gateway.browsersession.HostCookie;
import hotleads.gateway.browsersession.SessionExchange;
import hotleads.gateway.upstream.Upstream;
import hotleads.gateway.upstream.Upstreams;
import hotleads.platform.problem.Problem;
import hotleads.platform.token.ServiceTokens;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.core5.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Gives a call the token that its {@link Route} needs; the cookies themselves go to auth alone. */
@Component
class Proofs {
    private final ServiceTokens tokens;
    private final SessionExchange sessions;

    Proofs(ServiceTokens tokens, SessionExchange sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    void attach(Route route, Upstream upstream, HttpServletRequest request, HttpRequest call) {
        switch (route.proof()) {
            case NONE -> {}
            case HOOK_RELAY -> bear(call, own(upstream, "hook.relay"));
            case SIGN_IN_RELAY -> {
                bear(call, own(upstream, "signin.relay"));
                HostCookie.SESSION.in(request).ifPresent(session -> call.setHeader("X-Session", session));
                HostCookie.BROWSER.in(request).ifPresent(browser -> call.setHeader("X-Browser", browser));
            }
            case USER -> bear(call, persons(route, upstream, sessionOf(request)));
        }
    }

    /** The session of a request that needs one. */
    String sessionOf(HttpServletRequest request) {
        return HostCookie.SESSION.in(request).orElseThrow(Proofs::signedOut);
    }

    /** Whether a stream's session still stands; a session nobody can vouch for does not. */
    boolean stillStands(String session, Upstream upstream) {
        return sessions.exchangePassively(session, upstream) instanceof UserToken;
    }

    private String persons(Route route, Upstream upstream, String session) {
        // A page opens its stream by itself, again after each break: that is no sign of a person.
        Exchanged exchanged = route == Route.LIVE
                ? sessions.exchangePassively(session, upstream)
                : sessions.exchange(session, upstream);
        return switch (exchanged) {
            case UserToken(String token) -> token;
            case SignedOut() -> throw signedOut();
            case AuthAway() -> throw Upstreams.away(Upstream.AUTH);
        };
    }

    private String own(Upstream upstream, String scope) {
        try {
            return tokens.tokenFor(upstream.word(), scope);
        } catch (RestClientException away) {
            throw Upstreams.away(Upstream.AUTH);
        }
    }

    private static void bear(HttpRequest call, String token) {
        call.setHeader("Authorization", "Bearer " + token);
    }

    private static Problem signedOut() {
        return new Problem(HttpStatus.UNAUTHORIZED, "signed-out", "You are signed out");
    }
}
