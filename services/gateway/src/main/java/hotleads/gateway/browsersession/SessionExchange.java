package hotleads.gateway.browsersession;

import hotleads.gateway.browsersession.Exchanged.AuthAway;
import hotleads.gateway.browsersession.Exchanged.SignedOut;
import hotleads.gateway.browsersession.Exchanged.UserToken;
import hotleads.gateway.throttle.Waits;
import hotleads.gateway.upstream.Answer;
import hotleads.gateway.upstream.Upstream;
import hotleads.gateway.upstream.Upstreams;
import hotleads.platform.problem.Problem;
import hotleads.platform.request.RequestId;
import hotleads.platform.token.ServiceTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a session into an internal token for one request (RFC 8693).
 *
 * <p>Nothing is remembered between requests, so that ending a session works at once.
 */
@Component
public class SessionExchange {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ANSWER = 8 * 1024;

    private final ServiceTokens tokens;
    private final Upstreams upstreams;
    private final Waits waits;

    SessionExchange(ServiceTokens tokens, Upstreams upstreams, Waits waits) {
        this.tokens = tokens;
        this.upstreams = upstreams;
        this.waits = waits;
    }

    /** For a request a person made. */
    public Exchanged exchange(String session, Upstream audience) {
        return ask(session, audience, "");
    }

    /** For what a page does by itself: it must not keep a session alive that nobody uses. */
    public Exchanged exchangePassively(String session, Upstream audience) {
        return ask(session, audience, "&passive=true");
    }

    private Exchanged ask(String session, Upstream audience, String more) {
        try {
            return read(upstreams.send(Upstream.AUTH, request(session, audience, more), waits.exchange()));
        } catch (Problem | RestClientException | IOException | JacksonException away) {
            return new AuthAway();
        }
    }

    private HttpUriRequestBase request(String session, Upstream audience, String more) {
        // Every part is of a shape that needs no escaping, the session since HostCookie looked at it.
        String form = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                + "&subject_token_type=urn%3Ahotleads%3Atoken-type%3Asession"
                + "&subject_token=" + session + "&audience=" + audience.word() + more;
        String requestId = RequestId.current();
        HttpUriRequestBase call = upstreams.request(Upstream.AUTH, "POST", "/oauth/token");
        call.setHeader("Authorization", "Bearer " + tokens.tokenFor("auth", "session.exchange"));
        call.setHeader("Content-Type", "application/x-www-form-urlencoded");
        call.setHeader(RequestId.HEADER, requestId == null ? UUID.randomUUID().toString() : requestId);
        call.setEntity(new ByteArrayEntity(form.getBytes(StandardCharsets.US_ASCII), null));
        return call;
    }

    private static Exchanged read(Answer answer) throws IOException {
        try (answer) {
            JsonNode json = JSON.readTree(answer.body().readNBytes(LONGEST_ANSWER));
            if (answer.status() == 200 && json.path("access_token").isString()) {
                return new UserToken(json.path("access_token").asString());
            }
            // Only this one answer speaks of the session; a refusal of our own token, say, does not.
            boolean refused = answer.status() == 400
                    && "invalid_grant".equals(json.path("error").asString(""));
            return refused ? new SignedOut() : new AuthAway();
        }
    }
}
