package hotleads.core.crm;

import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.core.sources.Observed;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceObservations;
import hotleads.core.sources.SourceRecords;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What Zoho told of one person, in the practice's own words, opened for whoever may see it. */
@Component
public class CrmHistory {
    /** The module that enquiries lie in. */
    public static final String ENQUIRIES = CrmRecord.LEADS;

    private final CrmTables tables;
    private final SourceObservations observations;
    private final SourceRecords records;
    private final CrmContents contents;

    CrmHistory(CrmTables tables, SourceObservations observations, SourceRecords records, CrmContents contents) {
        this.tables = tables;
        this.observations = observations;
        this.records = records;
        this.contents = contents;
    }

    /**
     * One record at Zoho.
     *
     * @param id as text, as it does not fit what a browser calls a number
     * @param state {@code open}, {@code converted} or {@code gone}
     * @param status the practice's own word
     * @param source the practice's own word for how they came
     */
    public record CrmRecordShown(
            String id,
            String module,
            String state,
            @Nullable String status,
            @Nullable String source,
            Instant createdAt,
            boolean emailOptOut,
            List<CrmChangeShown> changes,
            List<CrmTaskShown> tasks) {}

    /**
     * It went from one status to another.
     *
     * @param by what Zoho calls who did it; null when it does not say
     */
    public record CrmChangeShown(
            Instant at,
            @Nullable String from,
            @Nullable String to,
            @Nullable String by,
            String how) {}

    /** An open task about them. */
    public record CrmTaskShown(String id, @Nullable LocalDate dueOn) {}

    /** The newest first; what does not open is left out. */
    public List<CrmRecordShown> of(UUID person, Unopened unopened) {
        return tables.ofEach(List.of(person)).getOrDefault(person, List.of()).reversed().stream()
                .flatMap(record -> unopened.open(() -> shown(record)).stream())
                .toList();
    }

    private CrmRecordShown shown(CrmRecord record) {
        ZohoPerson told = observations.of(Source.ZOHO, record.id()).stream()
                .filter(one -> one.state().equals(CrmContents.PERSON))
                .map(contents::person)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new CrmRecordShown(
                Long.toString(record.id()),
                record.module(),
                record.state().word(),
                told.status(),
                told.source(),
                told.createdAt(),
                told.emailOptOut(),
                changes(record.id()),
                tables.openTasksAbout(List.of(record.id())).stream()
                        .map(task -> new CrmTaskShown(Long.toString(task.id()), task.dueOn()))
                        .toList());
    }

    private List<CrmChangeShown> changes(long record) {
        List<CrmChangeShown> changes = new ArrayList<>();
        List<Observed> timelines = observations.of(Source.ZOHO, records.idOf(Source.ZOHO, "timeline/" + record));
        if (!timelines.isEmpty()) {
            contents.timeline(timelines.getLast()).forEach(change -> changes.add(shown(change)));
        }
        changes.sort(Comparator.comparing(CrmChangeShown::at).reversed());
        return changes;
    }

    private static CrmChangeShown shown(ZohoStageChange change) {
        return new CrmChangeShown(change.at(), change.from(), change.to(), change.by(), change.how());
    }
}
