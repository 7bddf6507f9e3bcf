package hotleads.sync.google;

import hotleads.contracts.GoogleEventRef;
import hotleads.contracts.GoogleEventWrite;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.google.GoogleApi.Call;
import hotleads.sync.values.PlainText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes, changes, reads and removes what is ours at Google; an event without our mark is never touched. */
@Component
class OwnEvents {
    /** The private property that says which booking an event stands for: opaque to everybody else. */
    private static final String MARK = "hotLeadsBooking";

    private static final String FIELDS = "id,status,etag,start,end,summary,extendedProperties/private";
    private static final String ONE = ReadEvents.EVENTS + "/";

    private final GoogleApi api;

    OwnEvents(GoogleApi api) {
        this.api = api;
    }

    ProviderAnswer<GoogleOwnEvent> read(GoogleAccount account, GoogleEventRef ref) {
        String path =
                new Query(ONE + Query.encoded(ref.id())).with("fields", FIELDS).toString();
        return api.get(new Call("get", "event", path), account.writer(), api.deadline())
                .as(OwnEvents::event);
    }

    /** Without a version it is made, and with one it is changed if it is still that. */
    ProviderAnswer<GoogleOwnEvent> write(GoogleAccount account, GoogleEventWrite wanted) {
        return wanted.etag() == null ? insert(account, wanted) : change(account, wanted, wanted.etag());
    }

    private ProviderAnswer<GoogleOwnEvent> insert(GoogleAccount account, GoogleEventWrite wanted) {
        Map<String, Object> body = body(wanted);
        body.put("id", wanted.id());
        String path = told(new Query(ReadEvents.EVENTS));
        return api.send(new Call("post", "events", path), account.writer(), body, null, api.deadline())
                .as(OwnEvents::event);
    }

    // PATCH and not PUT: what a person added to the event stays (sheet §4).
    private ProviderAnswer<GoogleOwnEvent> change(GoogleAccount account, GoogleEventWrite wanted, String etag) {
        Map<String, Object> body = body(wanted);
        // Removed ones keep their id for ever, so coming back is a change too.
        body.put("status", "confirmed");
        String path = told(new Query(ONE + Query.encoded(wanted.id())));
        return api.send(new Call("patch", "event", path), account.writer(), body, etag, api.deadline())
                .as(OwnEvents::event);
    }

    /** Removed, whether by this call or before it. */
    ProviderAnswer<Boolean> remove(GoogleAccount account, GoogleEventRef ref) {
        String path = new Query(ONE + Query.encoded(ref.id()))
                .with("sendUpdates", "none")
                .toString();
        Answer answer = api.send(new Call("delete", "event", path), account.writer(), null, ref.etag(), api.deadline());
        return answer instanceof Answer.Failed failed && failed.outcome() == ProviderOutcome.GONE
                ? ProviderAnswer.of(false)
                : answer.as(json -> true);
    }

    // Nobody else is on our events; without "none" Google would still be free to write to somebody.
    private static String told(Query path) {
        return path.with("sendUpdates", "none").with("fields", FIELDS).toString();
    }

    private static Map<String, Object> body(GoogleEventWrite wanted) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("summary", wanted.title());
        body.put("start", time(wanted.startsAt(), wanted.zone()));
        body.put("end", time(wanted.endsAt(), wanted.zone()));
        body.put("visibility", "private");
        body.put("extendedProperties", Map.of("private", Map.of(MARK, wanted.mark())));
        return body;
    }

    /** With its offset and its zone: an hour that comes twice in autumn is told apart by the offset (sheet §7). */
    private static Map<String, String> time(Instant at, String zone) {
        return Map.of(
                "dateTime",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        at.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.of(zone))),
                "timeZone",
                zone);
    }

    private static @Nullable GoogleOwnEvent event(JsonNode json) {
        String id = ReadEvents.text(json, "id");
        if (id == null) {
            return null;
        }
        return new GoogleOwnEvent(
                id,
                json.path("status").asString("").equals("cancelled"),
                Times.instant(json.path("start"), ZoneOffset.UTC).orElse(null),
                Times.instant(json.path("end"), ZoneOffset.UTC).orElse(null),
                PlainText.of(json.path("summary").asString("")),
                ReadEvents.text(json.path("extendedProperties").path("private"), MARK),
                ReadEvents.text(json, "etag"));
    }
}
