package hotleads.core;

import hotleads.contracts.GoogleEvent;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import tools.jackson.databind.JsonNode;

/** A calendar at Google as sync tells of it: what the test wrote, and what core put there. */
final class SomeGoogle {
    final Map<String, GoogleEvent> events = new ConcurrentSkipListMap<>();
    final Map<String, GoogleOwnEvent> own = new ConcurrentSkipListMap<>();
    final List<String> everUsed = new ArrayList<>();
    /** How many events a page holds. */
    int pageSize = 100;
    /** What the next lists are answered instead. */
    final Queue<ProviderAnswer<?>> next = new ConcurrentLinkedQueue<>();

    int writes;
    private int version;

    static SomeGoogle answersIn(SyncStandIn sync) {
        SomeGoogle google = new SomeGoogle();
        answersIn(sync, google);
        return google;
    }

    /** The same once more, after a test had it fail. */
    static void answersIn(SyncStandIn sync, SomeGoogle google) {
        sync.calls.put("google/token", order -> ProviderAnswer.of(new byte[] {1}));
        sync.calls.put("google/events", order -> google.list(order.path("query")));
        sync.calls.put("google/event", order -> google.read(order.path("query")));
        sync.calls.put("google/event/put", order -> google.put(order.path("query")));
        sync.calls.put("google/event/removal", order -> google.remove(order.path("query")));
        sync.calls.put("google/free-busy", order -> ProviderAnswer.of(List.of()));
    }

    /** The sync token is no longer good: the next list is a whole one. */
    void forgetToken() {
        next.add(ProviderAnswer.failed(ProviderOutcome.GONE, null, "full-list-needed"));
    }

    void busy(String id, Instant from, Instant to) {
        events.put(id, new GoogleEvent(id, false, from, to, false, true, false));
    }

    private synchronized ProviderAnswer<?> list(JsonNode query) {
        ProviderAnswer<?> instead = next.poll();
        if (instead != null) {
            return instead;
        }
        List<GoogleEvent> all = new ArrayList<>(events.values());
        own.values().stream()
                .filter(event -> !event.cancelled())
                .forEach(event -> all.add(
                        new GoogleEvent(event.id(), false, event.startsAt(), event.endsAt(), false, true, false)));
        boolean changesOnly = query.path("syncToken").isString();
        if (changesOnly) {
            own.values().stream()
                    .filter(GoogleOwnEvent::cancelled)
                    .forEach(event -> all.add(new GoogleEvent(event.id(), true, null, null, false, false, false)));
        }
        int from = query.path("pageToken").isString()
                ? Integer.parseInt(query.path("pageToken").asString())
                : 0;
        int to = Math.min(from + pageSize, all.size());
        return ProviderAnswer.of(new GoogleEventsPage(
                all.subList(from, to),
                to < all.size() ? Integer.toString(to) : null,
                to < all.size() ? null : "sync-" + ++version,
                0));
    }

    private synchronized ProviderAnswer<?> read(JsonNode query) {
        GoogleOwnEvent event = own.get(query.path("id").asString());
        return event == null
                ? ProviderAnswer.failed(ProviderOutcome.GONE, null, "not-found")
                : ProviderAnswer.of(event);
    }

    private synchronized ProviderAnswer<?> put(JsonNode query) {
        String id = query.path("id").asString();
        boolean fresh = !query.path("etag").isString();
        if (fresh && everUsed.contains(id)) {
            return ProviderAnswer.failed(ProviderOutcome.CHANGED, null, "duplicate");
        }
        GoogleOwnEvent before = own.get(id);
        if (!fresh && (before == null || !query.path("etag").asString().equals(before.etag()))) {
            return ProviderAnswer.failed(ProviderOutcome.CHANGED, null, "changed-meanwhile");
        }
        writes++;
        everUsed.add(id);
        GoogleOwnEvent event = new GoogleOwnEvent(
                id,
                false,
                Instant.parse(query.path("startsAt").asString()),
                Instant.parse(query.path("endsAt").asString()),
                query.path("title").asString(),
                query.path("mark").asString(),
                "etag-" + ++version);
        own.put(id, event);
        return ProviderAnswer.of(event);
    }

    private synchronized ProviderAnswer<?> remove(JsonNode query) {
        GoogleOwnEvent before = own.get(query.path("id").asString());
        if (before == null || before.cancelled()) {
            return ProviderAnswer.of(false);
        }
        writes++;
        own.put(
                before.id(),
                new GoogleOwnEvent(
                        before.id(),
                        true,
                        before.startsAt(),
                        before.endsAt(),
                        before.title(),
                        before.mark(),
                        "etag-" + ++version));
        return ProviderAnswer.of(true);
    }

    /** Somebody moves one of our events in Google's own pages. */
    synchronized void moveByHand(String id, Instant from, Instant to) {
        GoogleOwnEvent before = java.util.Objects.requireNonNull(own.get(id));
        own.put(id, new GoogleOwnEvent(id, false, from, to, before.title(), before.mark(), "etag-" + ++version));
    }

    /** Somebody deletes it so thoroughly that only its id is left. */
    synchronized void purge(String id) {
        own.remove(id);
    }
}
