package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import hotleads.app.system.disk.DaysOfMood;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A month instead of the year, which takes minutes. */
@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HistoryTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private Path temporary;
    private RunningDemo played;
    private RunningDemo copied;

    private record Held(String state, Instant startsAt) {}

    /** When we were told of something, and when it was so at Acuity. */
    private record Heard(Instant booked, Instant received) {
        Duration after() {
            return Duration.between(booked, received);
        }
    }

    @BeforeAll
    void play(@TempDir Path folder) {
        temporary = folder;
        played = demo("played");
        copied = demo("copied");
    }

    @AfterAll
    void close() {
        played.close();
        copied.close();
    }

    @Test
    @Order(1)
    void whatWasPlayedIsHeldAndEachPartOfItWasHeardOfOnItsOwnDay() throws Exception {
        Map<Long, Held> held = held(played);

        assertThat(held).hasSizeGreaterThan(30).isEqualTo(atAcuity(played));
        List<Heard> heard = heard(played);
        assertThat(heard).hasSameSizeAs(held.keySet());
        assertThat(heard.stream()
                        .map(one -> one.received().atZone(ZoneOffset.UTC).toLocalDate())
                        .distinct())
                .hasSizeGreaterThan(15);
        // Acts of a quarter of an hour are played together.
        assertThat(heard.stream().filter(one -> one.after().compareTo(Duration.ofMinutes(16)) < 0))
                .hasSizeGreaterThan(heard.size() * 19 / 20);
        try (Providers providers = new Providers(played)) {
            providers.fetchAll();
            providers.assertNothingDiffers();
        }
    }

    @Test
    @Order(2)
    void aCopyHoldsTheSameAndIsNotPlayed() throws Exception {
        Path log = copied.logs().resolve("simulators.log");

        assertThat(held(copied)).isEqualTo(atAcuity(copied)).hasSizeGreaterThan(30);
        assertThat(Files.readString(log).lines().filter(line -> line.contains("\"started\"")))
                .hasSize(1);
    }

    /** Last, as days pass in it. */
    @Test
    @Order(3)
    void howEverybodyIsShowsNowhereAndMovesNobodyOnTheList() throws Exception {
        Path outputs = Files.createDirectory(temporary.resolve("outputs"));
        try (DaysOfMood days = new DaysOfMood(copied, played, outputs)) {
            days.pass();
            copied.close();

            assertThat(days.found())
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(place).startsWith(DaysOfMood.OWN_VIEW));
        }
    }

    private RunningDemo demo(String name) {
        return RunningDemo.withHistory(temporary.resolve(name), temporary.resolve("templates"), MONTH);
    }

    private static Map<Long, Held> held(RunningDemo demo) throws SQLException {
        Map<Long, Held> held = new TreeMap<>();
        try (Connection core = demo.connect(DatabaseRole.CORE);
                Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, state, starts_at FROM core.booking")) {
            while (row.next()) {
                held.put(
                        row.getLong("id"),
                        new Held(
                                row.getString("state"),
                                row.getTimestamp("starts_at").toInstant()));
            }
        }
        return held;
    }

    private static List<Heard> heard(RunningDemo demo) throws SQLException {
        List<Heard> heard = new ArrayList<>();
        try (Connection core = demo.connect(DatabaseRole.CORE);
                Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT booking.booked_at, min(inbox_delivery.received_at) AS received_at
                        FROM core.booking JOIN core.inbox_delivery ON inbox_delivery.record_id = booking.id
                        GROUP BY booking.id, booking.booked_at
                        """)) {
            while (row.next()) {
                heard.add(new Heard(
                        row.getTimestamp("booked_at").toInstant(),
                        row.getTimestamp("received_at").toInstant()));
            }
        }
        return heard;
    }

    private static Map<Long, Held> atAcuity(RunningDemo demo) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        demo.simulators().resolve("/control/api/bookings?state=all&limit=2000"))
                .build();
        Map<Long, Held> held = new TreeMap<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode all = JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
            all.forEach(one -> held.put(
                    one.path("id").asLong(),
                    new Held(
                            one.path("state").asString(),
                            Instant.parse(one.path("startsAt").asString()))));
        }
        return held;
    }
}
