package hotleads.core.observations;

import hotleads.contracts.AcuityAppointment;
import hotleads.core.rebuilds.Derived;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.Vault;
import hotleads.vault.Unopened;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The names of calendars and session types, as the newest observations give them. In one transaction, so that nobody
 * sees an old name come back while the newer ones are still to be read.
 */
@Component
@Order(2)
class RebuildNames implements Derived {
    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final AcuityRecords records;
    private final Calendars calendars;
    private final ReportUnopened report;

    RebuildNames(JdbcClient jdbc, Vault vault, AcuityRecords records, Calendars calendars, ReportUnopened report) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.records = records;
        this.calendars = calendars;
        this.report = report;
    }

    @Override
    public List<String> tables() {
        return List.of("calendar", "session_type");
    }

    @Override
    public Batch rebuildAfter(@Nullable String mark) {
        Calendars.Names names = new Calendars.Names();
        Unopened unopened = new Unopened();
        UUID last = FIRST;
        List<Content> page = after(last);
        while (!page.isEmpty()) {
            page.forEach(content -> unopened.open(() -> open(content)).ifPresent(names::learn));
            last = page.getLast().id;
            page = after(last);
        }
        report.of(unopened);
        return new Batch(calendars.replace(names), null);
    }

    private AcuityAppointment open(Content content) {
        return records.open(content.content, vault.key(content.keyId), content.id);
    }

    /** Ids are made in the order of time, so the newest name is learned last. */
    private List<Content> after(UUID last) {
        return jdbc.sql("""
                        SELECT id, content, key_id FROM observation
                        WHERE id > ? AND source = 'acuity' AND content IS NOT NULL ORDER BY id LIMIT ?
                        """)
                .params(last, AT_ONCE)
                .query((row, number) -> new Content(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(row.getBytes("content")),
                        row.getObject("key_id", UUID.class)))
                .list();
    }

    private record Content(UUID id, byte[] content, UUID keyId) {}
}
