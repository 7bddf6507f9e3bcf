package hotleads.app.system.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** All that people and providers can say to the product in a day, each time in words that stand nowhere else. */
final class DaysWork {
    private static final int CLIENTS = 24;
    private static final int CANCELLED = 16;
    private static final int STRANGERS = 10;
    private static final int INVITED = 6;
    private static final Duration TAKEN_IN_WITHIN = Duration.ofMinutes(2);
    private static final long INDIVIDUAL = 14792202;
    private static final List<Long> CALENDARS = List.of(4038201L, 4038202L, 4038203L, 4038204L);
    /** Auth asks for the fourth of the codes, to see that they were written down. */
    private static final int CODE_ASKED = 3;

    private final RunningDemo demo;
    private final Planted planted;
    private final Acuity acuity;
    private final List<Client> clients = new ArrayList<>();

    private record Client(long booking, String lastName, String email, String phone) {}

    DaysWork(RunningDemo demo, Planted planted) {
        this.demo = demo;
        this.planted = planted;
        this.acuity = new Acuity(demo);
    }

    /** @param export where to put the audit trail as the API hands it out */
    void run(Path export) throws IOException, InterruptedException, SQLException {
        storeUncompressed();
        acuity.control("PUT", "/faults", Map.of("faults", Map.of("no-rate-limit", true)));
        book();
        cancel();
        hooks();
        strangers();
        try (Browser tony = Browser.of(demo).with("User-Agent", planted.drop("user agent", planted.word()))) {
            signIn(tony);
            invite(tony);
            awaitTakenIn();
            listAndActs(tony);
            search(tony);
            events(tony);
            badRequests(tony);
            tony.act("/api/connections/acuity/run", Map.of());
            tony.act("/api/audit/verifications", Map.of());
            awaitNumbered();
            HttpResponse<String> whole = tony.get("/api/audit/export?format=json");
            assertThat(whole.statusCode()).isEqualTo(200);
            Files.writeString(export, whole.body());
        }
        acuity.close();
    }

