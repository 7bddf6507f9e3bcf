package hotleads.auth.invites;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class InviteTest extends RunningAuth {
    private final String email = TestPerson.freshEmail();
    private final CloseExpiredInvites job;

    InviteTest(@Autowired CloseExpiredInvites job) {
        this.job = job;
    }

    @Test
    void isGoodFor72Hours() {
        Answer invited = gateway().invite(email, "Someone", "client");
        assertThat(invited.text("expiresAt"))
                .isEqualTo(clock.instant().plus(Duration.ofHours(72)).toString());
        clock.forward(Duration.ofHours(72));

        assertThat(open(invited).outcome()).isEqualTo("410 invite-over");
        assertThat(TestPerson.accept(invited, gateway().browser()).outcome()).isEqualTo("410 invite-over");
    }

    @Test
    void isGoodOnce() {
        Answer invited = gateway().invite(email, "Someone", "client");
        TestPerson.accept(invited, gateway().browser());

        assertThat(TestPerson.accept(invited, gateway().browser()).outcome()).isEqualTo("410 invite-over");
        assertThat(open(invited).outcome()).isEqualTo("410 invite-over");
    }

    @Test
    void makesOneAccountHoweverManyAcceptItAtOnce() throws Exception {
        Answer invited = gateway().invite(email, "Someone", "client");
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> accept =
                    () -> TestPerson.accept(invited, gateway().browser()).status();
            for (var future : threads.invokeAll(
                    IntStream.range(0, 20).mapToObj(i -> accept).toList())) {
                answers.add(future.get());
            }
        }

        assertThat(answers).containsOnlyOnce(200).hasSize(20).containsOnly(200, 410);
    }

    @Test
    void isOverWhenAProgramAsksForAnother() {
        Answer first = gateway().invite(email, "Someone", "admin");
        Answer second = gateway().invite(email, "Someone", "admin");

        assertThat(open(first).outcome()).isEqualTo("410 invite-over");
        assertThat(open(second).status()).isEqualTo(200);
    }

    @Test
    void isNotMadeForSomeoneWhoHasAnAccount() {
        TestPerson person = TestPerson.setUp(gateway(), "client");

        assertThat(gateway().invite(person.email(), "Someone", "admin").outcome())
                .isEqualTo("409 account-exists");
    }

    @Test
    void isMadeByAnAdministratorOnceForEachPerson() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        String token = gateway().exchange(admin.browser().session(), "auth").text("access_token");
        Map<String, Object> wanted = Map.of(
                "email", email, "displayName", "Someone New", "role", "practitioner", "acuityCalendars", List.of(7L));

        Answer made = gateway().post("/auth/admin/invites", wanted, token);

        assertThat(made.status()).isEqualTo(201);
        assertThat(TestPerson.accept(made, gateway().browser()).text("state")).isEqualTo("set-up");
        String other = TestPerson.freshEmail();
        Map<String, Object> again =
                Map.of("email", other, "displayName", "Someone", "role", "practitioner", "acuityCalendars", List.of());
        gateway().post("/auth/admin/invites", again, token);
        assertThat(gateway().post("/auth/admin/invites", again, token).outcome())
                .isEqualTo("409 already-invited");
    }

    @Test
    void isNotMadeByAnyoneElse() {
        for (String role : List.of("practitioner", "client")) {
            TestPerson person = TestPerson.setUp(gateway(), role);
            String token =
                    gateway().exchange(person.browser().session(), "auth").text("access_token");
            Map<String, Object> wanted =
                    Map.of("email", email, "displayName", "Someone", "role", "admin", "acuityCalendars", List.of());

            assertThat(gateway().post("/auth/admin/invites", wanted, token).outcome())
                    .isEqualTo("403 not-allowed");
        }
    }

    @Test
    void ofAClientNamesOnePersonForGood() throws Exception {
        UUID person = UUID.randomUUID();
        TestBrowser browser = gateway().browser();

        TestPerson.setUp(gateway().inviteClient(person, email, "Someone"), email, gateway(), browser);

        JWTClaimsSet said = SignedJWT.parse(
                        gateway().exchange(browser.session(), "core").text("access_token"))
                .getJWTClaimsSet();
        assertThat(said.getStringClaim("person")).isEqualTo(person.toString());
        assertThat(gateway()
                        .inviteClient(person, TestPerson.freshEmail(), "Someone Else")
                        .outcome())
                .isEqualTo("409 account-exists");
    }

    @Test
    void ofWhomsoeverElseNamesNobody() throws Exception {
        TestPerson practitioner = TestPerson.setUp(gateway(), "practitioner");

        JWTClaimsSet said = SignedJWT.parse(gateway()
                        .exchange(practitioner.browser().session(), "core")
                        .text("access_token"))
                .getJWTClaimsSet();

        assertThat(said.getClaims()).doesNotContainKey("person");
    }

    @Test
    void ofAClientIsMadeNowhereElse() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        Map<String, Object> wanted =
                Map.of("email", email, "displayName", "Someone", "role", "client", "acuityCalendars", List.of());

        assertThat(gateway()
                        .post("/auth/admin/invites", wanted, admin.token(gateway()))
                        .outcome())
                .isEqualTo("422 invite-not-usable");
        assertThat(gateway()
                        .post("/internal/invites", wanted, gateway().token("core", "auth", "account.invite"))
                        .outcome())
                .isEqualTo("422 invite-not-usable");
        assertThat(gateway()
                        .post(
                                "/internal/people/" + UUID.randomUUID() + "/invites",
                                Map.of("email", email, "displayName", "Someone"),
                                admin.token(gateway()))
                        .outcome())
                .isEqualTo("403 not-allowed");
    }

    @Test
    void ofTwoThatNameOnePersonMakesOneAccount() {
        UUID person = UUID.randomUUID();
        Answer one = gateway().inviteClient(person, email, "Someone");
        Answer other = gateway().inviteClient(person, TestPerson.freshEmail(), "Someone");

        assertThat(TestPerson.accept(one, gateway().browser()).status()).isEqualTo(200);
        assertThat(TestPerson.accept(other, gateway().browser()).outcome()).isEqualTo("410 invite-over");
    }

    @Test
    void keepsItsRoleWhateverIsAskedForWhenAccepting() {
        Answer invited = gateway().invite(email, "Someone", "client");
        TestBrowser browser = gateway().browser();
        browser.post(
                "/auth/invites/accept",
                Map.of("token", invited.text("token"), "password", TestPerson.PASSWORD, "role", "admin"));

        assertThat(browser.get("/auth/session")
                        .json()
                        .path("account")
                        .path("role")
                        .asString())
                .isEqualTo("client");
    }

    @Test
    void takesNoWeakPasswordAndStaysOpen() {
        Answer invited = gateway().invite("margaret.example@practice.test", "Margaret Example", "client");
        Map<String, String> reasons = Map.of(
                "short", "too-short",
                "aaaaaaaaaaaaaaaa", "repeated",
                "abcdefghijkl1234567890", "sequence",
                "Margaret.Example1", "personal",
                "P4ssw0rd!P4ssw0rd!", "common");
        reasons.forEach((password, reason) -> {
            Answer answer = gateway()
                    .browser()
                    .post("/auth/invites/accept", Map.of("token", invited.text("token"), "password", password));
            assertThat(answer.outcome() + " " + answer.text("reason"))
                    .as(password)
                    .isEqualTo("422 weak-password " + reason);
        });

        assertThat(TestPerson.accept(invited, gateway().browser()).status()).isEqualTo(200);
    }

    @Test
    void isNotMadeFromWhatIsNoAddressNameOrRole() {
        assertThat(gateway().invite("no address", "Someone", "admin").outcome()).isEqualTo("422 invite-not-usable");
        assertThat(gateway().invite(email, "  ", "admin").outcome()).isEqualTo("422 invite-not-usable");
        assertThat(gateway().invite(email, "Someone", "owner").outcome()).isEqualTo("422 invite-not-usable");
    }

    @Test
    void keepsNothingOfThePersonOnceItIsOver() throws Exception {
        gateway().invite(email, "Someone", "client");
        clock.forward(Duration.ofHours(73));
        job.run();

        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*) FROM invite WHERE over_at IS NULL OR email IS NOT NULL"
                                + " OR display_name IS NOT NULL")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void letsAProgramAskWhetherAnyoneIsInARole() {
        TestPerson.setUp(gateway(), "admin");
        String token = gateway().token("launcher", "auth", "account.invite");

        assertThat(gateway().get("/internal/accounts/exists?role=admin", token).body())
                .isEqualTo("{\"exists\":true}");
        assertThat(gateway().get("/internal/accounts/exists?role=owner", token).outcome())
                .isEqualTo("400 no-such-role");
    }

    private Answer open(Answer invited) {
        return gateway().browser().post("/auth/invites/open", Map.of("token", invited.text("token")));
    }
}
