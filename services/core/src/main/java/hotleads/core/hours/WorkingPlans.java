package hotleads.core.hours;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored plans; hours of the day and dates, in no way a person's secret. */
@Component
public class WorkingPlans {
    private final JdbcClient jdbc;
    private final Absences absences;

    WorkingPlans(JdbcClient jdbc, Absences absences) {
        this.jdbc = jdbc;
        this.absences = absences;
    }

    public WorkingPlan of(long calendar) {
        List<Hours> hours = jdbc.sql("""
                        SELECT weekday, from_minute, until_minute FROM working_hours WHERE calendar_id = ?
                        ORDER BY weekday, from_minute
                        """)
                .param(calendar)
                .query((row, number) ->
                        new Hours(row.getInt("weekday"), row.getInt("from_minute"), row.getInt("until_minute")))
                .list();
        return new WorkingPlan(hours, absences.of(calendar), version(calendar));
    }

    /** Held until the transaction ends: of two who save at once, one is told. */
    long hold(long calendar) {
        jdbc.sql("INSERT INTO working_plan (calendar_id, version) VALUES (?, 0) ON CONFLICT DO NOTHING")
                .param(calendar)
                .update();
        return jdbc.sql("SELECT version FROM working_plan WHERE calendar_id = ? FOR UPDATE")
                .param(calendar)
                .query(Long.class)
                .single();
    }

    private long version(long calendar) {
        return jdbc.sql("SELECT version FROM working_plan WHERE calendar_id = ?")
                .param(calendar)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Anew and whole; held by the caller's transaction. */
    void replace(long calendar, List<Hours> hours) {
        jdbc.sql("DELETE FROM working_hours WHERE calendar_id = ?")
                .param(calendar)
                .update();
        hours.forEach(one -> jdbc.sql(
                        "INSERT INTO working_hours (calendar_id, weekday, from_minute, until_minute) VALUES (?, ?, ?, ?)")
                .params(calendar, one.weekday(), one.fromMinute(), one.untilMinute())
                .update());
        jdbc.sql("UPDATE working_plan SET version = version + 1 WHERE calendar_id = ?")
                .param(calendar)
                .update();
    }
}
