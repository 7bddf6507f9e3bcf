package hotleads.core.hooks;

import hotleads.contracts.AcuityHook;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hooks we made at Acuity, and what last kept us from making one. */
@Component
class OurHooks {
    private final JdbcClient jdbc;
    private final Clock clock;

    OurHooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Set<Long> ids() {
        return Set.copyOf(
                jdbc.sql("SELECT id FROM acuity_hook").query(Long.class).list());
    }

    void add(AcuityHook made) {
        jdbc.sql("INSERT INTO acuity_hook (id, event, target, made_at) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
                .params(made.id(), made.event(), made.target(), Timestamp.from(clock.instant()))
                .update();
    }

    void forget(long id) {
        jdbc.sql("DELETE FROM acuity_hook WHERE id = ?").param(id).update();
    }

    /** Somebody removed the others at Acuity. */
    void forgetAllBut(Collection<Long> there) {
        jdbc.sql("DELETE FROM acuity_hook WHERE NOT id = ANY (?)")
                .param(there.toArray(Long[]::new))
                .update();
    }

    void remember(@Nullable String cause) {
        jdbc.sql(
                        "UPDATE provider_state SET hooks_cause = :cause WHERE provider = 'acuity' AND hooks_cause IS DISTINCT FROM :cause")
                .param("cause", cause)
                .update();
    }
}
