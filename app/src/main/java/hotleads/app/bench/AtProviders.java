package hotleads.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the providers' stand-ins hold, asked of their control API: independent of all that we believe. */
final class AtProviders {
    private static final Duration AHEAD = Duration.ofDays(200);
    private static final int ALL = 10_000;

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client;
    private final URI simulators;
    private final Map<Long, String> calendars;

    AtProviders(HttpClient client, KillSubject subject) {
        this.client = client;
        this.simulators = subject.simulators();
        this.calendars = subject.calendars();
    }

    record Booked(String state, Instant startsAt) {}

    /** All bookings there are at Acuity. */
    Map<Long, Booked> bookings() {
        Map<Long, Booked> bookings = new TreeMap<>();
        get("/bookings?state=all&limit=" + ALL)
                .forEach(one -> bookings.put(
                        one.path("id").asLong(),
                        new Booked(
                                one.path("state").asString(),
                                OffsetDateTime.parse(one.path("startsAt").asString())
                                        .toInstant())));
        return bookings;
    }

    List<Long> upcoming() {
        return StreamSupport.stream(get("/bookings?state=upcoming&limit=" + ALL).spliterator(), false)
                .map(one -> one.path("id").asLong())
                .toList();
    }

    /** As the client would; what is not possible just then is left. */
    void act(long booking, String how) {
        try {
            var _ = client.send(
                    HttpRequest.newBuilder(simulators.resolve("/control/api/bookings/" + booking + "/" + how))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{}"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many bookings we hold otherwise than Acuity. */
    long bookingsThatDiffer(Connection core) throws SQLException {
        Map<Long, Booked> there = bookings();
        Map<Long, Booked> held = new HashMap<>();
        try (PreparedStatement statement = core.prepareStatement("SELECT id, state, starts_at FROM core.booking");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                held.put(
                        row.getLong(1),
                        new Booked(row.getString(2), row.getTimestamp(3).toInstant()));
            }
        }
        return there.entrySet().stream()
                .filter(one -> !Objects.equals(held.get(one.getKey()), one.getValue()))
                .count();
    }

    /**
     * How many of our events at Google are not as they should be: one for each booking ahead, none for any other, and
     * none twice.
     */
    long eventsThatDiffer() {
        Instant now =
                Instant.parse(get("/clock").path("practiceTime").asString()).plusSeconds(60);
        Map<Long, Integer> events = new HashMap<>();
        calendars
                .values()
                .forEach(address -> get("/google/events?address=" + URLEncoder.encode(address, StandardCharsets.UTF_8)
                                + "&from=" + now + "&to=" + now.plus(AHEAD))
                        .forEach(event -> {
                            String mark =
                                    event.path("marks").path("hotLeadsBooking").asString("");
                            if (!mark.isEmpty()
                                    && Instant.parse(event.path("start").asString())
                                            .isAfter(now)) {
                                events.merge(Long.parseLong(mark), 1, Integer::sum);
                            }
                        }));
        Map<Long, Integer> wanted = new HashMap<>();
        bookings().forEach((id, booked) -> {
            if (booked.state.equals("booked") && booked.startsAt.isAfter(now)) {
                wanted.put(id, 1);
            }
        });
        long missing = wanted.keySet().stream()
                .filter(id -> !Objects.equals(events.get(id), 1))
                .count();
        return missing
                + events.keySet().stream().filter(id -> !wanted.containsKey(id)).count();
    }

    private JsonNode get(String path) {
        try {
            return json.readTree(client.send(
                            HttpRequest.newBuilder(simulators.resolve("/control/api" + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
