package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityAppointment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An older answer is being taken in, and held up, while a read that began later finds all as we hold it. */
class OvertakenAnswerTest {
    private static final long ID = 4_711;
    private static final int MINUTES = 50;

    private SomeCore core;

    @BeforeEach
    void start() {
        core = SomeCore.started();
    }

    @AfterEach
    void stop() {
        core.close();
    }

    @Test
    void ofABookingThatIsHeldDoesNotOutlastTheSweep() throws SQLException {
        core.sync.acuity.put(ID, lasting(MINUTES));
        core.hook("scheduled", ID);
        core.awaitQuiet();
        core.sync.acuity.put(ID, lasting(2 * MINUTES));

        heldUp(() -> {
            core.sync.acuity.put(ID, lasting(MINUTES));
            return askForSweep();
        });

        assertThat(number("SELECT duration_minutes FROM booking WHERE id = " + ID))
                .isEqualTo(MINUTES);
    }

    @Test
    void ofABookingThatWasUnknownDoesNotOutlastTheSweep() throws SQLException {
        core.sync.acuity.put(ID, lasting(MINUTES));

        heldUp(() -> {
            core.sync.acuity.remove(ID);
            return askForSweep();
        });

        assertThat(number("SELECT count(*) FROM booking WHERE state <> 'gone' AND id = " + ID))
                .isZero();
    }

    /** What a sweep is asked for, after the answer was made and before it is taken in. */
    @FunctionalInterface
    private interface Meanwhile {
        String sweep();
    }

    private void heldUp(Meanwhile meanwhile) throws SQLException {
        String sweep;
        try (Connection record = core.database.connect()) {
            record.setAutoCommit(false);
            try (Statement lock = record.createStatement()) {
                lock.execute("SELECT pg_advisory_xact_lock(" + ID + ")");
            }
            core.hook("changed", ID);
            SomeCore.await(() -> waitingForLocks() == 1);
            sweep = meanwhile.sweep();
            SomeCore.await(() -> isFinished(sweep) || waitingForLocks() > 1);
            record.commit();
        }
        SomeCore.await(() -> isFinished(sweep));
        core.awaitQuiet();
    }

    private String askForSweep() {
        return core.json(core.post("/api/sweeps", core.tony(), Map.of()))
                .get("id")
                .asString();
    }

    private boolean isFinished(String sweep) {
        return number("SELECT count(*) FROM sweep WHERE finished_at IS NOT NULL AND id = '" + sweep + "'") == 1;
    }

    private long waitingForLocks() {
        return number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
    }

    private AcuityAppointment lasting(int minutes) {
        return appointment(ID)
                .at(Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3)))
                .lasting(minutes)
                .build();
    }

    private long number(String sql) {
        return core.jdbc().sql(sql).query(Long.class).single();
    }
}
