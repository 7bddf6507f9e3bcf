package hotleads.core;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoDeletion;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.contracts.ZohoTask;
import hotleads.contracts.ZohoWritten;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A CRM that sync would read: records a test writes, lists in the order of their changes, and what is written there.
 */
final class ZohoStandIn {
    final Map<Long, ZohoPerson> people = new ConcurrentHashMap<>();
    final Map<Long, ZohoTask> tasks = new ConcurrentHashMap<>();
    final Map<Long, ZohoDeletion> deletions = new ConcurrentHashMap<>();
    final Map<Long, List<ZohoStageChange>> timelines = new ConcurrentHashMap<>();
    /** What stands there of ours, by marker. */
    final Map<String, JsonNode> written = new ConcurrentHashMap<>();

    /** What every answer becomes, reads and writes; null for what it is. */
    final AtomicReference<@Nullable ProviderAnswer<?>> fault = new AtomicReference<>();

    /** Whether a write is carried out although its answer is the fault's. */
    volatile boolean carriesOut;

    volatile int pageSize = 200;
    volatile boolean repeatsPages;
    final AtomicInteger tokens = new AtomicInteger();

    private final AtomicInteger ids = new AtomicInteger(900);

    /** When each state of a record came to be there, whatever the record tells of itself. */
    private final Map<Object, Instant> changed = new ConcurrentHashMap<>();

    ZohoStandIn(SyncStandIn sync) {
        sync.calls.put("zoho/token", order -> {
            tokens.incrementAndGet();
            return ProviderAnswer.of(new byte[] {1, 2, 3});
        });
        sync.calls.put("zoho/leads", faulty(order -> page(order, persons("Leads"), ZohoPerson::modifiedAt)));
        sync.calls.put("zoho/contacts", faulty(order -> page(order, persons("Contacts"), ZohoPerson::modifiedAt)));
        sync.calls.put("zoho/tasks", faulty(order -> page(order, List.copyOf(tasks.values()), ZohoTask::modifiedAt)));
        sync.calls.put(
                "zoho/deleted",
                faulty(order -> order.path("query").path("module").asString("").equals("Leads")
                        ? page(order, List.copyOf(deletions.values()), ZohoDeletion::at)
                        : nothing()));
        sync.calls.put(
                "zoho/timeline",
                faulty(order -> ProviderAnswer.of(
                        timelines.getOrDefault(order.path("query").path("lead").asLong(), List.of()))));
        sync.calls.put("zoho/notes/new", writing());
        sync.calls.put("zoho/tasks/new", writing());
        sync.calls.put("zoho/written", faulty(order -> {
            JsonNode there = written.get(order.path("query").path("marker").asString(""));
            return there == null ? nothing() : ProviderAnswer.of(new ZohoWritten(77));
        }));
        sync.calls.put("zoho/channel", faulty(order -> ProviderAnswer.of(true)));
    }

    void enquiry(long id, String first, String last, @Nullable String email, Instant at) {
        put(id, "Leads", first, last, email, "Not Contacted", "Web Research", at, at);
    }

    void put(
            long id,
            String module,
            @Nullable String first,
            @Nullable String last,
            @Nullable String email,
            @Nullable String status,
            @Nullable String source,
            Instant createdAt,
            Instant modifiedAt) {
        people.put(
                id,
                new ZohoPerson(
                        id,
                        module,
                        first,
                        last,
                        email,
                        null,
                        null,
                        status,
                        source,
                        false,
                        createdAt,
                        modifiedAt,
                        false,
                        null));
    }

    void moveTo(long id, String status, Instant at) {
        ZohoPerson was = java.util.Objects.requireNonNull(people.get(id));
        put(id, was.module(), was.firstName(), was.lastName(), was.email(), status, was.source(), was.createdAt(), at);
    }

    void convert(long lead, long contact, Instant at) {
        ZohoPerson was = java.util.Objects.requireNonNull(people.get(lead));
        people.put(
                lead,
                new ZohoPerson(
                        lead,
                        "Leads",
                        was.firstName(),
                        was.lastName(),
                        was.email(),
                        was.phone(),
                        was.mobile(),
                        was.status(),
                        was.source(),
                        false,
                        was.createdAt(),
                        at,
                        true,
                        contact));
        put(contact, "Contacts", was.firstName(), was.lastName(), was.email(), null, was.source(), at, at);
    }

    void delete(long id, Instant at) {
        people.remove(id);
        tasks.remove(id);
        deletions.put(id, new ZohoDeletion(id, at));
    }

    private Function<JsonNode, ProviderAnswer<?>> writing() {
        return order -> {
            ProviderAnswer<?> wrong = fault.get();
            if (wrong == null || carriesOut) {
                JsonNode query = order.path("query");
                JsonNode before = written.put(query.path("marker").asString(""), query);
                if (before != null) {
                    throw new AssertionError("Written twice");
                }
            }
            return wrong == null ? ProviderAnswer.of(new ZohoWritten(ids.incrementAndGet())) : wrong;
        };
    }

    private Function<JsonNode, ProviderAnswer<?>> faulty(Function<JsonNode, ProviderAnswer<?>> right) {
        return order -> {
            ProviderAnswer<?> wrong = fault.get();
            return wrong == null ? right.apply(order) : wrong;
        };
    }

    private List<ZohoPerson> persons(String module) {
        return people.values().stream()
                .filter(one -> one.module().equals(module))
                .toList();
    }

    private <T> ProviderAnswer<?> page(JsonNode order, List<T> all, Function<T, Instant> changedAt) {
        JsonNode query = order.path("query");
        String since = query.path("since").isNull() ? "" : query.path("since").asString("");
        all.forEach(row -> changed.computeIfAbsent(row, _ -> now()));
        List<T> rows = new ArrayList<>(all.stream()
                .filter(row -> since.isEmpty()
                        || !changed.getOrDefault(row, Instant.EPOCH).isBefore(Instant.parse(since)))
                .sorted(Comparator.comparing(changedAt))
                .toList());
        String token = query.path("page").asString("");
        int from = token.isEmpty() || token.equals("null") ? 0 : Integer.parseInt(token);
        if (from >= rows.size()) {
            return nothing();
        }
        int to = Math.min(rows.size(), from + pageSize);
        @Nullable String next = to < rows.size() ? Integer.toString(repeatsPages ? from : to) : null;
        return ProviderAnswer.of(new ZohoPage<>(rows.subList(from, to), next, List.of()));
    }

    static ProviderAnswer<?> nothing() {
        return ProviderAnswer.failed(ProviderOutcome.NOTHING, null, null);
    }

    static Instant now() {
        return Clock.systemUTC().instant();
    }
}
