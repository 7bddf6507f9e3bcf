package hotleads.simulators.acuity;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The facts of Acuity's documents and recordings, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcuityContractTest {

    private static final Set<String> ONLY_SINGLE = Set.of("isVerified", "scheduledBy");

    private SomeSimulators some;

    @BeforeAll
    void start() throws IOException {
        some = new SomeSimulators(null);
    }

    @AfterAll
    void stop() {
        some.close();
    }

    @Test
    void refusesAWrongKeyInTheThreeKeyEnvelope() {
        JsonNode refusal = SomeSimulators.json(some.acuityWithKey("another-key", "/me"), 401);

        assertThat(names(refusal)).containsExactlyInAnyOrder("status_code", "message", "error");
        assertThat(refusal.get("status_code").asInt()).isEqualTo(401);
        assertThat(refusal.get("error").asString()).isEqualTo("unauthorized");
    }

    @Test
    void refusesARequestWithoutCredentials() {
        some.time.advance(Duration.ofSeconds(1));

        assertThat(some.get("/acuity/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void writesAnAppointmentWithItsOddTypes() {
        JsonNode one = some.read("/appointments?max=1").get(0);

        assertThat(one.get("duration").isString()).isTrue();
        assertThat(one.get("price").isString()).isTrue();
        assertThat(one.get("datetime").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-0[45]00");
        assertThat(one.get("datetimeCreated").asString()).matches(".*-0[56]00");
        assertThat(one.get("time").asString()).matches("\\d{1,2}:\\d\\d[ap]m");
        assertThat(one.get("date").asString()).matches("[A-Z][a-z]+ \\d{1,2}, \\d{4}");
        assertThat(one.get("labels").isNull()).isTrue();
        assertThat(one.get("addonIDs").isArray()).isTrue();
        assertThat(one.get("calendarTimezone").asString()).isEqualTo("America/New_York");
        assertThat(one.get("confirmationPage").asString()).matches("https://.*id%5B%5D=[0-9a-f]{32}");
        assertThat(one.get("forms").get(0).get("values").get(0).get("value").asString())
                .contains("PLANTED-7QX");
        assertThat(one.get("formsText").asString()).contains("PLANTED-7QX");
    }

    @Test
    void leavesOutFormsWhenAskedButNotTheirText() {
        JsonNode one = some.read("/appointments?max=1&excludeForms=true").get(0);

        assertThat(one.has("forms")).isFalse();
        assertThat(one.has("formsText")).isTrue();
    }

    @Test
    void aSingleReadHoldsTwoMoreFieldsThanAList() {
        JsonNode listed = some.read("/appointments?max=1").get(0);
        JsonNode single = some.read("/appointments/" + listed.get("id").asLong());

        var more = new TreeSet<>(names(single));
        more.removeAll(names(listed));
        assertThat(more).isEqualTo(new TreeSet<>(ONLY_SINGLE));
    }

    @Test
    void showsNoShowOnlyOnCancelledOnes() {
        JsonNode all = some.read("/appointments?showall=true&max=1000");

        assertThat(all).allMatch(one -> one.has("noShow") == one.get("canceled").asBoolean());
        assertThat(all).anyMatch(one -> one.path("noShow").asBoolean());
    }

    @Test
    void listsKeptOnesUnlessCancelledOrAllAreAskedFor() {
        JsonNode kept = some.read("/appointments?max=1000");
        JsonNode cancelled = some.read("/appointments?max=1000&canceled=true");
        JsonNode all = some.read("/appointments?max=1000&showall=true");

        assertThat(kept).noneMatch(one -> one.get("canceled").asBoolean());
        assertThat(cancelled).isNotEmpty().allMatch(one -> one.get("canceled").asBoolean());
        assertThat(all.size()).isEqualTo(kept.size() + cancelled.size());
    }

    @Test
    void givesAHundredRowsNewestFirstUnlessAskedOtherwise() {
        List<String> usual = times(some.read("/appointments"));
        List<String> ascending = times(some.read("/appointments?direction=ASC&max=7"));

        assertThat(usual).hasSize(100);
        assertThat(usual.getFirst()).isGreaterThan(usual.getLast());
        assertThat(ascending).hasSize(7).isSorted();
    }

    @Test
    void takesBothDaysOfAWindowAsInclusive() {
        JsonNode day = some.read("/appointments?minDate=2026-11-23&maxDate=2026-11-23&showall=true");

        assertThat(day).isNotEmpty().allMatch(one -> one.get("date").asString().equals("November 23, 2026"));
    }

    @Test
    void filtersByCalendarTypeAndClientAndIgnoresWhatItDoesNotKnow() {
        JsonNode found = some.read("/appointments?calendarID=4038201&appointmentTypeID=14792202&page=9&limit=1");
        String email = found.get(0).get("email").asString();
        String phone = found.get(0).get("phone").asString().replaceAll("[^0-9]", "");
        JsonNode person = some.read("/appointments?showall=true&email=" + email + "&phone=%2B1" + phone);

        assertThat(found)
                .hasSizeGreaterThan(1)
                .allMatch(one -> one.get("calendarID").asLong() == 4038201
                        && one.get("appointmentTypeID").asLong() == 14792202);
        assertThat(person)
                .isNotEmpty()
                .allMatch(one -> one.get("email").asString().equals(email));
        assertThat(some.read("/appointments?firstName=Nobody")).isEmpty();
        assertThat(some.read("/appointments?field:11870007=something")).isEmpty();
    }

    @Test
    void answersNotFoundForUnknownIdsAndPathsAndForWrongMethods() {
        assertThat(error("GET", "/appointments/1", 404)).isEqualTo("appointment_not_found");
        assertThat(error("GET", "/appointments/word", 404)).isEqualTo("appointment_not_found");
        assertThat(error("GET", "/nothing", 404)).isEqualTo("not_found");
        assertThat(error("DELETE", "/appointments", 405)).isEqualTo("method_not_allowed");
    }

    @Test
    void booksWithoutAContentTypeAndAnswers200() {
        JsonNode time = some.read("/availability/times?date=2026-12-01&appointmentTypeID=14792202")
                .get(0);
        JsonNode booked = SomeSimulators.json(
                some.acuity("POST", "/appointments", newBooking(time.get("time").asString(), "14792202")), 200);

        assertThat(booked.get("firstName").asString()).isEqualTo("Ana");
        assertThat(booked.get("scheduledBy").isNull()).isTrue();
        assertThat(some.read("/appointments?email=ana@example.org").get(0).get("id"))
                .isEqualTo(booked.get("id"));
    }

    @Test
    void adminBookingsMayStandOnOneAnother() {
        String wish = newBooking("2026-12-02T11:15:00-0500", "14792202")
                .replace("}", ",\"calendarID\":4038201,\"notes\":\"x\"}")
                .replace("ana@", "twice@");

        some.acuity("POST", "/appointments?admin=true", wish);
        some.acuity("POST", "/appointments?admin=true", wish);

        assertThat(some.read("/appointments?email=twice@example.org")).hasSize(2);
    }

    @Test
    void refusesBookingsWithTheirOwnCodes() {
        assertThat(bookingError("{}")).isEqualTo("required_datetime");
        assertThat(bookingError("{\"datetime\":\"soon\"}")).isEqualTo("invalid_datetime");
        assertThat(bookingError("{\"datetime\":\"2026-12-01T10:00:00-0500\"}"))
                .isEqualTo("required_appointment_type_id");
        assertThat(bookingError(newBooking("2026-12-01T10:00:00-0500", "14792199")))
                .isEqualTo("invalid_appointment_type");
        assertThat(bookingError(newBooking("2026-12-01T03:00:00-0500", "14792202")))
                .isEqualTo("no_available_calendar");
        assertThat(bookingError(
                        newBooking("2026-12-01T10:00:00-0500", "14792202").replace("ana@", "")))
                .isEqualTo("invalid_email");
        assertThat(bookingError(
                        newBooking("2026-12-01T03:00:00-0500", "14792202").replace("}", ",\"calendarID\":4038201}")))
                .isEqualTo("not_available");
        assertThat(bookingError("not json")).isEqualTo("bad_request");
    }

    @Test
    void cancelsOnceAndOnlyAdminsMarkANoShow() {
        long id = some.someUpcomingBooking();
        JsonNode cancelled = SomeSimulators.json(
                some.acuity("PUT", "/appointments/" + id + "/cancel?admin=true", "{\"noShow\":true}"), 200);

        assertThat(cancelled.get("canceled").asBoolean()).isTrue();
        assertThat(cancelled.get("noShow").asBoolean()).isTrue();
        assertThat(error("PUT", "/appointments/" + id + "/cancel", 400)).isEqualTo("cancel_not_allowed");

        long other = some.someUpcomingBooking();
        JsonNode byClient =
                SomeSimulators.json(some.acuity("PUT", "/appointments/" + other + "/cancel", "{\"noShow\":true}"), 200);
        assertThat(byClient.get("noShow").asBoolean()).isFalse();
    }

    @Test
    void reschedulingKeepsTheIdAndTheCalendar() {
        JsonNode before = some.read("/appointments/" + some.someUpcomingBooking());
        String path = "/appointments/" + before.get("id").asLong() + "/reschedule?admin=true";
        JsonNode after =
                SomeSimulators.json(some.acuity("PUT", path, "{\"datetime\":\"2026-12-09T07:00:00-05:00\"}"), 200);

        assertThat(after.get("datetime").asString()).isEqualTo("2026-12-09T07:00:00-0500");
        assertThat(after.get("id")).isEqualTo(before.get("id"));
        assertThat(after.get("calendarID")).isEqualTo(before.get("calendarID"));
    }

    @Test
    void refusesToMoveACancelledOne() {
        long id = some.someUpcomingBooking();
        some.acuity("PUT", "/appointments/" + id + "/cancel", null);

        JsonNode refusal = SomeSimulators.json(
                some.acuity(
                        "PUT", "/appointments/" + id + "/reschedule", "{\"datetime\":\"2026-12-09T10:00:00-0500\"}"),
                400);

        assertThat(refusal.get("error").asString()).isEqualTo("reschedule_canceled");
    }

    @Test
    void editsNamesAndLabels() {
        long id = some.someUpcomingBooking();
        JsonNode edited = SomeSimulators.json(
                some.acuity("PUT", "/appointments/" + id, "{\"lastName\":\"Newname\",\"labels\":[{\"id\":3}]}"), 200);

        assertThat(edited.get("lastName").asString()).isEqualTo("Newname");
        assertThat(edited.get("labels").get(0).get("color").asString()).isEqualTo("green");
    }

    @Test
    void writesClientsWithoutIdAndWithAFormattedPhone() {
        JsonNode people = some.read("/clients?search=applewhistle");

        assertThat(people).hasSize(1);
        assertThat(names(people.get(0))).containsExactlyInAnyOrder("firstName", "lastName", "email", "phone", "notes");
        assertThat(people.get(0).get("phone").asString()).matches("\\(202\\) 555-01\\d\\d");
    }

    @Test
    void writesTypesWithANumberForTheDurationAndKeepsInactiveOnes() {
        JsonNode types = some.read("/appointment-types");

        assertThat(types).allMatch(one -> one.get("duration").isNumber());
        assertThat(types).anyMatch(one -> !one.get("active").asBoolean());
        assertThat(types).anyMatch(one -> one.get("name").asString().endsWith(" "));
    }

    @Test
    void writesCalendarPicturesAsFalseOrText() {
        JsonNode calendars = some.read("/calendars");

        assertThat(calendars).hasSize(4);
        assertThat(calendars).anyMatch(one -> one.get("thumbnail").isBoolean());
        assertThat(calendars).anyMatch(one -> one.get("thumbnail").asString("").startsWith("//"));
    }

    @Test
    void describesTheAccount() {
        assertThat(some.read("/me").get("timezone").asString()).isEqualTo("America/New_York");
        assertThat(some.read("/meta").get("hooks").isArray()).isTrue();
        assertThat(some.read("/labels")).hasSize(3);
        assertThat(some.read("/forms")).hasSize(1);
    }

    @Test
    void keepsBlockedTimesOutOfTheAvailability() {
        String query = "/availability/times?date=2026-12-03&appointmentTypeID=14792202&calendarID=4038201";
        int before = some.read(query).size();
        JsonNode block = SomeSimulators.json(
                some.acuity(
                        "POST",
                        "/blocks",
                        "{\"calendarID\":4038201,\"start\":\"2026-12-03 9:00AM\",\"end\":\"2026-12-03T18:00:00-0500\"}"),
                200);

        assertThat(before).isPositive();
        assertThat(block.get("id").asLong()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(some.read(query)).isEmpty();

        assertThat(some.acuity("DELETE", "/blocks/" + block.get("id").asLong(), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(some.read(query)).hasSize(before);
    }

    @Test
    void offersDaysAndChecksATime() {
        JsonNode days = some.read("/availability/dates?month=2026-12&appointmentTypeID=14792202");
        JsonNode checked = SomeSimulators.json(
                some.acuity(
                        "POST",
                        "/availability/check-times",
                        "{\"datetime\":\"2026-12-05T03:00:00-0500\",\"appointmentTypeID\":14792202,\"calendarID\":4038201}"),
                200);

        assertThat(days.get(0).get("date").asString()).isEqualTo("2026-12-01");
        assertThat(checked.get("valid").asBoolean()).isFalse();
    }

    @Test
    void takesTwentyFiveWebhooksOnTheTwoAllowedPorts() {
        assertThat(webhook("https://hooks.example.org:8443/x").get("error").asString())
                .isEqualTo("bad_request");
        for (int made = 0; made < 25; made++) {
            assertThat(webhook("https://hooks.example.org/" + made)
                            .get("status")
                            .asString())
                    .isEqualTo("active");
        }

        assertThat(webhook("https://hooks.example.org/more").get("error").asString())
                .isEqualTo("bad_request");

        for (JsonNode one : some.read("/webhooks")) {
            assertThat(some.acuity("DELETE", "/webhooks/" + one.get("id").asLong(), null)
                            .statusCode())
                    .isEqualTo(204);
        }
        assertThat(some.read("/webhooks")).isEmpty();
    }

    private JsonNode webhook(String target) {
        var answer =
                some.acuity("POST", "/webhooks", "{\"event\":\"appointment.scheduled\",\"target\":\"" + target + "\"}");
        return SomeSimulators.json(answer, answer.statusCode());
    }

    private String error(String method, String path, int status) {
        return SomeSimulators.json(some.acuity(method, path, null), status)
                .get("error")
                .asString();
    }

    private String bookingError(String body) {
        return SomeSimulators.json(some.acuity("POST", "/appointments", body), 400)
                .get("error")
                .asString();
    }

    private static String newBooking(String datetime, String type) {
        return "{\"datetime\":\"" + datetime + "\",\"appointmentTypeID\":" + type
                + ",\"firstName\":\"Ana\",\"lastName\":\"Reyes\",\"email\":\"ana@example.org\"}";
    }

    private static List<String> times(JsonNode list) {
        return list.valueStream()
                .map(one -> OffsetDateTime.parse(one.get("datetime").asString().replaceFirst("(\\d\\d)$", ":$1"))
                        .toInstant()
                        .toString())
                .toList();
    }

    private static Set<String> names(JsonNode node) {
        return Set.copyOf(node.propertyNames());
    }
}
