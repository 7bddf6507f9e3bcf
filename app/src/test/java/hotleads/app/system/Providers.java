package hotleads.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a demo holds of its four providers, beside what they hold themselves. */
final class Providers implements AutoCloseable {
    /** Far beyond what it takes: what is asked is whether anything is lost, on however slow a disk. */
    private static final Duration FETCHED_WITHIN = Duration.ofMinutes(4);

    private static final Duration LOOKED_AT_EVERY = Duration.ofMillis(250);

    /** Within what core reads of a calendar, whose window moves on while it is compared. */
    private static final Duration BACK = Duration.ofDays(20);

    private static final Duration AHEAD = Duration.ofDays(100);

    private static final Map<Long, String> CALENDARS = Map.of(
            4038201L, "wren@example.org",
            4038202L, "otis@example.org",
            4038203L, "pilar@example.org",
            4038204L, "jonas@example.org");

    private final RunningDemo demo;
    private final HttpClient client = HttpClient.newHttpClient();

    Providers(RunningDemo demo) {
        this.demo = demo;
    }

    /** Whatever there is until now is fetched, by each provider's own task. */
    void fetchAll() {
        run("zoho", "delta", "fetch-zoho");
        run("zoom", "delta", "fetch-zoom");
        run("google", "all", "read-google");
        awaitSo("SELECT NOT EXISTS (SELECT 1 FROM core.look_again WHERE done < asked)");
        awaitSo("SELECT NOT EXISTS (SELECT 1 FROM core.outbox WHERE state = 'sending')");
    }

    /** Has a task run now, and waits for a run that began afterwards and ended well. */
    void run(String source, String kind, String task) {
        String asked = text("SELECT CAST(clock_timestamp() AS text)");
        await().atMost(FETCHED_WITHIN).pollInterval(LOOKED_AT_EVERY).until(() -> {
            // A task that runs already cannot be asked for: then it is once that has ended.
            ask(task);
            return isSo("SELECT EXISTS (SELECT 1 FROM core.fetch_run WHERE source = '" + source + "' AND kind = '"
                    + kind + "' AND started_at > CAST('" + asked + "' AS timestamptz) AND outcome = 'done')");
        });
    }

    void ask(String task) {
        execute("UPDATE core.scheduled_tasks SET execution_time = now() WHERE NOT picked AND execution_time > now()"
                + " AND task_name = '" + task + "'");
    }

    /** Nothing differs anywhere, as each provider's comparison and we ourselves see it. */
    void assertNothingDiffers() {
        assertThat(acuity()).isEqualTo("whole, 0 missing, 0 different, 0 extra");
        assertThat(zoho()).isEqualTo("0 missing, 0 different, 0 extra, 0 skipped");
        assertThat(zoom()).isEqualTo("0 changed, 0 skipped");
        assertZohoIsHeld();
        assertCalendarsAreHeld();
        assertOwnEventsStandThere();
    }

    /** Of a year and more, as somebody would ask for it. */
    private String acuity() {
        String id = text("SELECT CAST(gen_random_uuid() AS text)");
        await().atMost(FETCHED_WITHIN)
                .pollInterval(LOOKED_AT_EVERY)
                .until(() -> update(
                                "INSERT INTO core.sweep (id, kind, state, from_date, to_date, asked_at, windows) VALUES ('"
                                        + id + "', 'asked', 'asked', " + practiceDay(-400) + ", " + practiceDay(120)
                                        + ", now(), 38) ON CONFLICT DO NOTHING")
                        == 1);
        awaitSo("SELECT finished_at IS NOT NULL FROM core.sweep WHERE id = '" + id + "'");
        return text(
                "SELECT state || ', ' || missing || ' missing, ' || different || ' different, ' || extra || ' extra'"
                        + " FROM core.sweep WHERE id = '" + id + "'");
    }

    private String practiceDay(int days) {
        return "CAST('" + practiceTime().plus(Duration.ofDays(days)).toString().substring(0, 10) + "' AS date)";
    }

    private String zoho() {
        run("zoho", "sweep", "sweep-zoho-nightly");
        return text("SELECT missing || ' missing, ' || different || ' different, ' || extra || ' extra, ' || skipped"
                + " || ' skipped' FROM core.fetch_run WHERE source = 'zoho' AND kind = 'sweep' AND outcome = 'done'"
                + " ORDER BY started_at DESC LIMIT 1");
    }

