package hotleads.core.chances;

import hotleads.core.time.PracticeClock;
import hotleads.core.triage.InForce;
import hotleads.core.triage.InForce.Said;
import hotleads.core.triage.PersonActs;
import hotleads.core.vault.ReportUnopened;
import hotleads.scorecard.Before;
import hotleads.scorecard.Known;
import hotleads.vault.Unopened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions that are over, and of which we know how they went: by somebody's word, by Acuity's mark, or by Zoom. */
@Component
class PastSessions {
    private static final Duration BACK = Duration.ofDays(730);

    /** Of a practice with more, the last ones: a card gains little from others. */
    private static final int MOST = 20_000;

    private static final int PEOPLE_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final PersonActs acts;
    private final PracticeClock clock;
    private final ReportUnopened report;
    private final ZoneId zone;

    PastSessions(
            JdbcClient jdbc,
            PersonActs acts,
            PracticeClock clock,
            ReportUnopened report,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.jdbc = jdbc;
        this.acts = acts;
        this.clock = clock;
        this.report = report;
        this.zone = zone;
    }

    /**
     * What was learned of all.
     *
     * @param known the oldest first
     * @param histories of everybody in it, up to now
     */
    record Learned(List<Known> known, Map<UUID, History> histories) {}

    /** How many of somebody's sessions are known to have been kept or missed. */
    record History(int earlier, int missed) {
        static final History NONE = new History(0, 0);

        History and(boolean wasMissed) {
            return new History(earlier + 1, missed + (wasMissed ? 1 : 0));
        }
    }

    Learned learn() {
        List<Ended> ended = ended();
        Map<Long, Said> said = said(ended.stream().map(Ended::person).distinct().toList());
        List<Known> known = new ArrayList<>();
        Map<UUID, History> histories = new HashMap<>();
        for (Ended one : ended) {
            Boolean missed = one.wasMissed(said.get(one.booking));
            if (missed != null) {
                History before = histories.getOrDefault(one.person, History.NONE);
                known.add(new Known(before(before, one.bookedAt, one.startsAt), missed));
                histories.put(one.person, before.and(missed));
            }
        }
        return new Learned(known, histories);
    }

    /** By the practice's calendar: what was booked last evening for this morning was booked a day ahead. */
    Before before(History history, Instant bookedAt, Instant startsAt) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(bookedAt, zone), LocalDate.ofInstant(startsAt, zone));
        return new Before((int) Math.max(0, days), history.earlier, history.missed);
    }

    private List<Ended> ended() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        SELECT * FROM (
                          SELECT b.id, b.person_id, b.starts_at, coalesce(b.booked_at, b.received_at) AS booked_at, b.state, a.verdict
                          FROM booking b LEFT JOIN attendance a ON a.booking_id = b.id AND a.starts_at = b.starts_at
                          WHERE b.state IN ('booked', 'missed') AND b.starts_at >= ?
                            AND b.starts_at + b.duration_minutes * interval '1 minute' < ?
                          ORDER BY b.starts_at DESC, b.id DESC LIMIT ?) latest
                        ORDER BY starts_at, id
                        """)
                .params(Timestamp.from(now.minus(BACK)), Timestamp.from(now), MOST)
                .query((row, number) -> Ended.read(row))
                .list();
    }

    /** What was said of each session, the last word of each. */
    private Map<Long, Said> said(List<UUID> people) {
        Map<Long, Said> said = new HashMap<>();
        Unopened unopened = new Unopened();
        for (int from = 0; from < people.size(); from += PEOPLE_AT_ONCE) {
            List<UUID> some = people.subList(from, Math.min(people.size(), from + PEOPLE_AT_ONCE));
            acts.attendanceOfEach(some, unopened)
                    .values()
                    .forEach(theirs -> said.putAll(InForce.of(theirs).attendance()));
        }
        report.of(unopened);
        return said;
    }

    private record Ended(
            long booking,
            UUID person,
            Instant startsAt,
            Instant bookedAt,
            boolean isMarked,
            @Nullable String verdict) {
        static Ended read(ResultSet row) throws SQLException {
            return new Ended(
                    row.getLong("id"),
                    row.getObject("person_id", UUID.class),
                    row.getTimestamp("starts_at").toInstant(),
                    row.getTimestamp("booked_at").toInstant(),
                    row.getString("state").equals("missed"),
                    row.getString("verdict"));
        }

        /** Null where nothing is known. */
        @Nullable
        Boolean wasMissed(@Nullable Said said) {
            if (said != null) {
                return !said.came();
            }
            if (isMarked || "missed".equals(verdict)) {
                return true;
            }
            return "attended".equals(verdict) ? false : null;
        }
    }
}
