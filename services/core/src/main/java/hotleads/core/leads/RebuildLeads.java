package hotleads.core.leads;

import hotleads.core.rebuilds.Derived;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everyone's place on the list, asked of the rules anew. */
@Component
@Order(3)
class RebuildLeads implements Derived {
    private static final int AT_ONCE = 50;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Evaluations evaluations;

    RebuildLeads(JdbcClient jdbc, Evaluations evaluations) {
        this.jdbc = jdbc;
        this.evaluations = evaluations;
    }

    @Override
    public List<String> tables() {
        return List.of("lead", "usual_hour");
    }

    @Override
    public Batch rebuildAfter(@Nullable String mark) {
        List<UUID> people = peopleAfter(mark == null ? FIRST : UUID.fromString(mark));
        evaluations.evaluateAnew(people);
        return new Batch(
                people.size(), people.size() == AT_ONCE ? people.getLast().toString() : null);
    }

    private List<UUID> peopleAfter(UUID last) {
        return jdbc.sql("SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?")
                .params(last, AT_ONCE)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
