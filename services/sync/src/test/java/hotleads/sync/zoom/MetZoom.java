package hotleads.sync.zoom;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZoomRunsPage;
import hotleads.contracts.ZoomRunsQuery;
import hotleads.sync.running.Fault;
import hotleads.sync.running.Met;
import hotleads.sync.running.RunningSimulators;
import hotleads.sync.running.SpoiltLine;
import hotleads.sync.running.SpoiltLine.Answer;
import hotleads.sync.running.SpoiltLine.Spoil;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Zoom, where nothing is written. */
public final class MetZoom implements Met {
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final RunningSimulators simulators;
    private final SomeZoom zoom;
    private byte @Nullable [] account;

    public MetZoom(RunningSimulators simulators, URI base) {
        this.simulators = simulators;
        this.zoom = new SomeZoom(base, Clock.systemUTC());
    }

    @Override
    public String provider() {
        return "zoom";
    }

    @Override
    public ProviderAnswer<?> read() {
        Optional<ZoomGrant> grant = zoom.accounts.open(account);
        if (grant.isEmpty()) {
            return ProviderAnswer.failed(ProviderOutcome.TOKEN_NEEDED, null, null);
        }
        ProviderAnswer<ZoomRunsPage> answer = zoom.meetings.runs(
                grant.get(), new ZoomRunsQuery("wren@example.org", today.minusDays(28), today, false, null));
        ZoomRunsPage page = answer.content();
        return page == null ? answer : ProviderAnswer.of(page.runs());
    }

    @Override
    public ProviderAnswer<?> write(String marker) {
        throw new UnsupportedOperationException("Nothing is written at Zoom");
    }

    @Override
    public ProviderAnswer<?> find(String marker) {
        throw new UnsupportedOperationException("Nothing is written at Zoom");
    }

    @Override
    public long held(String marker) {
        throw new UnsupportedOperationException("Nothing is written at Zoom");
    }

    @Override
    public ProviderAnswer<?> renew() {
        ProviderAnswer<byte[]> made = zoom.accounts.renew(account);
        if (made.outcome() == ProviderOutcome.OK) {
            account = made.content();
        }
        return made;
    }

    @Override
    public void permit(boolean given) {
        if (given) {
            simulators.switchOff("zoom", "tokens-revoked");
        } else {
            simulators.switchOn("zoom", "tokens-revoked");
        }
    }

    /** A time to wait for is said by its own clock. */
    @Override
    public Spoil skewed() {
        Answer answer = refusal(Fault.SLOW_DOWN_429);
        return Spoil.dated(
                AHEAD,
                Spoil.answers(Answer.of(
                        429,
                        "application/json",
                        new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8),
                        "Retry-After",
                        SpoiltLine.httpDate(AHEAD.plus(WAIT)))));
    }

    @Override
    public Answer refusal(Fault fault) {
        int code = switch (fault) {
            case TOKEN_401 -> 124;
            case MISSING_404 -> 1001;
            default -> fault.status();
        };
        String body = "{\"code\":" + code + ",\"message\":\"x\"}";
        return fault == Fault.QUOTA_403
                ? Answer.of(403, "application/json", body, "X-RateLimit-Type", "Daily-limit")
                : Answer.of(fault.status(), "application/json", body);
    }

    @Override
    public Answer lock() {
        return Answer.of(429, "application/json", "{\"code\":429,\"message\":\"x\"}");
    }
}
