package hotleads.core.attendance;

import hotleads.core.attendance.Room.Witness;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceRecords;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What hooks told of each run: kinds and times, one row a delivery. */
@Component
public class Witnesses {
    private final SourceRecords records;
    private final JdbcClient jdbc;

    Witnesses(SourceRecords records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    /**
     * One delivery; a second time it changes nothing.
     *
     * @param byHost whether it tells of the practitioner themself
     */
    public void told(UUID delivery, String uuid, HookTold what, boolean byHost, Instant at) {
        jdbc.sql("""
                        INSERT INTO zoom_hook (delivery_id, run_id, kind, by_host, at) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING
                        """)
                .params(delivery, records.idOf(Source.ZOOM, uuid), what.word(), byHost, Timestamp.from(at))
                .update();
    }

    /** A delivery that tells nothing of use. */
    public void nothing(UUID delivery, Instant at) {
        jdbc.sql("""
                        INSERT INTO zoom_hook (delivery_id, run_id, kind, by_host, at) VALUES (?, 0, 'nothing', false, ?)
                        ON CONFLICT DO NOTHING
                        """).params(delivery, Timestamp.from(at)).update();
    }

    Witness of(long run) {
        return jdbc.sql("""
                        SELECT coalesce(bool_or(kind = 'started'), false) AND coalesce(bool_or(kind = 'ended'), false)
                                 AND coalesce(bool_or(kind = 'joined' AND by_host), false) AS whole,
                               coalesce(bool_or(kind = 'joined' AND NOT by_host), false) AS others,
                               coalesce(bool_or(kind = 'waiting' AND NOT by_host), false) AS outside
                        FROM zoom_hook WHERE run_id = ?
                        """)
                .param(run)
                .query((row, number) ->
                        new Witness(row.getBoolean("whole"), row.getBoolean("others"), row.getBoolean("outside")))
                .single();
    }
}
