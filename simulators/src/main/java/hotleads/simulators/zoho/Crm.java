package hotleads.simulators.zoho;

import hotleads.simulators.storage.StateFile;
import hotleads.simulators.time.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The CRM's records and the rules by which they change; what a script holds happens as the practice's time passes it.
 */
public final class Crm {

    static final String LEADS = "Leads";
    static final String CONTACTS = "Contacts";
    static final String TASKS = "Tasks";
    static final String NOTES = "Notes";
    private static final Duration AHEAD = Duration.ofMinutes(20);

    /** What was just done, for whoever is told of changes; {@code event} is create, edit or delete. */
    record Done(
            String module, String event, long id, @Nullable String field) {}

    private final PracticeClock clock;
    private final ZohoFaults faults;
    private final StateFile file;
    private final Map<Long, CrmRecord> records = new TreeMap<>();
    private final List<Deletion> deletions = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Channel> channels = new TreeMap<>();
    private final Map<String, Long> known = new HashMap<>();
    private final Queue<Happening> ahead = new PriorityQueue<>(Comparator.comparing(Happening::at));
    private final List<Consumer<Done>> listeners = new CopyOnWriteArrayList<>();
    private long nextId;

    public Crm(PracticeClock clock, ZohoFaults faults, StateFile file) {
        this.clock = clock;
        this.faults = faults;
        this.file = file;
        CrmState state = file.read(CrmState.class).orElseGet(CrmState::empty);
        nextId = state.nextId();
        state.records().forEach(one -> records.put(one.id(), one));
        deletions.addAll(state.deletions());
        changes.addAll(state.changes());
        state.channels().forEach(one -> channels.put(one.id(), one));
        known.putAll(state.known());
        ahead.addAll(state.ahead());
    }

    void whenDone(Consumer<Done> listener) {
        listeners.add(listener);
    }

    synchronized boolean isEmpty() {
        return records.isEmpty() && ahead.isEmpty();
    }

    /** What is to happen from now on; what lies behind has happened. */
    synchronized void follow(List<Happening> script) {
        ahead.addAll(script);
        catchUp();
        save();
    }

    /** Lets happen what the practice's time has passed. */
    synchronized void catchUp() {
        Instant now = clock.instant();
        boolean any = false;
        while (!ahead.isEmpty() && !ahead.element().at().isAfter(now)) {
            happen(ahead.remove());
            any = true;
        }
        if (any) {
            save();
        }
    }

    private void happen(Happening one) {
        Long id = known.get(one.who());
        switch (one.kind()) {
            case ENQUIRE ->
                known.put(
                        one.who(),
                        make(LEADS, one.what(), null, one.at(), ZohoUser.TONY, "crm_ui")
                                .id());
            case TASK -> makeTask(one);
            case CHANGE -> onKnown(id, record -> change(record, one.what(), one.at(), ZohoUser.ROB, "crm_ui"));
            case CONVERT ->
                onKnown(
                        id,
                        record -> known.put(
                                one.who(),
                                convert(record, one.at(), ZohoUser.ROB).id()));
            case DELETE -> onKnown(id, record -> delete(record.id(), "recycle", one.at()));
            case MERGE ->
                onKnown(id, record -> merge(record, known.get(one.what().get("loser")), one.at()));
        }
    }

    private void onKnown(@Nullable Long id, Consumer<CrmRecord> act) {
        Optional.ofNullable(id).flatMap(this::find).ifPresent(act);
    }

    private void makeTask(Happening one) {
        var fields = new HashMap<>(one.what());
        Long about = known.get(String.valueOf(fields.remove("about")));
        known.put(
                one.who(),
                make(TASKS, fields, about, one.at(), ZohoUser.TONY, "crm_ui").id());
    }

    Instant now() {
        Instant now = ZohoTime.whole(clock.instant());
        return faults.on(ZohoFault.CLOCK_AHEAD) ? now.plus(AHEAD) : now;
    }

    Instant practiceTime() {
        return clock.instant();
    }

    synchronized List<CrmRecord> all(String module) {
        return records.values().stream()
                .filter(one -> one.module().equals(module))
                .toList();
    }

    synchronized Optional<CrmRecord> find(long id) {
        return Optional.ofNullable(records.get(id));
    }

    synchronized List<Deletion> deletions(String module) {
        return deletions.stream().filter(one -> one.module().equals(module)).toList();
    }

    /** The newest first, as Zoho shows them. */
    synchronized List<Change> timeline(long record) {
        return changes.reversed().stream()
                .filter(one -> one.record() == record)
                .sorted(Comparator.comparing(Change::at).reversed())
                .toList();
    }

