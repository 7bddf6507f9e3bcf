package hotleads.core.digest;

import hotleads.core.time.TimeAhead;
import hotleads.core.time.TimesAhead;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which days' digests were handed over. */
@Component
class Digests implements TimesAhead {
    /** Longer than counting and telling take. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Digests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<TimeAhead> timesAhead() {
        return List.of(TimeAhead.lease("digest", "leased_until", LEASE));
    }

    /** False when another core has it, or it was handed over. Whoever dies meanwhile leaves it to the next. */
    boolean take(LocalDate day) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        INSERT INTO digest AS there (day, leased_until) VALUES (:day, :until)
                        ON CONFLICT (day) DO UPDATE SET leased_until = EXCLUDED.leased_until
                          WHERE there.handed_over IS NULL AND there.leased_until <= :now
                        """)
                        .param("day", day)
                        .param("until", Timestamp.from(now.plus(LEASE)))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void handedOver(LocalDate day) {
        jdbc.sql("UPDATE digest SET handed_over = ? WHERE day = ?")
                .params(Timestamp.from(clock.instant()), day)
                .update();
    }

    Optional<LocalDate> last() {
        return jdbc.sql("SELECT max(day) FROM digest WHERE handed_over IS NOT NULL")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }
}
