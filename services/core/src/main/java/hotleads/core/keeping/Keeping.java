package hotleads.core.keeping;

import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The years as stored, and the moment before which a kind is past its time. */
@Component
public class Keeping {
    private static final long HOLD = 0x686c_0033L;

    private final JdbcClient jdbc;
    private final PracticeClock practice;
    private final Clock clock;

    Keeping(JdbcClient jdbc, PracticeClock practice, Clock clock) {
        this.jdbc = jdbc;
        this.practice = practice;
        this.clock = clock;
    }

    /** What was decided for a kind; empty where nobody did. */
    public Optional<Integer> decided(Kind kind) {
        return jdbc.sql("SELECT years FROM retention_setting WHERE kind = ?")
                .param(kind.word())
                .query(Integer.class)
                .optional();
    }

    public int years(Kind kind) {
        return decided(kind).orElse(kind.usualYears());
    }

    /** What happened before is past its time. */
    public Instant since(Kind kind) {
        return before(practice.instant(), years(kind));
    }

    /** Nothing that is younger is ever past its time, so nobody need ask for it. */
    public boolean mayBePast(Instant happened) {
        return happened.isBefore(before(practice.instant(), Kind.SESSIONS.fewestYears()));
    }

    public static Instant before(Instant now, int years) {
        return now.atOffset(ZoneOffset.UTC).minusYears(years).toInstant();
    }

    /** One decision at a time, until the caller's transaction ends. */
    public void hold() {
        jdbc.sql("SELECT pg_advisory_xact_lock(?)")
                .param(HOLD)
                .query((row, number) -> 0)
                .list();
    }

    public void decide(Kind kind, int years, UUID account) {
        jdbc.sql("""
                        INSERT INTO retention_setting (kind, years, set_at, set_by) VALUES (?, ?, ?, ?)
                        ON CONFLICT (kind) DO UPDATE SET years = EXCLUDED.years, set_at = EXCLUDED.set_at, set_by = EXCLUDED.set_by
                        """)
                .params(kind.word(), years, Timestamp.from(clock.instant()), account)
                .update();
    }
}
