package hotleads.simulators.zoho;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import hotleads.simulators.web.WebServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Zoho's token endpoint and its REST interface, below {@code /zoho}; all faults of the way there are played here. */
public final class ZohoSite implements WebServer.Site {

    private static final String PREFIX = "/zoho/crm";
    private static final String TOKEN_PATH = "/zoho/oauth/v2/token";
    private static final String HTML = "<html><head><title>502 Bad Gateway</title></head><body>Zoho</body></html>";

    private final Crm crm;
    private final ZohoFaults faults;
    private final Tokens tokens;
    private final Limits limits;
    private final WriteRoutes writes;
    private final Routes routes = new Routes(PREFIX);

    public ZohoSite(ZohoAccount account, Crm crm, ZohoFaults faults, Clock realTime) {
        this.crm = crm;
        this.faults = faults;
        tokens = new Tokens(account, faults, realTime);
        limits = new Limits(realTime);
        writes = new WriteRoutes(crm, faults);
        var reads = new ReadRoutes(crm, faults, new RecordJson(crm), new Pages(faults, realTime));
        // Words of the path's own come before the pattern that would take them for a module's name.
        for (String version : new String[] {"/v8", "/v2"}) {
            new MetadataRoutes().addTo(routes, version);
            new WatchRoutes(crm).addTo(routes, version);
            reads.addTo(routes, version);
            writes.addTo(routes, version);
        }
    }

    /** How many writes would have set the practice's own e-mails going. */
    int workflows() {
        return writes.workflows();
    }

    long tokensAsked() {
        return tokens.asked();
    }

    void killTokens() {
        tokens.killAll();
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/zoho") || path.startsWith("/zoho/");
    }

    @Override
    public Answer answer(Request request) {
        if (faults.on(ZohoFault.HTML_502)) {
            return Answer.html(502, HTML);
        }
        if (faults.on(ZohoFault.NEVER_ARRIVES)) {
            return Answer.LOST;
        }
        crm.catchUp();
        if (request.path().equals(TOKEN_PATH)) {
            return request.method().equals("POST")
                    ? tokens.give(request, domain(request))
                    : ZohoError.WRONG_METHOD.answer();
        }
        return damaged(api(request));
    }

    private static String domain(Request request) {
        return "http://" + request.header("Host").orElse("127.0.0.1") + "/zoho";
    }

    private Answer api(Request request) {
        Optional<Instant> tokenEnds = tokens.endOf(request.header("Authorization"));
        if (tokenEnds.isEmpty()) {
            return (request.header("Authorization").isEmpty() ? ZohoError.NO_TOKEN : ZohoError.BAD_TOKEN).answer();
        }
        Optional<ZohoError> refusal = switchedRefusal(request);
        if (refusal.isPresent()) {
            Answer answer = refusal.get().answer();
            return faults.on(ZohoFault.CREDITS_GONE) ? answer.withHeader("X-API-CREDITS-REMAINING", "0") : answer;
        }
        if (!limits.enter(request.path().endsWith("/deleted") ? 2 : 1)) {
            return ZohoError.TOO_MANY.answer();
        }
        try {
            return withHeaders(route(request), tokenEnds.get());
        } finally {
            limits.leave();
        }
    }

    private Optional<ZohoError> switchedRefusal(Request request) {
        String path = request.path().toLowerCase(Locale.ROOT);
        boolean noScope = (faults.on(ZohoFault.SCOPE_MISSING_NOTES) && path.contains("/notes"))
                || (faults.on(ZohoFault.SCOPE_MISSING_TASKS) && path.contains("/tasks"))
                || (faults.on(ZohoFault.SCOPE_MISSING_LEADS) && path.contains("/leads"));
        if (noScope) {
            return Optional.of(ZohoError.NO_SCOPE);
        }
        if (faults.on(ZohoFault.NO_PERMISSION)) {
            return Optional.of(ZohoError.NO_PERMISSION);
        }
        if (faults.on(ZohoFault.TOO_MANY) || faults.on(ZohoFault.CREDITS_GONE)) {
            return Optional.of(ZohoError.TOO_MANY);
        }
        return faults.on(ZohoFault.SERVER_ERROR) ? Optional.of(ZohoError.INTERNAL) : Optional.empty();
    }

    private Answer withHeaders(Answer answer, Instant tokenEnds) {
        Answer told = answer.withHeader("X-ACCESSTOKEN-RESET", ZohoTime.text(tokenEnds));
        var remaining = limits.remaining();
        return remaining.isPresent()
                ? told.withHeader("X-API-CREDITS-REMAINING", Long.toString(remaining.getAsLong()))
                : told;
    }

    private Answer route(Request request) {
        try {
            return switch (routes.find(request)) {
                case Routes.Match.Found(var handler, var matched) -> handler.handle(matched);
                case Routes.Match.WrongMethod() -> ZohoError.WRONG_METHOD.answer();
                case Routes.Match.NoSuchPath() -> ZohoError.NO_SUCH_URL.answer();
            };
        } catch (Refused refused) {
            return refused.error().answer();
        } catch (BadRequest unreadable) {
            return ZohoError.invalid("body").answer();
        }
    }

    private Answer damaged(Answer answer) {
        if (faults.on(ZohoFault.ANSWER_LOST)) {
            return Answer.LOST;
        }
        if (answer.body().length == 0) {
            return answer;
        }
        if (faults.on(ZohoFault.TRUNCATED_JSON)) {
            return answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
        }
        return faults.on(ZohoFault.WRONG_TYPE)
                ? Answer.of(
                        answer.status(),
                        "text/plain",
                        new String(answer.body(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                : answer;
    }
}
