package hotleads.core.crm;

import hotleads.core.leads.rules.CrmFacts;
import hotleads.core.leads.rules.EnquiryFact;
import hotleads.core.leads.rules.Freshness;
import hotleads.core.leads.rules.StageMoveFact;
import hotleads.core.leads.rules.TaskFact;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What Zoho tells of people, for the rules and for whoever writes to Zoho about them. */
@Component
public class CrmOfPeople {
    private final CrmTables tables;
    private final ZoneId zone;

    CrmOfPeople(CrmTables tables, @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.tables = tables;
        this.zone = zone;
    }

    /** In a few questions for all of them; whoever Zoho does not know is left out. */
    public Map<UUID, CrmFacts> factsOfEach(Collection<UUID> people, Freshness freshness) {
        Map<UUID, List<CrmRecord>> found = tables.ofEach(people);
        Map<Long, UUID> whose = new HashMap<>();
        found.forEach((person, records) -> records.stream()
                .filter(record -> record.state() != CrmRecord.State.GONE)
                .forEach(record -> whose.put(record.id(), person)));
        Map<UUID, List<StageMoveFact>> moves = new HashMap<>();
        Map<UUID, List<TaskFact>> tasks = new HashMap<>();
        if (!whose.isEmpty()) {
            tables.movesOf(whose.keySet())
                    .forEach(move -> add(moves, Objects.requireNonNull(whose.get(move.recordId())), move.asFact()));
            tables.openTasksAbout(whose.keySet()).forEach(task -> addTask(tasks, whose, task));
        }
        Map<UUID, CrmFacts> facts = new HashMap<>();
        found.forEach((person, records) -> facts.put(
                person,
                new CrmFacts(
                        enquiries(records),
                        moves.getOrDefault(person, List.of()),
                        tasks.getOrDefault(person, List.of()),
                        freshness)));
        return facts;
    }

    /**
     * What Zoho had told of each at any time; whoever it does not know is left out, and so is what it has deleted
     * since.
     */
    public Map<UUID, CrmPast> pastOfEach(Collection<UUID> people) {
        Map<UUID, List<CrmRecord>> found = tables.ofEach(people);
        List<Long> records =
                found.values().stream().flatMap(List::stream).map(CrmRecord::id).toList();
        Map<Long, Instant> heard = tables.firstHeardOf(records);
        Map<Long, List<StageMove>> moves =
                tables.movesOf(records).stream().collect(Collectors.groupingBy(StageMove::recordId));
        Map<Long, List<CrmTables.Task>> tasks = tables.tasksAbout(records).stream()
                .collect(Collectors.groupingBy(task -> Objects.requireNonNull(task.about())));
        Map<Long, Instant> heardOfTasks = tables.firstHeardOf(tasks.values().stream()
                .flatMap(List::stream)
                .map(CrmTables.Task::id)
                .toList());
        Map<UUID, CrmPast> past = new HashMap<>();
        found.forEach((person, theirs) -> {
            List<Long> ids = theirs.stream()
                    .filter(record -> record.state() != CrmRecord.State.GONE)
                    .map(CrmRecord::id)
                    .toList();
            past.put(
                    person,
                    new CrmPast(
                            enquiries(theirs).stream()
                                    .map(fact -> new CrmPast.Enquiry(
                                            fact, heard.getOrDefault(fact.recordId(), fact.receivedAt())))
                                    .toList(),
                            ids.stream()
                                    .flatMap(id -> moves.getOrDefault(id, List.of()).stream())
                                    .toList(),
                            ids.stream()
                                    .flatMap(id -> tasks.getOrDefault(id, List.of()).stream())
                                    .flatMap(task -> pastTask(task, heardOfTasks).stream())
                                    .toList()));
        });
        return past;
    }

    private Optional<CrmPast.Task> pastTask(CrmTables.Task task, Map<Long, Instant> heard) {
        return asFact(task)
                .map(fact -> new CrmPast.Task(
                        fact,
                        heard.getOrDefault(task.id(), task.receivedAt()),
                        task.open() ? null : task.receivedAt()));
    }

    private static List<EnquiryFact> enquiries(List<CrmRecord> records) {
        return records.stream()
                .filter(record -> record.module().equals(CrmRecord.LEADS))
                .filter(record -> record.state() != CrmRecord.State.GONE)
                .map(CrmRecord::asFact)
                .toList();
    }

    private void addTask(Map<UUID, List<TaskFact>> tasks, Map<Long, UUID> whose, CrmTables.Task task) {
        asFact(task).ifPresent(fact -> add(tasks, Objects.requireNonNull(whose.get(task.about())), fact));
    }

    private Optional<TaskFact> asFact(CrmTables.Task task) {
        return Optional.ofNullable(task.dueOn())
                .map(due -> new TaskFact(
                        task.id(),
                        due.atStartOfDay(zone).toInstant(),
                        due.plusDays(1).atStartOfDay(zone).toInstant(),
                        task.receivedAt()));
    }

    private static <T> void add(Map<UUID, List<T>> to, UUID person, T fact) {
        to.computeIfAbsent(person, first -> new ArrayList<>()).add(fact);
    }

    /** A record at Zoho that something about a person may be written to. */
    public record Target(String module, long id) {}

    /** The contact they are there, else the newest lead; none when Zoho does not know them. */
    public Optional<Target> targetOf(UUID person) {
        return tables.ofEach(List.of(person)).getOrDefault(person, List.of()).stream()
                .filter(record -> record.state() == CrmRecord.State.OPEN)
                .max(Comparator.<CrmRecord, Boolean>comparing(
                                record -> record.module().equals(CrmRecord.CONTACTS))
                        .thenComparing(CrmRecord::enquiredAt)
                        .thenComparing(CrmRecord::id))
                .map(record -> new Target(record.module(), record.id()));
    }

    /** Where a record's notes belong now, after it may have been converted. */
    public Target now(Target decided) {
        return tables.find(decided.id)
                .filter(record -> record.state() == CrmRecord.State.CONVERTED)
                .map(CrmRecord::convertedTo)
                .map(contact -> new Target(CrmRecord.CONTACTS, contact))
                .orElse(decided);
    }
}
