package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** People whose evaluation is due: many in one transaction. */
class DueTest {
    private static final int PEOPLE = 8;

    private SomeCore core;

    @BeforeEach
    void somePeople() {
        core = SomeCore.started();
        for (long id = 1; id <= PEOPLE; id++) {
            core.sync.acuity.put(
                    id,
                    appointment(id)
                            .named("Person", "Number" + id)
                            .reachedBy("p" + id + "@example.org", null)
                            .at(Clock.systemUTC().instant().plus(Duration.ofDays(id)))
                            .cancelled()
                            .build());
            core.hook("canceled", id);
        }
        core.awaitQuiet();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void allAreFoundTheSamePlaceAgain() {
        List<String> before = places();

        everyoneIsDue();

        awaitNobodyDue();
        assertThat(places()).hasSize(PEOPLE).isEqualTo(before);
        assertThat(number("SELECT count(*) FROM lead l JOIN person p ON p.id = l.person_id"
                        + " WHERE l.facts_version = p.facts_version"))
                .isEqualTo(PEOPLE);
    }

    @Test
    void oneWhoCannotBeEvaluatedKeepsNobodyElseWaiting() {
        core.jdbc().sql("""
                        INSERT INTO act (id, person_id, account_id, kind, at, content, key_id, version)
                        SELECT gen_random_uuid(), person_id, gen_random_uuid(), 'unheard-of', now(), ''::bytea, key_id, 1
                        FROM lead ORDER BY person_id LIMIT 1
                        """).update();

        everyoneIsDue();

        awaitNobodyDue();
        assertThat(number("SELECT count(*) FROM lead l JOIN person p ON p.id = l.person_id"
                        + " WHERE l.facts_version < p.facts_version"))
                .isEqualTo(1);
    }

    @Test
    void whoeverIsHeldKeepsOnlyThoseOfTheirPartWaiting() {
        core.bean(TransactionTemplate.class).executeWithoutResult(holding -> {
            core.jdbc()
                    .sql("SELECT id FROM person ORDER BY id LIMIT 1 FOR UPDATE")
                    .query((row, number) -> row.getObject(1))
                    .list();

            elsewhere(this::everyoneIsDue);

            elsewhere(() -> SomeCore.await(() -> dueNow() == PEOPLE / 2));
        });
        awaitNobodyDue();
    }

    /** Two who each wrote a booking of the same person would wait for each other, and neither come further. */
    @Test
    void whoeverIsWritingABookingOfThemKeepsNobodyWaiting() {
        long seen = versions();

        core.bean(TransactionTemplate.class).executeWithoutResult(writing -> {
            // As the check of a booking's foreign key does.
            core.jdbc()
                    .sql("SELECT id FROM person FOR KEY SHARE")
                    .query((row, number) -> row.getObject(1))
                    .list();
            core.sync.acuity.put(
                    1L,
                    appointment(1)
                            .named("Person", "Number1")
                            .reachedBy("p1@example.org", null)
                            .at(Clock.systemUTC().instant().plus(Duration.ofDays(9)))
                            .build());
            core.hook("changed", 1);
            core.awaitQuiet();
        });

        assertThat(versions()).isGreaterThan(seen);
    }

    private long versions() {
        return number("SELECT sum(facts_version)::bigint FROM person");
    }

    private void everyoneIsDue() {
        core.jdbc()
                .sql("UPDATE lead SET next_change_at = 'epoch', facts_version = facts_version - 1")
                .update();
    }

    private void awaitNobodyDue() {
        SomeCore.await(() -> dueNow() == 0);
    }

    private long dueNow() {
        return number("SELECT count(*) FROM lead WHERE next_change_at = 'epoch'");
    }

    /** In no transaction of this thread's. */
    private static void elsewhere(Runnable act) {
        CompletableFuture.runAsync(act).join();
    }

    private List<String> places() {
        return core.jdbc()
                .sql("SELECT person_id || ' ' || placement || ' ' || score_tenths FROM lead ORDER BY person_id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long number(String sql) {
        return core.jdbc().sql(sql).query(Long.class).single();
    }
}
