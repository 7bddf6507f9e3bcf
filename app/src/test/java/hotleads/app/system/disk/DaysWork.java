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
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All that people and providers can say to the product in a day, each time in words that stand nowhere else. */
final class DaysWork {
    private static final int CLIENTS = 24;
    private static final int CANCELLED = 16;
    private static final int STRANGERS = 10;
    private static final int INVITED = 6;
    private static final int ENQUIRIES = 8;
    private static final Duration TAKEN_IN_WITHIN = Duration.ofMinutes(2);
    private static final long INDIVIDUAL = 14792202;
    private static final List<Long> CALENDARS = List.of(4038201L, 4038202L, 4038203L, 4038204L);

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
            describePractitioner(tony);
            awaitTakenIn();
            listAndActs(tony);
            clientSpeaks(tony);
            publishScoring(tony);
            enquire(tony);
            answerEnquiries(tony);
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

    /**
     * PostgreSQL packs long values, and a string inside would not be found: so nothing may be packed. One table after
     * the other, since the programs are at work and would wait for whoever holds several.
     */
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
                        COMMIT;
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
        LocalDate tomorrow = LocalDate.now(Clock.systemUTC()).plusDays(1);
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
                            tomorrow.plusDays(number) + "T15:00:00-0500"));
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
        setUp(tony);
    }

    /** People who wrote to the practice, as they lie in its CRM; what is not asked for there never comes to us. */
    private void enquire(Browser tony) throws IOException, InterruptedException {
        for (int number = 0; number < ENQUIRIES; number++) {
            JsonNode lead = acuity.control(
                    "POST",
                    "/zoho/leads",
                    Map.of(
                            "First_Name",
                            planted.keep("first name in Zoho", planted.capitalised()),
                            "Last_Name",
                            planted.keep("last name in Zoho", planted.capitalised() + " Zoë"),
                            "Email",
                            planted.keep("e-mail in Zoho", planted.word() + "@" + planted.word() + ".test"),
                            "Phone",
                            planted.keep("phone in Zoho", planted.number()),
                            "Mobile",
                            planted.keep("mobile in Zoho", planted.number()),
                            "Company",
                            planted.drop("company in Zoho", planted.word()),
                            "Description",
                            planted.drop("description in Zoho", planted.word())));
            acuity.control(
                    "POST",
                    "/zoho/tasks",
                    Map.of(
                            "about",
                            lead.path("id").asString(),
                            "Due_Date",
                            LocalDate.now(Clock.systemUTC()).minusDays(3).toString(),
                            "Subject",
                            planted.drop("subject of a task in Zoho", planted.word())));
        }
        await().atMost(TAKEN_IN_WITHIN).pollInterval(Duration.ofSeconds(1)).until(() -> {
            tony.act("/api/connections/zoho/run", Map.of());
            return count("SELECT count(*) FROM core.crm_record") == ENQUIRIES
                    && count("SELECT count(*) FROM core.crm_task") == ENQUIRIES;
        });
    }

    /** Calls are noted in Zoho, and one that was promised becomes a task there: by the outbox, which waits a little. */
    private void answerEnquiries(Browser tony) throws IOException, InterruptedException, SQLException {
        for (String id : people("SELECT CAST(person_id AS text) FROM core.crm_record ORDER BY id")) {
            String person = "/api/leads/" + id;
            tony.act(
                    person + "/outcomes",
                    Map.of(
                            "kind",
                            "call-back",
                            "callBackAt",
                            Clock.systemUTC().instant().plus(Duration.ofDays(3)).toString(),
                            "note",
                            planted.keep("note of an outcome told to Zoho", note()),
                            "zoho",
                            List.of("note", "task"),
                            "recordVersion",
                            version(tony, person)));
        }
        await().atMost(TAKEN_IN_WITHIN)
                .until(() -> count("SELECT count(*) FROM core.outbox WHERE kind IN ('zoho-note', 'zoho-task')"
                                + " AND state = 'saved'")
                        == 2 * ENQUIRIES);
        assertThat(acuity.control("GET", "/zoho/records?module=Notes", Map.of()))
                .hasSize(ENQUIRIES)
                .allSatisfy(note -> assertThat(note.toString()).contains("HL-"));
    }

    /** Somebody of the practice is invited, says how they are, and then says it otherwise. */
    private void clientSpeaks(Browser tony) throws IOException, InterruptedException {
        // Nobody need be left on the list by now.
        String person = tony.read("/api/people")
                .path("hits")
                .path(0)
                .path("lead")
                .path("personId")
                .asString();
        String email = planted.keep("e-mail of a client's account", planted.word() + "@" + planted.word() + ".test");
        String name = planted.keep("name of a client's account", planted.capitalised());
        String link = tony.act("/api/people/" + person + "/invite", Map.of("email", email, "displayName", name))
                .path("link")
                .asString();
        String token = planted.drop("token of an invite", link.substring(link.lastIndexOf('#') + 1));
        String password = planted.drop("password", planted.word() + "-" + planted.word());
        try (Browser client = Browser.at(demo, planted.keep("address of an account", planted.address()))) {
            client.act("/auth/invites/accept", Map.of("token", token, "password", password));
            planted.drop("session", secretOf(client.cookie()));
            setUp(client);
            UUID entry = UUID.randomUUID();
            String said = planted.keep("note of a check-in", planted.word());
            client.act("/api/me/check-ins", Map.of("id", entry, "answer", 1, "note", said));
            String changed = planted.keep("note of a changed check-in", planted.word());
            client.act("/api/me/check-ins/" + entry + "/change", Map.of("answer", 2, "note", changed));
            client.act("/api/me/settings", Map.of("zone", "Antarctica/Troll", "textSize", "large"));
        }
    }

    private void setUp(Browser browser) throws IOException, InterruptedException {
        Browser.SetUp done = browser.setUp(acuity);
        planted.keep("key of a second factor", done.key(), base32(done.key()));
        done.codes().forEach(code -> planted.drop("recovery code", code));
        planted.drop("session", secretOf(browser.cookie()));
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

    /** The demo's practitioner gets the addresses that the providers know them by. */
    private void describePractitioner(Browser tony) throws IOException, InterruptedException {
        for (JsonNode person : tony.read("/auth/admin/people").path("people")) {
            if (person.path("role").asString().equals("practitioner")) {
                tony.act(
                        "/auth/admin/people/" + person.path("id").asString() + "/practice",
                        Map.of(
                                "acuityCalendars",
                                List.of(1),
                                "googleAddress",
                                planted.keep("address at Google", planted.word() + "@" + planted.word() + ".test"),
                                "zoomHost",
                                planted.keep("host at Zoom", planted.word() + "@" + planted.word() + ".test")));
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
    /** Other points for one rule, looked at first, with a word on why. */
    private void publishScoring(Browser tony) throws IOException, InterruptedException {
        JsonNode scoring = tony.read("/api/scoring");
        JsonNode rules = scoring.path("rules");
        ((ObjectNode) rules.path(0)).put("tenths", 490);
        String lookback = tony.act("/api/scoring/lookbacks", Map.of("rules", rules))
                .path("id")
                .asString();
        await().atMost(TAKEN_IN_WITHIN)
                .until(() -> tony.read("/api/scoring/lookbacks/" + lookback)
                        .path("state")
                        .asString()
                        .equals("done"));
        tony.act(
                "/api/scoring/versions",
                Map.of(
                        "basedOn",
                        scoring.path("version").asInt(),
                        "rules",
                        rules,
                        "note",
                        planted.keep("note of a scoring", planted.word()),
                        "lookbackId",
                        lookback));
    }

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

    private List<String> people(String sql) throws SQLException {
        try (Connection core = demo.connect(DatabaseRole.CORE);
                Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> people = new ArrayList<>();
            while (row.next()) {
                people.add(row.getString(1));
            }
            return people;
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
