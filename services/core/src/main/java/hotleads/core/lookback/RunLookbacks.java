package hotleads.core.lookback;

import hotleads.core.RunUntilShutdown;
import hotleads.core.leads.Past;
import hotleads.core.leads.PastFacts;
import hotleads.core.leads.rules.Scoring;
import hotleads.core.scoring.Scorings;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.vault.CannotOpen;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks back where somebody asked for it, beside everything else and for some people at a time. */
@Component
class RunLookbacks extends RunUntilShutdown {
    private static final Logger log = LoggerFactory.getLogger(RunLookbacks.class);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int PEOPLE_AT_ONCE = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Wishes wishes;
    private final PastFacts past;
    private final Scorings scorings;
    private final Mornings mornings;
    private final ReportUnopened report;
    private final PracticeClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RunLookbacks(
            Wishes wishes,
            PastFacts past,
            Scorings scorings,
            Mornings mornings,
            ReportUnopened report,
            PracticeClock clock,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        super("run-lookbacks");
        this.wishes = wishes;
        this.past = past;
        this.scorings = scorings;
        this.mornings = mornings;
        this.report = report;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        Wish wish = wishes.takeUp().orElse(null);
        if (wish == null) {
            Thread.sleep(PACE);
            return;
        }
        try {
            run(wish);
        } catch (RuntimeException failure) {
            // Whoever asked is told that it failed, and asks again. The kind only, a message may quote data.
            log.warn(
                    "Looking back {} failed with {}",
                    wish.id(),
                    failure.getClass().getName());
            wishes.failed(wish.id());
        }
    }

    private void run(Wish wish) {
        Instant today = clock.instant();
        Scoring now = scorings.of(wish.baseVersion());
        Scoring draft = wish.weights().equals(now.weights()) ? now : new Scoring(now.version() + 1, wish.weights());
        List<LocalDate> days = mornings.settled(today);
        LookBack looking = new LookBack(days, days.stream().map(mornings::at).toList(), now, draft, today);
        int people = jdbc.sql("SELECT count(*) FROM person WHERE part_of IS NULL")
                .query(Integer.class)
                .single();
        int done = 0;
        UUID last = BEFORE_ALL;
        while (wishes.reached(wish.id(), people, done)) {
            List<UUID> some = after(last);
            if (some.isEmpty()) {
                wishes.done(wish.id(), looking.result());
                return;
            }
            add(looking, some);
            done += some.size();
            last = some.getLast();
        }
    }

    private List<UUID> after(UUID last) {
        return jdbc.sql("SELECT id FROM person WHERE part_of IS NULL AND id > ? ORDER BY id LIMIT ?")
                .params(last, PEOPLE_AT_ONCE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private void add(LookBack looking, List<UUID> some) {
        try {
            together(looking, some);
        } catch (CannotOpen oneOfThem) {
            some.forEach(person -> addAlone(looking, person));
        }
    }

    private void together(LookBack looking, List<UUID> some) {
        read(some).forEach(looking::add);
    }

    private Map<UUID, Past> read(List<UUID> some) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Unopened unopened = new Unopened();
            Map<UUID, Past> known = past.ofEach(some, unopened);
            report.of(unopened);
            return known;
        }));
    }

    private void addAlone(LookBack looking, UUID person) {
        try {
            together(looking, List.of(person));
        } catch (CannotOpen theirs) {
            looking.leaveOut();
        }
    }
}
