package hotleads.sync.acuity;

import hotleads.contracts.AcuityAppointment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The rows of a window, each id once: a booking moved between two reads comes twice, and the later read is right. */
final class Rows {
    private static final Logger log = LoggerFactory.getLogger(Rows.class);

    private final Map<Long, Row> byId = new LinkedHashMap<>();

    void addAll(JsonNode list) {
        int nameless = 0;
        for (JsonNode json : list) {
            switch (Row.read(json)) {
                case Row.Readable row -> byId.put(row.appointment().id(), row);
                case Row.Unreadable row -> byId.put(row.id(), row);
                case Row.Nameless() -> nameless++;
            }
        }
        if (nameless > 0) {
            log.warn("Acuity sent {} rows without an id", nameless);
        }
    }

    List<AcuityAppointment> readable() {
        return byId.values().stream()
                .filter(Row.Readable.class::isInstance)
                .map(row -> ((Row.Readable) row).appointment())
                .toList();
    }

    List<Long> unreadable() {
        return byId.values().stream()
                .filter(Row.Unreadable.class::isInstance)
                .map(row -> ((Row.Unreadable) row).id())
                .toList();
    }
}