    synchronized CrmRecord insert(
            String module, Map<String, String> fields, @Nullable Long about, ZohoUser by, String source) {
        CrmRecord made = make(module, fields, about, now(), by, source);
        save();
        return made;
    }

    synchronized CrmRecord update(CrmRecord record, Map<String, @Nullable String> fields, ZohoUser by, String source) {
        CrmRecord changed = change(record, fields, now(), by, source);
        save();
        return changed;
    }

    synchronized CrmRecord convert(CrmRecord lead, ZohoUser by) {
        CrmRecord contact = convert(lead, now(), by);
        save();
        return contact;
    }

    synchronized void remove(long id, String type) {
        delete(id, type, now());
        save();
    }

    private CrmRecord make(
            String module, Map<String, String> fields, @Nullable Long about, Instant at, ZohoUser by, String source) {
        Instant whole = ZohoTime.whole(at);
        var made = new CrmRecord(nextId(), module, fields, about, whole, whole, null, null);
        records.put(made.id(), made);
        changes.add(new Change(nextId(), made.id(), whole, by, source, "added", null, null, null));
        tell(new Done(module, "create", made.id(), null));
        return made;
    }

    private CrmRecord change(
            CrmRecord record, Map<String, ? extends @Nullable String> fields, Instant at, ZohoUser by, String source) {
        Instant whole = ZohoTime.whole(at);
        var wanted = new HashMap<String, @Nullable String>(fields);
        CrmRecord changed = record.with(wanted, whole);
        records.put(changed.id(), changed);
        wanted.forEach((name, value) -> {
            String before = record.field(name);
            if (!java.util.Objects.equals(before, value)) {
                changes.add(new Change(nextId(), record.id(), whole, by, source, "updated", name, before, value));
                tell(new Done(record.module(), "edit", record.id(), name));
            }
        });
        return changed;
    }

    /** The lead stays, but lists no longer show it; tasks and notes go with the contact. */
    private CrmRecord convert(CrmRecord lead, Instant at, ZohoUser by) {
        Instant whole = ZohoTime.whole(at);
        var fields = new HashMap<>(lead.fields());
        fields.remove("Lead_Status");
        CrmRecord contact = make(CONTACTS, fields, null, at, by, "crm_ui");
        records.put(lead.id(), lead.converted(contact.id(), whole));
        changes.add(new Change(nextId(), lead.id(), whole, by, "crm_ui", "converted", null, null, null));
        moveWhatBelongs(lead.id(), contact.id(), whole);
        tell(new Done(LEADS, "edit", lead.id(), null));
        return contact;
    }

    private void merge(CrmRecord winner, @Nullable Long loser, Instant at) {
        if (loser == null || !records.containsKey(loser)) {
            return;
        }
        Instant whole = ZohoTime.whole(at);
        moveWhatBelongs(loser, winner.id(), whole);
        delete(loser, "permanent", at);
        records.put(winner.id(), winner.with(Map.of(), whole));
        changes.add(new Change(nextId(), winner.id(), whole, ZohoUser.TONY, "crm_ui", "merged", null, null, null));
        tell(new Done(winner.module(), "edit", winner.id(), null));
    }

    private void moveWhatBelongs(long from, long to, Instant at) {
        records.replaceAll((id, one) -> one.about() != null && one.about() == from ? one.about(to, at) : one);
    }

    private void delete(long id, String type, Instant at) {
        CrmRecord gone = records.remove(id);
        if (gone != null) {
            deletions.add(new Deletion(id, gone.module(), gone.displayName(), type, ZohoTime.whole(at)));
            tell(new Done(gone.module(), "delete", id, null));
        }
    }

    private long nextId() {
        nextId += 1_000;
        return nextId;
    }

    private void tell(Done done) {
        listeners.forEach(listener -> listener.accept(done));
    }

    /** Those that have not ended. */
    synchronized List<Channel> channels() {
        Instant now = now();
        return channels.values().stream()
                .filter(one -> one.expiresAt().isAfter(now))
                .toList();
    }

    synchronized void put(Channel channel) {
        channels.put(channel.id(), channel);
        save();
    }

    synchronized boolean removeChannel(String id) {
        boolean was = channels.remove(id) != null;
        save();
        return was;
    }

    private void save() {
        file.save(this::state);
    }

    private synchronized CrmState state() {
        return new CrmState(
                nextId,
                List.copyOf(records.values()),
                deletions,
                changes,
                List.copyOf(channels.values()),
                List.copyOf(ahead),
                known);
    }
}
