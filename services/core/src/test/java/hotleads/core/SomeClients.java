package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Clients with an account, and what they do in the portal. */
final class SomeClients {
    private final SomeCore core;
    private long id = 5_000;

    SomeClients(SomeCore core) {
        this.core = core;
    }

    /** A client's account, and the person it is about. */
    record Client(UUID account, String person, long booking) {}

    /** Somebody with one booking in a calendar. */
    Client booked(long calendar, Instant at) {
        long booking = ++id;
        core.sync.acuity.put(
                booking,
                appointment(booking)
                        .named("Client", "Number" + booking)
                        .reachedBy("c" + booking + "@example.org", "(212) 555-0" + booking % 1_000)
                        .in(calendar)
                        .at(at)
                        .build());
        core.hook("scheduled", booking);
        core.awaitQuiet();
        String person = core.jdbc()
                .sql("SELECT person_id::text FROM booking WHERE id = ?")
                .param(booking)
                .query(String.class)
                .single();
        return new Client(UUID.randomUUID(), person, booking);
    }

    String token(Client client) {
        return core.client(client.account, UUID.fromString(client.person));
    }

    HttpResponse<String> get(Client client, String path) {
        return core.get(path, token(client));
    }

    HttpResponse<String> post(Client client, String path, Map<String, ?> body) {
        return core.post(path, token(client), body);
    }

    HttpResponse<String> checkIn(Client client, UUID checkIn, int answer, @Nullable String note) {
        Map<String, Object> body = new HashMap<>(Map.of("id", checkIn, "answer", answer));
        body.put("note", note);
        return post(client, "/api/me/check-ins", body);
    }

    JsonNode checkIn(Client client, int answer) {
        return core.json(checkIn(client, UUID.randomUUID(), answer, null));
    }
}
