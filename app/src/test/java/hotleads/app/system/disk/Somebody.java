package hotleads.app.system.disk;

import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import hotleads.app.database.DatabaseRole;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A client of the practice at every provider and in everything that it keeps, in words that stand nowhere else. Their
 * sessions are at night, when nobody else is in the room.
 */
public final class Somebody {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long INDIVIDUAL = 14_792_202L;
    private static final long CALENDAR = 4_038_201L;

    private final RunningDemo demo;
    private final int hour;
    private final Planted planted;
    private final Map<String, String> ids = new TreeMap<>();
    private final String firstName;
    private final String lastName;
    private final String email;
    private final String phone;
    private String person = "";

    /** @param hour of the night, one of 1 to 4: another one, another somebody */
    public Somebody(RunningDemo demo, int hour) {
        this.demo = demo;
        this.hour = hour;
        this.planted = new Planted(hour);
        firstName = planted.keep("first name", planted.capitalised());
        lastName = planted.keep("last name", planted.capitalised());
        email = planted.keep("e-mail", planted.word() + "@" + planted.word() + ".test");
        phone = planted.keep("phone", planted.number());
    }

    public String person() {
        return person;
    }

    List<Planted.One> planted() {
        return planted.all();
    }

    /** What each is the id of. */
    Map<String, String> ids() {
        return ids;
    }

    /** The practitioner whom they come to, as the providers know them. */
    public static void isSeenBySomebody(Browser staff) throws IOException, InterruptedException {
        for (JsonNode one : staff.read("/auth/admin/people").path("people")) {
            if (one.path("role").asString().equals("practitioner")) {
                staff.act(
                        "/auth/admin/people/" + one.path("id").asString() + "/practice",
                        Map.of(
                                "acuityCalendars",
                                List.of(CALENDAR),
                                "googleAddress",
                                "wren@example.org",
                                "zoomHost",
                                "wren@example.org"));
            }
        }
    }

    /** Enquires, has had a session, and has another before them; until the practice knows of it. */
    public void comes(Acuity outside) throws IOException, InterruptedException, SQLException {
        JsonNode lead = outside.control(
                "POST",
                "/zoho/leads",
                Map.of("First_Name", firstName, "Last_Name", lastName, "Email", email, "Phone", phone));
        ids.put(lead.path("id").asString(), "id of an enquiry");
        JsonNode task = outside.control(
                "POST",
                "/zoho/tasks",
                Map.of(
                        "about",
                        lead.path("id").asString(),
                        "Due_Date",
                        today().minusDays(3).toString(),
                        "Subject",
                        planted.drop("subject of a task", planted.word())));
        ids.put(task.path("id").asString(), "id of a task");
        String past = books(outside, today().minusDays(2));
        outside.control("PUT", "/zoom/sessions/" + past, Map.of("story", "full-name"));
        String ahead = books(outside, today().plusDays(9));
        ids.put(past, "id of a booking");
        ids.put(ahead, "id of a booking");
        await().atMost(PATIENCE)
                .until(() -> one("SELECT count(*) FROM core.booking WHERE id IN (" + past + ", " + ahead + ")")
                        .equals("2"));
        person = one("SELECT CAST(person_id AS text) FROM core.booking WHERE id = " + ahead);
        ids.put(person, "id of the person");
    }

    /** @return the booking's id */
    public String books(Acuity outside) throws IOException, InterruptedException {
        return books(outside, today().plusDays(12));
    }

    private String books(Acuity outside, LocalDate day) throws IOException, InterruptedException {
        return outside.write(
                        "POST",
                        "/appointments?admin=true",
                        Map.of(
                                "firstName",
                                firstName,
                                "lastName",
                                lastName,
                                "email",
                                email,
                                "phone",
                                phone,
                                "notes",
                                planted.drop("notes of an appointment", planted.word()),
                                "appointmentTypeID",
                                INDIVIDUAL,
                                "calendarID",
                                CALENDAR,
                                "datetime",
                                day + "T0" + hour + ":00:00-0500"))
                .path("id")
                .asString();
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.systemUTC());
    }

    /** Is written about, noted in Zoho, and speaks for themselves. */
    public void lives(Browser staff, Acuity phoneAtHand) throws IOException, InterruptedException, SQLException {
        String place = "/api/leads/" + person;
        act(staff, place + "/notes", Map.of("text", planted.keep("note", planted.word())));
        act(
                staff,
                place + "/outcomes",
                Map.of(
                        "kind",
                        "left-message",
                        "note",
                        planted.keep("note of an outcome", planted.word()),
                        "zoho",
                        List.of("note")));
        String link = staff.act(
                        "/api/people/" + person + "/invite",
                        Map.of(
                                "email",
                                planted.keep("e-mail of an account", planted.word() + "@" + planted.word() + ".test"),
                                "displayName",
                                planted.keep("name of an account", planted.capitalised())))
                .path("link")
                .asString();
        try (Browser own = Browser.at(demo, planted.keep("address of an account", planted.address()))) {
            own.act(
                    "/auth/invites/accept",
                    Map.of(
                            "token",
                            link.substring(link.lastIndexOf('#') + 1),
                            "password",
                            planted.drop("password", planted.word() + "-" + planted.word())));
            own.setUp(phoneAtHand);
            UUID entry = UUID.randomUUID();
            own.act(
                    "/api/me/check-ins",
                    Map.of("id", entry, "answer", 1, "note", planted.keep("note of a check-in", planted.word())));
            own.act(
                    "/api/me/check-ins/" + entry + "/change",
                    Map.of("answer", 2, "note", planted.keep("note of a changed check-in", planted.word())));
            own.act("/api/me/settings", Map.of("zone", "Antarctica/Troll", "textSize", "large"));
        }
        ids.put(
                one("SELECT CAST(id AS text) FROM auth.account WHERE person_id = '" + person + "'"),
                "id of the account");
    }

    private static void act(Browser staff, String path, Map<String, Object> wanted)
            throws IOException, InterruptedException {
        Map<String, Object> body = new TreeMap<>(wanted);
        String person = path.substring(0, path.lastIndexOf('/'));
        body.put(
                "recordVersion",
                staff.read(person).path("lead").path("recordVersion").asLong());
        staff.act(path, body);
    }

    private String one(String sql) throws SQLException {
        try (Connection owner = demo.connect(DatabaseRole.OWNER);
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