    /** PostgreSQL packs long values, and a string inside would not be found: so nothing may be packed. */
    private void storeUncompressed() throws SQLException {
        try (Connection owner = demo.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    DO $$ DECLARE one record; BEGIN
                      FOR one IN SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c
                        JOIN information_schema.tables t USING (table_schema, table_name)
                        WHERE c.table_schema IN ('core', 'auth') AND t.table_type = 'BASE TABLE'
                          AND c.data_type IN ('bytea', 'text', 'ARRAY')
                      LOOP
                        EXECUTE format('ALTER TABLE %I.%I ALTER COLUMN %I SET STORAGE EXTERNAL',
                          one.table_schema, one.table_name, one.column_name);
                      END LOOP;
                    END $$
                    """);
            try (ResultSet row = statement.executeQuery("SHOW wal_compression")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("off");
            }
        }
    }

    private void book() throws IOException, InterruptedException {
        for (int number = 0; number < CLIENTS; number++) {
            String lastName = planted.keep("last name", planted.capitalised());
            String email = planted.keep("e-mail", planted.word() + "@" + planted.word() + ".test");
            String phone = planted.keep("phone", planted.number());
            JsonNode booked = acuity.write(
                    "POST",
                    "/appointments?admin=true",
                    Map.of(
                            "firstName",
                            // Letters, marks and signs that some writers escape.
                            planted.keep("first name", planted.capitalised() + (number % 3 == 0 ? " Zoë O'Ünder" : "")),
                            "lastName",
                            lastName,
                            "email",
                            email,
                            "phone",
                            phone,
                            "notes",
                            planted.drop("notes of an appointment", planted.word() + " \"" + planted.word() + "\""),
                            "timezone",
                            planted.keep("time zone", "Etc/" + planted.capitalised()),
                            "appointmentTypeID",
                            INDIVIDUAL,
                            "calendarID",
                            CALENDARS.get(number % CALENDARS.size()),
                            "datetime",
                            LocalDate.of(2026, 12, 1).plusDays(number) + "T15:00:00-0500"));
            clients.add(new Client(booked.path("id").asLong(), lastName, email, phone));
        }
        planted.drop("intake answers", "PLANTED-7QX: I have not slept well");
    }

    private void cancel() throws IOException, InterruptedException {
        for (Client client : clients.subList(0, CANCELLED)) {
            acuity.write(
                    "PUT",
                    "/appointments/" + client.booking + "/cancel?admin=true",
                    Map.of("cancelNote", planted.drop("note of a cancellation", planted.word())));
        }
    }

    private void hooks() throws IOException, InterruptedException {
        for (Client client : clients.subList(0, 8)) {
            String further = planted.keep("hook body", planted.word());
            deliver(
                    "action=changed&id=" + client.booking + "&calendarID=1&appointmentTypeID=1&said=" + further,
                    "right");
            deliver("action=changed&id=1&said=" + planted.drop("body of a forged hook", planted.word()), "forged");
            deliver("action=changed&id=1&said=" + planted.drop("body of an unsigned hook", planted.word()), "none");
        }
        deliver("action=" + planted.keep("unknown action of a hook", planted.word()) + "&id=1", "right");
        deliver(planted.keep("hook that is no form", "{\"" + planted.word() + "\": 1}"), "right");
        deliver("action=changed&id=" + planted.keep("hook about no number", planted.word()), "right");
    }

    private void deliver(String body, String signature) throws IOException, InterruptedException {
        acuity.control("POST", "/deliveries/raw", Map.of("body", body, "signature", signature));
    }

    private void strangers() throws IOException, InterruptedException {
        for (int number = 0; number < STRANGERS; number++) {
            String address = planted.keep("address of a stranger", planted.address());
            try (Browser stranger = Browser.at(demo, address)) {
                stranger.with("User-Agent", planted.drop("user agent", planted.word()))
                        .with("X-Forwarded-For", planted.drop("forwarded for", planted.word()))
                        .with("X-Request-Id", planted.drop("request id", planted.word()))
                        .with("Referer", "https://" + planted.drop("referer", planted.word()) + ".test/")
                        .post(
                                "/auth/sign-in",
                                Map.of(
                                        "email",
                                        planted.drop(
                                                "e-mail of nobody", planted.word() + "@" + planted.word() + ".test"),
                                        "password",
                                        planted.drop("password of nobody", planted.word())));
            }
        }
    }

    private void signIn(Browser tony) throws IOException, InterruptedException {
        tony.act("/auth/sign-in", Map.of("email", "tony@demo.test", "password", demo.password()));
        planted.drop("session", secretOf(tony.cookie()));
        String key = tony.act("/auth/set-up/totp", Map.of()).path("secret").asString();
        planted.keep("key of a second factor", key, base32(key));
        String code = acuity.control("POST", "/codes", Map.of("otpauth", key))
                .path(0)
                .path("code")
                .asString();
        JsonNode codes =
                tony.act("/auth/set-up/totp/confirm", Map.of("code", code)).path("recoveryCodes");
        codes.forEach(one -> planted.drop("recovery code", one.path("code").asString()));
        JsonNode asked = codes.path(CODE_ASKED);
        tony.act(
                "/auth/set-up/recovery-codes/confirm",
                Map.of(
                        "number",
                        asked.path("number").asInt(),
                        "code",
                        asked.path("code").asString()));
        planted.drop("session", secretOf(tony.cookie()));
    }

    private static String secretOf(String cookie) {
        return cookie.split("=", 2)[1];
    }

    private void invite(Browser tony) throws IOException, InterruptedException {
        for (int number = 0; number < INVITED; number++) {
            String email = planted.keep("e-mail of an account", planted.word() + "@" + planted.word() + ".test");
            String link = tony.act(
                            "/auth/admin/invites",
                            Map.of(
                                    "email",
                                    email,
                                    "displayName",
                                    planted.keep("name of an account", planted.capitalised() + " Zoë"),
                                    "role",
                                    "admin",
                                    "acuityCalendars",
                                    List.of()))
                    .path("link")
                    .asString();
            String token = planted.drop("token of an invite", link.substring(link.lastIndexOf('#') + 1));
            if (number % 2 == 0) {
                accept(email, token);
            }
        }
    }

    private void accept(String email, String token) throws IOException, InterruptedException {
        String password = planted.drop("password", planted.word() + "-" + planted.word());
        try (Browser invited = Browser.at(demo, planted.keep("address of an account", planted.address()))) {
            invited.act("/auth/invites/accept", Map.of("token", token, "password", password));
            planted.drop("session", secretOf(invited.cookie()));
            String key =
                    invited.act("/auth/set-up/totp", Map.of()).path("secret").asString();
            planted.keep("key of a second factor", key, base32(key));
        }
        try (Browser again = Browser.at(demo, planted.keep("address of an account", planted.address()))) {
            again.act("/auth/sign-in", Map.of("email", email, "password", password));
            planted.drop("session", secretOf(again.cookie()));
        }
    }

    /** Until the calendar was read once, nobody is said to have nothing booked. */
    private void awaitTakenIn() {
        await().atMost(TAKEN_IN_WITHIN).until(() -> count("SELECT count(*) FROM core.booking") == CLIENTS);
        await().atMost(TAKEN_IN_WITHIN)
                .until(() -> count("SELECT count(*) FROM core.lead WHERE placement = 'listed'") == CANCELLED);
    }

    /** An export holds what is in the chain. */
    private void awaitNumbered() {
        await().atMost(TAKEN_IN_WITHIN)
                .until(() ->
                        count("SELECT count(*) FROM core.audit_entry") - count("SELECT count(*) FROM core.audit_link")
                                == 0);
    }

    private long count(String sql) throws SQLException {
        try (Connection core = demo.connect(DatabaseRole.CORE);
                Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void listAndActs(Browser tony) throws IOException, InterruptedException {
        JsonNode items = tony.read("/api/leads?limit=200").path("items");
        assertThat(items).hasSize(CANCELLED);
        for (JsonNode item : items) {
            String person = "/api/leads/" + item.path("personId").asString();
            tony.act(person + "/notes", acting(tony, person, "text", planted.keep("note", note())));
            tony.act(
                    person + "/permissions",
                    Map.of(
                            "doNotContact",
                            false,
                            "phone",
                            "allowed",
                            "voicemail",
                            "refused",
                            "email",
                            "allowed",
                            "sayAs",
                            planted.keep("name to say", planted.capitalised()),
                            "recordVersion",
                            version(tony, person)));
            String reason = tony.read(person)
                    .path("lead")
                    .path("reasons")
                    .path(0)
                    .path("key")
                    .asString();
            tony.act(
                    person + "/disputes",
                    Map.of(
                            "reasonKey",
                            reason,
                            "why",
                            "other",
                            "text",
                            planted.keep("why a reason is wrong", note()),
                            "recordVersion",
                            version(tony, person)));
            tony.act(
                    person + "/outcomes",
                    Map.of(
                            "kind",
                            "left-message",
                            "note",
                            planted.keep("note of an outcome", note()),
                            "recordVersion",
                            version(tony, person)));
            tony.read(person);
        }
    }

    private Map<String, Object> acting(Browser tony, String person, String name, String value)
            throws IOException, InterruptedException {
        return Map.of(name, value, "recordVersion", version(tony, person));
    }

    private long version(Browser tony, String person) throws IOException, InterruptedException {
        return tony.read(person).path("lead").path("recordVersion").asLong();
    }

    /** With letters, signs and a line's end that some writers escape. */
    private String note() {
        return planted.word() + " \"Zoë\"\n" + planted.word();
    }

    private void search(Browser tony) throws IOException, InterruptedException {
        for (Client client : clients.subList(0, 4)) {
            for (String typed : List.of(client.lastName, client.email, client.phone)) {
                JsonNode hits =
                        tony.act("/api/people/search", Map.of("text", typed)).path("hits");
                assertThat(hits).hasSize(1);
            }
        }
        for (int number = 0; number < 6; number++) {
            tony.act("/api/people/search", Map.of("text", planted.drop("search", planted.word())));
        }
    }

    private void events(Browser tony) throws IOException, InterruptedException {
        JsonNode items = tony.read("/api/events?limit=20").path("items");
        for (JsonNode item : items) {
            String event = "/api/events/" + item.path("id").asString();
            if (!item.path("state").asString().equals("rejected")) {
                tony.act(event + "/reveal", Map.of("reason", planted.keep("reason of a reveal", note())));
            }
        }
    }

    private void badRequests(Browser tony) throws IOException, InterruptedException {
        for (int number = 0; number < 5; number++) {
            tony.get("/api/leads/" + planted.drop("wrong id", planted.word()));
            tony.get("/api/leads?view=" + planted.drop("wrong view", planted.word()));
            tony.get("/" + planted.drop("wrong address", planted.word()));
            tony.get("/api/events?after=" + planted.drop("wrong mark", planted.word()));
            tony.post("/api/people/search", "{\"text\": \"" + planted.drop("cut body", planted.word()));
            tony.post("/auth/sign-in", "{\"" + planted.drop("unknown field", planted.word()) + "\": 1}");
            tony.post(
                    "/api/people/search",
                    Map.of("text", planted.drop("body too long", planted.word().repeat(10_000))));
            tony.post(
                    "/api/people/search",
                    Map.of(
                            "text",
                            planted.drop("search too long", planted.word().repeat(20))));
        }
    }

    /** RFC 4648. */
    private static byte[] base32(String text) {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        byte[] bytes = new byte[text.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (byte letter : text.getBytes(StandardCharsets.US_ASCII)) {
            bits = bits << 5 | digits.indexOf(letter);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >> held);
            }
        }
        return bytes;
    }
}
