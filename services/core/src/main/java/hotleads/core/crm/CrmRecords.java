package hotleads.core.crm;

import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.contracts.ZohoTask;
import hotleads.core.people.ErasedRecords;
import hotleads.core.people.ErasedRecords.Made;
import hotleads.core.people.Identity;
import hotleads.core.people.People;
import hotleads.core.sources.Observed;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceObservations;
import hotleads.core.sources.SourceRecords;
import hotleads.core.vault.PracticeVault;
import hotleads.core.vault.Vault;
import hotleads.vault.inuse.SearchKeys;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes in what Zoho answered: kept when it is new, and what we hold derived from it. Nothing of ours is ever deleted:
 * what is gone there is marked so. Every call belongs to the caller's transaction, and tells whose facts changed.
 */
@Component
public class CrmRecords {
    private final SourceObservations observations;
    private final SourceRecords records;
    private final CrmContents contents;
    private final DeriveRecord derive;
    private final CrmTables tables;
    private final People people;
    private final ErasedRecords erased;
    private final PracticeVault practice;
    private final Vault vault;

    CrmRecords(
            SourceObservations observations,
            SourceRecords records,
            CrmContents contents,
            DeriveRecord derive,
            CrmTables tables,
            People people,
            ErasedRecords erased,
            PracticeVault practice,
            Vault vault) {
        this.observations = observations;
        this.records = records;
        this.contents = contents;
        this.derive = derive;
        this.tables = tables;
        this.people = people;
        this.erased = erased;
        this.practice = practice;
        this.vault = vault;
    }

    /** Drawn before a read begins: of two reads, the one with the higher ticket knows better. */
    public long nextTicket() {
        return observations.nextTicket();
    }

    /**
     * What an answer told.
     *
     * @param isNews whether it differs from what was held
     * @param isNew whether nothing was held of the record
     * @param stageMoved whether an enquiry is at another stage than before, or new and no longer at the first
     */
    public record Taken(Set<UUID> touched, boolean isNews, boolean isNew, boolean stageMoved) {
        static final Taken NOTHING = new Taken(Set.of(), false, false, false);
    }

    public Taken take(ZohoPerson person, long ticket, Instant receivedAt) {
        // Before any other lock: a rotation waits for all who hold the keys, and they must not wait for each other.
        SearchKeys keys = vault.holdSearch();
        Optional<CrmRecord> before = tables.find(person.id());
        People.Told told = new People.Told(
                person.id(),
                person.firstName(),
                person.lastName(),
                person.email(),
                person.phone() == null ? person.mobile() : person.phone(),
                evidence(person, before));
        if (!erased.among(Source.ZOHO.word(), List.of(new Made(told, person.createdAt())))
                .isEmpty()) {
            return Taken.NOTHING;
        }
        Identity identity = Objects.requireNonNull(
                people.identitiesOf(Source.ZOHO.word(), List.of(told), keys).get(person.id()));
        boolean kept = observations.keep(
                new SourceObservations.Answered(
                        Source.ZOHO, person.id(), ticket, receivedAt, CrmContents.PERSON, contents.text(person)),
                identity.id(),
                identity.keyId());
        if (!kept) {
            return Taken.NOTHING;
        }
        Set<UUID> touched = deriveAgain(person.id());
        if (before.filter(one -> one.identityId().equals(identity.id())).isEmpty()) {
            tables.showAs(identity.id(), touched);
        }
        return new Taken(touched, true, before.isEmpty(), stageMoved(person, before));
    }

    /** Who the same record, or the lead it was before, stood for until now. */
    private @Nullable UUID evidence(ZohoPerson person, Optional<CrmRecord> before) {
        return before.or(() -> tables.becameOf(person.id()))
                .map(CrmRecord::identityId)
                .orElse(null);
    }

    private static boolean stageMoved(ZohoPerson person, Optional<CrmRecord> before) {
        if (!person.module().equals(CrmRecord.LEADS)) {
            return false;
        }
        var stage = PracticeWords.stage(person.status());
        return before.isEmpty()
                ? stage != hotleads.core.leads.rules.Stage.NEW
                : before.get().stage() != stage;
    }

