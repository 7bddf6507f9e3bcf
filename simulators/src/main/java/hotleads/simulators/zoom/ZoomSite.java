package hotleads.simulators.zoom;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.WebServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Zoom below {@code /zoom}: troubles at its edge, the token, the limits, and then what was asked. */
public final class ZoomSite implements WebServer.Site {

    private static final String EDGE_PAGE = "<html><head><title>502 Bad Gateway</title></head><body></body></html>";

    private final ZoomFaults faults;
    private final Tokens tokens;
    private final RateLimits limits;
    private final ZoomApi api;
    private final InstantSource realTime;

    public ZoomSite(ZoomAccount account, Sessions sessions, ZoomFaults faults, InstantSource realTime) {
        this.faults = faults;
        this.realTime = realTime;
        tokens = new Tokens(account, faults, realTime);
        limits = new RateLimits(realTime);
        api = new ZoomApi(sessions, faults, new Pages(faults, realTime));
    }

    @Override
    public boolean covers(String path) {
        return path.equals("/zoom") || path.startsWith("/zoom/");
    }

    @Override
    public Answer answer(Request request) {
        if (faults.on(ZoomFault.HTML_502)) {
            return Answer.html(502, EDGE_PAGE);
        }
        if (faults.on(ZoomFault.SERVER_ERROR)) {
            return ZoomError.SERVER_ERROR.answer();
        }
        if (request.path().equals("/zoom/oauth/token")) {
            return request.method().equals("POST") ? tokens.issue(request) : ZoomError.WRONG_METHOD.answer();
        }
        return broken(known(request));
    }

    private Answer known(Request request) {
        Optional<ZoomError> refusal = tokens.refusal(request).or(this::switchedRefusal);
        if (refusal.isPresent()) {
            return refusal.get().answer();
        }
        Optional<Map.Entry<ZoomApi.Route, String>> found = api.find(request.path());
        if (found.isEmpty()) {
            return ZoomError.NO_SUCH_PATH.answer();
        }
        ZoomApi.Route route = found.get().getKey();
        return request.method().equals("GET")
                ? inTurn(route.kind(), () -> handled(route, request, found.get().getValue()))
                : ZoomError.noScope("meeting:write:meeting:admin").answer();
    }

    private static Answer handled(ZoomApi.Route route, Request request, String subject) {
        try {
            return route.handler().apply(request, subject);
        } catch (ZoomError.Refused refused) {
            return refused.error().answer();
        }
    }

    private Optional<ZoomError> switchedRefusal() {
        if (faults.on(ZoomFault.NOT_FOUND)) {
            return Optional.of(ZoomError.noSuchMeeting("asked for"));
        }
        if (faults.on(ZoomFault.CONFLICT)) {
            return Optional.of(ZoomError.CONFLICT);
        }
        return faults.on(ZoomFault.FORBIDDEN) ? Optional.of(ZoomError.FORBIDDEN) : Optional.empty();
    }

    private Answer inTurn(RateClass kind, java.util.function.Supplier<Answer> inside) {
        Optional<String> wait = switchedWait();
        if (wait.isPresent()) {
            Answer told = headed(ZoomError.tooMany("per-second").answer(), kind, kind.perSecond(), 0, "QPS");
            return wait.get().isEmpty() ? told : told.withHeader("Retry-After", wait.get());
        }
        if (faults.on(ZoomFault.NO_RATE_LIMIT)) {
            return inside.get();
        }
        RateLimits.Turn turn = limits.take(kind);
        if (turn.granted()) {
            return headed(inside.get(), kind, turn.limit(), turn.remaining(), "QPS");
        }
        return turn.dayIsOver()
                ? headed(ZoomError.tooMany("daily").answer(), kind, turn.limit(), 0, "Daily-limit")
                        .withHeader("Retry-After", tomorrow().toString())
                : headed(ZoomError.tooMany("per-second").answer(), kind, turn.limit(), 0, "QPS");
    }

    private Answer headed(Answer answer, RateClass kind, int limit, int remaining, String type) {
        return answer.withHeader("X-RateLimit-Category", kind.word())
                .withHeader("X-RateLimit-Type", type)
                .withHeader("X-RateLimit-Limit", String.valueOf(limit))
                .withHeader("X-RateLimit-Remaining", String.valueOf(remaining))
                .withHeader(
                        "X-RateLimit-Reset",
                        String.valueOf(realTime.instant().plusSeconds(1).getEpochSecond()));
    }

    /** Empty for a 429 that says nothing of when; absent for none. */
    private Optional<String> switchedWait() {
        Instant soon = realTime.instant().plus(Duration.ofSeconds(2));
        if (faults.on(ZoomFault.TOO_MANY_ISO)) {
            return Optional.of(tomorrow().toString());
        }
        if (faults.on(ZoomFault.TOO_MANY_HTTP_DATE)) {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.format(soon.atZone(ZoneOffset.UTC)));
        }
        if (faults.on(ZoomFault.TOO_MANY_SECONDS)) {
            return Optional.of("2");
        }
        return faults.on(ZoomFault.TOO_MANY_A_SECOND) ? Optional.of("") : Optional.empty();
    }

    private Instant tomorrow() {
        return LocalDate.ofInstant(realTime.instant(), ZoneOffset.UTC)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private Answer broken(Answer answer) {
        if (faults.on(ZoomFault.ANSWER_LOST)) {
            return Answer.LOST;
        }
        if (faults.on(ZoomFault.TRUNCATED_JSON)) {
            return answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
        }
        return faults.on(ZoomFault.WRONG_CONTENT_TYPE)
                ? answer.withHeader("Content-Type", "text/html; charset=utf-8")
                : answer;
    }
}
