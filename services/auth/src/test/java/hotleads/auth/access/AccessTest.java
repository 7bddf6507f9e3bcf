package hotleads.auth.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccessTest extends RunningAuth {
    @Test
    void showsEveryoneWithTheirFactorsAndSessionsByDevice() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");

        JsonNode shown = person(admin, admin);

        assertThat(shown.path("you").asBoolean()).isTrue();
        assertThat(shown.path("email").asString()).isEqualTo(admin.email());
        assertThat(shown.path("factors").path(0).path("kind").asString()).isEqualTo("app");
        JsonNode session = shown.path("sessions").path(0);
        assertThat(session.path("from").asString()).isEqualTo("203.0.113.7");
        assertThat(session.path("current").asBoolean()).isTrue();
        assertThat(session.path("browser").asString()).isEqualTo("Firefox");
        assertThat(session.path("system").asString()).isEqualTo("Linux");
    }

    @Test
    void isForAdministratorsAlone() {
        for (String role : List.of("practitioner", "client")) {
            TestPerson person = TestPerson.setUp(gateway(), role);

            assertThat(gateway()
                            .get("/auth/admin/people", person.token(gateway()))
                            .outcome())
                    .isEqualTo("403 not-allowed");
            assertThat(act(person, person.id(), "lock")).isEqualTo("403 not-allowed");
        }
    }

    @Test
    void aLockedAccountIsOutAtOnceAndStaysOutUntilItIsUnlocked() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "practitioner");
        String id = other.id();

        assertThat(act(admin, id, "lock")).isEqualTo("204");

        assertThat(exchange(other.browser())).isEqualTo(400);
        assertThat(gateway().browser().signIn(other.email(), other.password()).outcome())
                .isEqualTo("401 wrong-sign-in");
        assertThat(person(admin, id).path("lockedAt").isMissingNode()).isFalse();
        assertThat(act(admin, id, "unlock")).isEqualTo("204");
        assertThat(exchange(other.browser())).as("a session from before").isEqualTo(400);
        assertThat(exchange(other.signInAgain(gateway(), clock))).isEqualTo(200);
    }

    @Test
    void aLockReachesASessionThatWasOnItsWay() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "practitioner");
        String id = other.id();
        clock.forward(Duration.ofSeconds(60));
        TestBrowser halfWay = gateway().browser();
        halfWay.signIn(other.email(), other.password());

        act(admin, id, "lock");

        assertThat(halfWay.post(
                                "/auth/second-factor",
                                Map.of("code", other.phone().code()))
                        .outcome())
                .isEqualTo("401 signed-out");
    }

    @Test
    void anotherRoleEndsTheSessionsAndHoldsFromTheNextOneOn() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "practitioner");
        String id = other.id();

        assertThat(changeRole(admin, id, "admin")).isEqualTo("204");

        assertThat(exchange(other.browser())).isEqualTo(400);
        TestBrowser again = other.signInAgain(gateway(), clock);
        assertThat(again.get("/auth/session")
                        .json()
                        .path("account")
                        .path("role")
                        .asString())
                .isEqualTo("admin");
    }

    @Test
    void aPractitionersCalendarsAndAddressesAreSetByAdministratorsAndHoldFromTheNextTokenOn() throws Exception {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson dana = TestPerson.setUp(gateway(), "practitioner");
        String id = dana.id();

        assertThat(practice(admin, id, List.of(7L, 12L), "Dana@Google.example", "dana@zoom.example"))
                .isEqualTo("204");

        JsonNode shown = person(admin, id);
        assertThat(shown.path("acuityCalendars").toString()).isEqualTo("[7,12]");
        assertThat(shown.path("googleAddress").asString()).isEqualTo("dana@google.example");
        assertThat(shown.path("zoomHost").asString()).isEqualTo("dana@zoom.example");
        assertThat(SignedJWT.parse(gateway()
                                .exchange(dana.browser().session(), "core")
                                .text("access_token"))
                        .getJWTClaimsSet()
                        .getClaim("acuity_calendars"))
                .isEqualTo(List.of(7L, 12L));
        assertThat(practice(admin, id, List.of(), "", "")).isEqualTo("204");
        assertThat(person(admin, id).has("googleAddress")).isFalse();
    }

    @Test
    void whatIsNoPractitionersAddressIsRefused() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        String dana = TestPerson.setUp(gateway(), "practitioner").id();
        String client = TestPerson.setUp(gateway(), "client").id();

        assertThat(practice(admin, dana, List.of(), "no address", "")).isEqualTo("422 practice-not-usable");
        assertThat(practice(admin, client, List.of(7L), "", "")).isEqualTo("409 practitioners-only");
        assertThat(practice(admin, admin.id(), List.of(7L), "", "")).isEqualTo("409 practitioners-only");
        assertThat(practice(admin, UUID.randomUUID().toString(), List.of(), "", ""))
                .isEqualTo("404 not-found");
    }

    private String practice(TestPerson admin, String id, List<Long> calendars, String google, String zoom) {
        return gateway()
                .post(
                        "/auth/admin/people/" + id + "/practice",
                        Map.of("acuityCalendars", calendars, "googleAddress", google, "zoomHost", zoom),
                        admin.token(gateway()))
                .outcome();
    }

    @Test
    void everyAdministratorIsToldWhenSomebodyBecomesOne() throws SQLException {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson other = TestPerson.setUp(gateway(), "admin");
        String practitioner = TestPerson.setUp(gateway(), "practitioner").id();
        String id = other.id();
        int before = noticesOf(id);

        gateway().invite(TestPerson.freshEmail(), "Someone", "practitioner");
        assertThat(noticesOf(id)).isEqualTo(before);
        gateway().invite(TestPerson.freshEmail(), "Someone", "admin");
        assertThat(noticesOf(id)).isEqualTo(before + 1);
        changeRole(admin, practitioner, "admin");

        assertThat(noticesOf(id)).isEqualTo(before + 2);
    }

    @Test
    void aClientNeverBecomesStaffNorStaffAClient() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        String client = TestPerson.setUp(gateway(), "client").id();
        String practitioner = TestPerson.setUp(gateway(), "practitioner").id();

        assertThat(changeRole(admin, client, "admin")).isEqualTo("409 role-fixed");
        assertThat(changeRole(admin, practitioner, "client")).isEqualTo("409 role-fixed");
        assertThat(changeRole(admin, practitioner, "owner")).isEqualTo("400 bad-request");
        assertThat(changeRole(admin, UUID.randomUUID().toString(), "admin")).isEqualTo("404 not-found");
    }

    @Test
    void nobodyChangesTheirOwnAccount() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");

        assertThat(act(admin, admin.id(), "lock")).isEqualTo("409 not-yourself");
        assertThat(changeRole(admin, admin.id(), "practitioner")).isEqualTo("409 not-yourself");
        assertThat(act(admin, admin.id(), "sessions/end")).isEqualTo("409 not-yourself");
    }

    @Test
    void ofTwoWhoTakeTheOthersRightsAtOnceOneStaysAdministrator() throws Exception {
        for (int round = 0; round < 10; round++) {
            TestPerson one = TestPerson.setUp(gateway(), "admin");
            TestPerson other = TestPerson.setUp(gateway(), "admin");
            String first = one.id();
            String second = other.id();
            String tokenOfOne = one.token(gateway());
            String tokenOfOther = other.token(gateway());
            CountDownLatch start = new CountDownLatch(1);
            boolean demotes = round % 2 == 0;
            var left = race(start, tokenOfOne, second, demotes);
            var right = race(start, tokenOfOther, first, demotes);
            start.countDown();

            assertThat(List.of(left.get(), right.get())).containsExactlyInAnyOrder("204", "403 no-longer-admin");
        }
    }

    @Test
    void sessionsAreEndedOneByOneOrAllByTheirOwner() {
        TestPerson person = TestPerson.setUp(gateway(), "client");
        TestBrowser second = person.signInAgain(gateway(), clock);
        TestBrowser third = person.signInAgain(gateway(), clock);
        String token = gateway().exchange(third.session(), "auth").text("access_token");
        List<JsonNode> sessions = gateway()
                .get("/auth/me/sessions", token)
                .json()
                .path("sessions")
                .valueStream()
                .toList();
        assertThat(sessions).hasSize(3);
        String oldest = sessions.getLast().path("id").asString();

        assertThat(gateway()
                        .post("/auth/me/sessions/" + oldest + "/end", Map.of(), token)
                        .status())
                .isEqualTo(204);
        assertThat(exchange(person.browser())).isEqualTo(400);
        assertThat(exchange(second)).isEqualTo(200);
        assertThat(gateway()
                        .post("/auth/me/sessions/end-others", Map.of(), token)
                        .status())
                .isEqualTo(204);

        assertThat(exchange(second)).isEqualTo(400);
        assertThat(exchange(third)).isEqualTo(200);
    }

    @Test
    void nobodyEndsASessionOfSomebodyElseAsTheirOwn() {
        TestPerson person = TestPerson.setUp(gateway(), "client");
        TestPerson other = TestPerson.setUp(gateway(), "client");
        String foreign = gateway()
                .get("/auth/me/sessions", other.token(gateway()))
                .json()
                .path("sessions")
                .path(0)
                .path("id")
                .asString();

        assertThat(gateway()
                        .post("/auth/me/sessions/" + foreign + "/end", Map.of(), person.token(gateway()))
                        .outcome())
                .isEqualTo("404 not-found");
        assertThat(exchange(other.browser())).isEqualTo(200);
    }

    @Test
    void anAdministratorEndsOneOrAllSessionsOfSomebody() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        TestPerson person = TestPerson.setUp(gateway(), "practitioner");
        String id = person.id();
        String session = person(admin, id).path("sessions").path(0).path("id").asString();

        assertThat(act(admin, id, "sessions/" + UUID.randomUUID() + "/end")).isEqualTo("404 not-found");
        assertThat(act(admin, id, "sessions/" + session + "/end")).isEqualTo("204");
        assertThat(exchange(person.browser())).isEqualTo(400);
        TestBrowser again = person.signInAgain(gateway(), clock);
        assertThat(act(admin, id, "sessions/end")).isEqualTo("204");

        assertThat(exchange(again)).isEqualTo(400);
    }

    @Test
    void anInviteThatWaitsIsShownAndCanBeWithdrawn() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        String email = TestPerson.freshEmail();
        Answer invited = gateway().invite(email, "Someone", "client");
        String id = gateway()
                .get("/auth/admin/invites", admin.token(gateway()))
                .json()
                .path("invites")
                .valueStream()
                .filter(one -> one.path("email").asString().equals(email))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
        String path = "/auth/admin/invites/" + id + "/withdraw";

        assertThat(gateway().post(path, Map.of(), admin.token(gateway())).status())
                .isEqualTo(204);

        assertThat(TestPerson.accept(invited, gateway().browser()).outcome()).isEqualTo("410 invite-over");
        assertThat(gateway().post(path, Map.of(), admin.token(gateway())).outcome())
                .isEqualTo("404 not-found");
    }

    private static int noticesOf(String account) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement(
                        "SELECT count(*) FROM notice WHERE kind = 'admin-added' AND account_id = ?::uuid")) {
            query.setString(1, account);
            var rows = query.executeQuery();
            rows.next();
            return rows.getInt(1);
        }
    }

    private CompletableFuture<String> race(CountDownLatch start, String token, String target, boolean demotes) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            String path = "/auth/admin/people/" + target + (demotes ? "/role" : "/lock");
            return gateway()
                    .post(path, demotes ? Map.of("role", "practitioner") : Map.of(), token)
                    .outcome();
        });
    }

    private JsonNode person(TestPerson admin, TestPerson about) {
        return person(admin, about.id());
    }

    private JsonNode person(TestPerson admin, String id) {
        return everyone(admin, "")
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Page by page, as the screen reads them. */
    private Stream<JsonNode> everyone(TestPerson admin, String query) {
        JsonNode page = gateway()
                .get("/auth/admin/people" + query, admin.token(gateway()))
                .json();
        List<JsonNode> people = page.path("people").valueStream().toList();
        Stream<JsonNode> rest = page.path("more").asBoolean()
                ? everyone(admin, "?behind=" + people.getLast().path("id").asString())
                : Stream.of();
        return Stream.concat(people.stream(), rest);
    }

    @Test
    void parametersThatAreNoneAreRefused() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");

        for (String query : List.of("?=x", "?behind=%C3")) {
            assertThat(gateway()
                            .get("/auth/admin/people" + query, admin.token(gateway()))
                            .outcome())
                    .isEqualTo("400 bad-request");
        }
    }

    private String act(TestPerson admin, String id, String act) {
        return gateway()
                .post("/auth/admin/people/" + id + "/" + act, Map.of(), fresh(admin))
                .outcome();
    }

    private String changeRole(TestPerson admin, String id, String role) {
        return gateway()
                .post("/auth/admin/people/" + id + "/role", Map.of("role", role), fresh(admin))
                .outcome();
    }

    private String fresh(TestPerson admin) {
        admin.stepUp(clock);
        return admin.token(gateway());
    }

    private int exchange(TestBrowser browser) {
        return gateway().exchange(browser.session(), "core").status();
    }
}