    /** Everything asked for once more. */
    private String zoom() {
        execute("UPDATE core.attendance_look SET next_at = 'epoch'");
        run("zoom", "delta", "fetch-zoom");
        assertThat(number("SELECT count(*) FROM core.zoom_run")).isPositive();
        return text("SELECT changed || ' changed, ' || skipped || ' skipped' FROM core.fetch_run"
                + " WHERE source = 'zoom' AND outcome = 'done' AND fetched > 0 ORDER BY started_at DESC LIMIT 1");
    }

    private void assertZohoIsHeld() {
        Set<Long> there = new TreeSet<>();
        for (String module : Set.of("Leads", "Contacts")) {
            control("/zoho/records?module=" + module)
                    .forEach(
                            record -> there.add(Long.parseLong(record.path("id").asString())));
        }
        Map<String, Object> held = rows("SELECT CAST(id AS text), state FROM core.crm_record WHERE state <> 'gone'");
        assertThat(held.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        there.stream().map(String::valueOf).toList());
        Map<String, Object> tasks = rows("SELECT CAST(id AS text), open FROM core.crm_task");
        control("/zoho/records?module=Tasks")
                .forEach(task -> assertThat(tasks).containsKey(task.path("id").asString()));
    }

    private void assertCalendarsAreHeld() {
        Instant from = practiceTime().minus(BACK);
        Instant until = practiceTime().plus(AHEAD);
        CALENDARS.forEach((calendar, address) -> {
            Map<String, Object> there = new TreeMap<>();
            control("/google/events?address=" + address + "&from=" + from + "&to=" + until)
                    .forEach(event -> there.put(
                            event.path("id").asString(),
                            event.path("allDay").asBoolean()
                                    ? "all day"
                                    : event.path("start").asString() + " "
                                            + event.path("end").asString()));
            Map<String, Object> held = rows("SELECT split_part(r.key, '/', 2), CASE WHEN e.all_day THEN 'all day' ELSE"
                    + " to_char(e.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') || ' '"
                    + " || to_char(e.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') END"
                    + " FROM core.google_event e JOIN core.source_record r ON r.id = e.record_id"
                    + " WHERE e.calendar_id = " + calendar + " AND e.ends_at > '" + from + "' AND e.starts_at < '"
                    + until
                    + "'");
            assertThat(there).isNotEmpty();
            assertThat(held).as("calendar %s", calendar).isEqualTo(there);
        });
    }

    /** One for each booking ahead, and none for any other. */
    private void assertOwnEventsStandThere() {
        Instant soon = practiceTime().plusSeconds(60);
        Map<String, Object> wanted = rows("SELECT CAST(id AS text), CAST(calendar_id AS text) FROM core.booking"
                + " WHERE state = 'booked' AND starts_at > '" + soon + "'");
        Map<String, Object> there = new TreeMap<>();
        CALENDARS.forEach((calendar, address) -> control("/google/events?address=" + address + "&from=" + soon + "&to="
                        + soon.plus(AHEAD.multipliedBy(2)))
                .forEach(event -> {
                    String mark = event.path("marks").path("hotLeadsBooking").asString("");
                    if (!mark.isEmpty()
                            && Instant.parse(event.path("start").asString()).isAfter(soon)) {
                        assertThat(there.put(mark, calendar.toString()))
                                .as("one event for each booking")
                                .isNull();
                    }
                }));
        assertThat(wanted).isNotEmpty();
        assertThat(there).isEqualTo(wanted);
    }

    Instant practiceTime() {
        return Instant.parse(control("/clock").path("practiceTime").asString());
    }

    JsonNode control(String path) {
        HttpRequest request = HttpRequest.newBuilder(demo.simulators().resolve("/control/api" + path))
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    void awaitSo(String sql) {
        await().atMost(FETCHED_WITHIN).pollInterval(LOOKED_AT_EVERY).until(() -> isSo(sql));
    }

    private boolean isSo(String sql) {
        return Boolean.TRUE.equals(rows("SELECT 'so', (" + sql + ")").get("so"));
    }

    String text(String sql) {
        return String.valueOf(rows("SELECT 'text', (" + sql + ")").get("text"));
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** By their first column; the second may be null. */
    Map<String, Object> rows(String sql) {
        try (Connection core = demo.connect(DatabaseRole.CORE);
                PreparedStatement statement = core.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            Map<String, Object> rows = new TreeMap<>();
            while (row.next()) {
                rows.put(row.getString(1), row.getObject(2));
            }
            return rows;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String sql) {
        var _ = update(sql);
    }

    private int update(String sql) {
        try (Connection core = demo.connect(DatabaseRole.CORE);
                PreparedStatement statement = core.prepareStatement(sql)) {
            return statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
