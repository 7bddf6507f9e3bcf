package hotleads.sync.google;

import hotleads.contracts.GoogleEventRef;
import hotleads.contracts.GoogleEventWrite;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleEventsQuery;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.GoogleTokenQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.running.Fault;
import hotleads.sync.running.Met;
import hotleads.sync.running.RunningSimulators;
import hotleads.sync.running.SpoiltLine.Answer;
import hotleads.sync.running.SpoiltLine.Asked;
import hotleads.sync.running.SpoiltLine.Spoil;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Google, whose reasons tell more than its numbers. */
public final class MetGoogle implements Met {
    private static final String WREN = "wren@example.org";
    private static final int ALL_ON_ONE_PAGE = 2_500;
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
    private final RunningSimulators simulators;
    private final SomeGoogle google;
    private GoogleAccount account;

    public MetGoogle(RunningSimulators simulators, URI base) {
        this.simulators = simulators;
        this.google = SomeGoogle.at(base, simulators.serviceAccountFile(), ALL_ON_ONE_PAGE);
        this.account = google.granted(WREN);
    }

    @Override
    public String provider() {
        return "google";
    }

    @Override
    public ProviderAnswer<?> read() {
        ProviderAnswer<GoogleEventsPage> answer = google.events.page(
                account,
                new GoogleEventsQuery(now.minus(Duration.ofDays(10)), now.plus(Duration.ofDays(10)), null, null));
        GoogleEventsPage page = answer.content();
        return page == null ? answer : ProviderAnswer.of(List.copyOf(page.events()));
    }

    @Override
    public ProviderAnswer<?> write(String marker) {
        Instant start = now.plus(Duration.ofDays(30));
        return google.own.write(
                account,
                new GoogleEventWrite(
                        marker, start, start.plusSeconds(3_000), "America/New_York", "Busy", marker, null));
    }

    @Override
    public ProviderAnswer<?> find(String marker) {
        ProviderAnswer<GoogleOwnEvent> read = google.own.read(account, new GoogleEventRef(marker, null));
        return read.outcome() == ProviderOutcome.GONE
                ? ProviderAnswer.failed(ProviderOutcome.NOTHING, null, null)
                : read;
    }

    @Override
    public ProviderAnswer<?> renew() {
        ProviderAnswer<byte[]> made = google.tokens.renew(null, new GoogleTokenQuery(WREN));
        byte @Nullable [] sealed = made.content();
        if (sealed != null) {
            account = google.opened(sealed);
        }
        return made;
    }

    @Override
    public long held(String marker) {
        return simulators.list("/google/events?address=" + WREN).stream()
                .filter(event -> event.path("id").asString("").equals(marker))
                .count();
    }

    @Override
    public void permit(boolean given) {
        simulators.control("POST", "/google/permission", java.util.Map.of("withdrawn", !given));
    }

    /** Its tokens are for whoever signs by its clock; the one there was has just run out. */
    @Override
    public Spoil skewed() {
        simulators.switchOn("google", "clock-ahead");
        account = new GoogleAccount(account.key(), WREN, null, null);
        return Spoil.dated(AHEAD, Spoil.nothing()).where(Asked::isForAToken);
    }

    @Override
    public Answer refusal(Fault fault) {
        String reason = switch (fault) {
            case TOKEN_401 -> "authError";
            case PERMISSION_403 -> "forbidden";
            case QUOTA_403, SLOW_DOWN_429, SLOW_DOWN_429_FOR_2_S -> "rateLimitExceeded";
            case MISSING_404 -> "notFound";
            case CONFLICT_409 -> "duplicate";
            case GONE_410 -> "fullSyncRequired";
            case CHANGED_412 -> "conditionNotMet";
            default -> "backendError";
        };
        return Answer.of(
                fault.status(),
                "application/json; charset=UTF-8",
                "{\"error\":{\"errors\":[{\"domain\":\"global\",\"reason\":\"" + reason
                        + "\",\"message\":\"x\"}],\"code\":" + fault.status() + ",\"message\":\"x\"}}");
    }

    @Override
    public Answer lock() {
        return Answer.of(429, "application/json", "{\"error\":\"rate_limit_exceeded\"}");
    }
}