    public Taken take(ZohoTask task, long ticket, Instant receivedAt) {
        // Before any other lock, as above.
        var unused = vault.holdSearch();
        Long about = task.about();
        if (about != null && erased.isErased(Source.ZOHO.word(), about)) {
            return Taken.NOTHING;
        }
        boolean isNew = tables.findTask(task.id()).isEmpty();
        boolean kept = observations.keep(
                new SourceObservations.Answered(
                        Source.ZOHO, task.id(), ticket, receivedAt, CrmContents.TASK, contents.text(task)),
                null,
                practice.key().id());
        return kept ? new Taken(deriveAgain(task.id()), true, isNew, false) : Taken.NOTHING;
    }

    /** Deleted, or merged away; what nobody ever told us of is not made known by its end. */
    public Taken takeGone(long record, long ticket, Instant receivedAt) {
        Optional<Observed> last = observations.latest(Source.ZOHO, record);
        if (last.isEmpty() || last.get().state().equals(CrmContents.GONE)) {
            return Taken.NOTHING;
        }
        boolean kept = observations.keep(
                new SourceObservations.Answered(Source.ZOHO, record, ticket, receivedAt, CrmContents.GONE, null),
                last.get().identityId(),
                practice.key().id());
        return kept ? new Taken(deriveAgain(record), true, false, false) : Taken.NOTHING;
    }

    public Set<UUID> takeTimeline(long lead, List<ZohoStageChange> changes, long ticket, Instant receivedAt) {
        Optional<CrmRecord> record = tables.find(lead);
        if (record.isEmpty()) {
            return Set.of();
        }
        UUID identity = record.get().identityId();
        boolean kept = observations.keep(
                new SourceObservations.Answered(
                        Source.ZOHO,
                        timelineOf(lead),
                        ticket,
                        receivedAt,
                        CrmContents.TIMELINE,
                        contents.text(changes)),
                identity,
                people.keyOf(identity));
        return kept ? deriveAgain(lead) : Set.of();
    }

    private long timelineOf(long lead) {
        return records.idOf(Source.ZOHO, "timeline/" + lead);
    }

    /** Writes anew what is held of a record, from what was answered about it until now. */
    Set<UUID> deriveAgain(long record) {
        List<Observed> seen = observations.of(Source.ZOHO, record);
        if (seen.stream().anyMatch(one -> one.state().equals(CrmContents.TASK))) {
            return deriveTask(record, seen);
        }
        Optional<CrmRecord> before = tables.find(record);
        Optional<DeriveRecord.Derived> now = derive.from(seen, observations.of(Source.ZOHO, timelineOf(record)));
        if (now.isEmpty()) {
            return Set.of();
        }
        CrmRecord held = now.get().record();
        List<StageMove> movesBefore = tables.movesOf(List.of(record));
        tables.put(held);
        tables.putMoves(record, now.get().moves());
        if (before.filter(held::tellsTheSameAs).isPresent() && movesBefore.equals(tables.movesOf(List.of(record)))) {
            return Set.of();
        }
        Set<UUID> touched = new LinkedHashSet<>();
        touched.add(held.personId());
        before.ifPresent(one -> touched.add(one.personId()));
        touched.addAll(people.tiedTo(touched));
        return touched;
    }

    private Set<UUID> deriveTask(long id, List<Observed> seen) {
        Observed told = seen.stream()
                .filter(one -> one.state().equals(CrmContents.TASK))
                .toList()
                .getLast();
        ZohoTask task = contents.task(told);
        boolean isGone = seen.getLast().state().equals(CrmContents.GONE);
        Optional<CrmTables.Task> before = tables.findTask(id);
        tables.put(new CrmTables.Task(
                id, task.about(), task.dueOn(), !isGone && isOpen(task), told.id(), told.receivedAt()));
        Set<UUID> touched = new LinkedHashSet<>();
        addWhoseIs(task.about(), touched);
        before.ifPresent(one -> addWhoseIs(one.about(), touched));
        return touched;
    }

    /** A closing time says so whatever the practice calls it; a word alone is believed when it is Zoho's own. */
    private static boolean isOpen(ZohoTask task) {
        return task.closedAt() == null && !"Completed".equals(task.status());
    }

    private void addWhoseIs(@Nullable Long record, Set<UUID> touched) {
        Optional.ofNullable(record).flatMap(tables::find).ifPresent(one -> touched.add(one.personId()));
    }
}
