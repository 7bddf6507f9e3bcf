package hotleads.sync.acuity;

import hotleads.contracts.AcuityHook;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.HookRemoval;
import hotleads.contracts.NewAcuityHook;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.platform.settings.Secret;
import hotleads.sync.running.Fault;
import hotleads.sync.running.Met;
import hotleads.sync.running.RunningSimulators;
import hotleads.sync.running.SpoiltLine;
import hotleads.sync.running.SpoiltLine.Answer;
import hotleads.sync.running.SpoiltLine.Spoil;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.util.unit.DataSize;

/** Acuity, where our hooks are all that is written. */
public final class MetAcuity implements Met {
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final Clock clock = Clock.systemUTC();
    private final LocalDate today = LocalDate.now(clock);
    private final RunningSimulators simulators;
    private final URI base;

    public MetAcuity(RunningSimulators simulators, URI base) {
        this.simulators = simulators;
        this.base = base;
    }

    private AcuityProperties properties(URI at) {
        return new AcuityProperties(
                "10000001",
                new Secret("demo-acuity-key"),
                at,
                Duration.ofSeconds(1),
                Duration.ofMillis(800),
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(1),
                1_000);
    }

    private AcuityApi anew(URI at) {
        return new AcuityApi(properties(at), SomeReads.acts(clock), clock);
    }

    private HooksAtAcuity hooks(URI at) {
        return new HooksAtAcuity(anew(at), properties(at));
    }

    @Override
    public String provider() {
        return "acuity";
    }

    @Override
    public ProviderAnswer<?> read() {
        AppointmentsAnswer answer =
                new ReadWindow(anew(base), properties(base), clock).read(today.minusDays(20), today.plusDays(20));
        return new ProviderAnswer<>(
                answer.outcome(),
                answer.retryAfterMillis(),
                answer.cause(),
                answer.outcome() == ProviderOutcome.OK ? answer.appointments() : null);
    }

    @Override
    public ProviderAnswer<?> write(String marker) {
        return hooks(base).make(new NewAcuityHook("appointment.canceled", target(marker)));
    }

    @Override
    public ProviderAnswer<?> find(String marker) {
        ProviderAnswer<List<AcuityHook>> listed = hooks(base).list();
        return listed.content() == null || !named(listed.content(), marker).isEmpty()
                ? listed
                : ProviderAnswer.failed(ProviderOutcome.NOTHING, null, null);
    }

    @Override
    public ProviderAnswer<?> renew() {
        throw new UnsupportedOperationException("Acuity has no tokens");
    }

    /** And makes room for the next, as an account has room for twenty-five. */
    @Override
    public long held(String marker) {
        HooksAtAcuity direct = hooks(simulators.provider("acuity"));
        List<AcuityHook> ours = named(Objects.requireNonNull(direct.list().content()), marker);
        ours.forEach(hook -> direct.remove(new HookRemoval(hook.id())));
        return ours.size();
    }

    private static List<AcuityHook> named(List<AcuityHook> hooks, String marker) {
        return hooks.stream()
                .filter(hook -> hook.target().equals(target(marker).toString()))
                .toList();
    }

    private static URI target(String marker) {
        return URI.create("https://hooks.example.org/webhooks/" + marker);
    }

    @Override
    public void permit(boolean given) {
        if (given) {
            simulators.switchOff("", "key-rotated");
        } else {
            simulators.switchOn("", "key-rotated");
        }
    }

    /** A time to wait for is said by its own clock. */
    @Override
    public Spoil skewed() {
        return Spoil.dated(
                AHEAD,
                Spoil.answers(Answer.of(
                        429,
                        "application/json",
                        new String(refusal(Fault.SLOW_DOWN_429).body(), StandardCharsets.UTF_8),
                        "Retry-After",
                        SpoiltLine.httpDate(AHEAD.plus(WAIT)))));
    }

    @Override
    public Answer refusal(Fault fault) {
        String error = switch (fault) {
            case TOKEN_401 -> "unauthorized";
            case PERMISSION_403 -> "forbidden";
            case QUOTA_403, SLOW_DOWN_429, SLOW_DOWN_429_FOR_2_S -> "too_many_requests";
            case MISSING_404 -> "not_found";
            default -> "some_error";
        };
        return Answer.of(
                fault.status(),
                "application/json",
                "{\"status_code\":" + fault.status() + ",\"message\":\"x\",\"error\":\"" + error + "\"}");
    }

    @Override
    public Answer lock() {
        throw new UnsupportedOperationException("Acuity has no tokens");
    }
}
