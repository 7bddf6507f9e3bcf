package hotleads.auth.resets;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestPerson;
import hotleads.auth.TestPhone;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResetTest extends RunningAuth {
    private static final Map<String, String> WHY =
            Map.of("reason", "Their phone fell into the sea", "identityCheck", "We sat at one table");

    /** What other tests left would be second administrators here. */
    @BeforeEach
    void nobodyElseAdministers() throws SQLException {
        run("UPDATE account SET locked_at = now() WHERE role = 'admin'");
        run("UPDATE break_glass_card SET over_at = now() WHERE over_at IS NULL");
        run("DELETE FROM tries WHERE limit_name = 'CARD'");
    }

    @Test
    void needsASecondAdministratorAndNeverWhomItIsAbout() {
        TestPerson tony = admin();
        TestPerson rob = admin();
        TestPerson third = admin();
        String aboutRob = rob.id();

        assertThat(ask(rob, aboutRob)).isEqualTo("409 not-yourself");
        String reset = asked(tony, aboutRob);
        assertThat(ask(third, aboutRob)).isEqualTo("409 already-asked");
        assertThat(step(tony, reset, "approve").outcome()).isEqualTo("409 second-admin-needed");
        assertThat(step(rob, reset, "approve").outcome()).isEqualTo("409 not-yourself");
        assertThat(exchange(rob.browser())).isEqualTo(200);

        Answer approved = step(third, reset, "approve");

        assertThat(approved.text("link")).startsWith(PUBLIC_URL + "/reset#");
        assertThat(exchange(rob.browser())).isEqualTo(400);
        assertThat(step(third, reset, "approve").outcome()).isEqualTo("410 reset-over");
    }

    @Test
    void thePasswordAloneLeadsNowhereAfterItAndTheLinkAloneNeither() {
        TestPerson rob = admin();
        String link = resetOf(rob);

        assertThat(gateway().browser().signIn(rob.email(), rob.password()).outcome())
                .isEqualTo("403 link-needed");
        assertThat(gateway().browser().signIn(rob.email(), "not the password").outcome())
                .isEqualTo("401 wrong-sign-in");
        assertThat(accept(gateway().browser(), link, "not the password").outcome())
                .isEqualTo("401 wrong-sign-in");
        assertThat(accept(gateway().browser(), "A".repeat(43), rob.password()).outcome())
                .isEqualTo("410 link-over");
        assertThat(accept(gateway().browser(), link, rob.password()).text("state"))
                .isEqualTo("set-up");
    }

    @Test
    void leadsToTheFirstSetUpAgainAndOldFactorsAreDead() {
        TestPerson rob = admin();
        String link = resetOf(rob);
        TestBrowser browser = gateway().browser();

        accept(browser, link, rob.password());
        assertThat(exchange(browser)).isEqualTo(400);
        TestPhone phone = setUp(browser);

        assertThat(exchange(browser)).isEqualTo(200);
        assertThat(accept(gateway().browser(), link, rob.password()).outcome()).isEqualTo("410 link-over");
        clock.forward(Duration.ofMinutes(1));
        TestBrowser again = gateway().browser();
        assertThat(again.signIn(rob.email(), rob.password()).text("state")).isEqualTo("second-factor");
        assertThat(again.post("/auth/second-factor", Map.of("code", rob.phone().code()))
                        .outcome())
                .isEqualTo("401 wrong-code");
        assertThat(again.post(
                                "/auth/recovery",
                                Map.of("code", rob.recoveryCodes().getFirst()))
                        .outcome())
                .isEqualTo("401 wrong-code");
        assertThat(again.post("/auth/second-factor", Map.of("code", phone.code()))
                        .text("state"))
                .isEqualTo("signed-in");
    }

    @Test
    void itsLinkWorksForThreeDaysAndAnInterruptedSetUpGoesOn() {
        TestPerson rob = admin();
        String link = resetOf(rob);

        accept(gateway().browser(), link, rob.password());
        clock.forward(Duration.ofHours(72).minusSeconds(1));
        assertThat(accept(gateway().browser(), link, rob.password()).text("state"))
                .isEqualTo("set-up");
        clock.forward(Duration.ofSeconds(1));

        assertThat(accept(gateway().browser(), link, rob.password()).outcome()).isEqualTo("410 link-over");
        assertThat(gateway().browser().signIn(rob.email(), rob.password()).outcome())
                .isEqualTo("403 link-needed");
    }

    @Test
    void endsASetUpThatBeganWithARecoveryCodeBefore() {
        TestPerson rob = admin();
        TestPerson tony = admin();
        TestPerson third = admin();
        String reset = asked(tony, rob.id());
        TestBrowser halfWay = gateway().browser();
        halfWay.signIn(rob.email(), rob.password());
        halfWay.post("/auth/recovery", Map.of("code", rob.recoveryCodes().get(1)));

        step(third, reset, "approve");

        assertThat(halfWay.post("/auth/set-up/totp", Map.of()).outcome()).isEqualTo("401 signed-out");
    }

    @Test
    void isApprovedWithinThreeDaysOrNotAtAllAndCanBeStopped() {
        TestPerson tony = admin();
        TestPerson rob = admin();
        String practitioner = TestPerson.setUp(gateway(), "practitioner").id();
        String late = asked(tony, practitioner);
        clock.forward(Duration.ofHours(72));
        TestPerson again = signedIn(rob);
        assertThat(step(again, late, "approve").outcome()).isEqualTo("410 reset-over");
        String stopped = asked(signedIn(tony), practitioner);

        assertThat(step(again, stopped, "stop").status()).isEqualTo(204);

        assertThat(step(again, stopped, "approve").outcome()).isEqualTo("410 reset-over");
        assertThat(step(again, UUID.randomUUID().toString(), "approve").outcome())
                .isEqualTo("404 not-found");
    }

    @Test
    void theCardStandsInForTheSecondAdministratorAfterAnHour() {
        TestPerson tony = admin();
        TestPerson rob = admin();
        String aboutRob = rob.id();
        String card = madeCard(tony);
        clock.forward(Duration.ofDays(1));
        TestPerson today = signedIn(tony);
        String reset = asked(today, aboutRob);

        assertThat(useCard(today, reset, "0000-0000").outcome()).isEqualTo("422 wrong-card");
        assertThat(useCard(today, reset, card.toLowerCase(Locale.ROOT).replace("-", " "))
                        .status())
                .isEqualTo(204);
        // Signing in takes a minute of it, and each proof half of one.
        clock.forward(Duration.ofMinutes(57));
        TestPerson later = signedIn(tony);
        assertThat(step(later, reset, "finish").outcome()).isEqualTo("409 not-yet");
        clock.forward(Duration.ofMinutes(1));

        assertThat(step(later, reset, "finish").text("link")).startsWith(PUBLIC_URL + "/reset#");
        assertThat(gateway().browser().signIn(rob.email(), rob.password()).outcome())
                .isEqualTo("403 link-needed");
        String next = asked(later, TestPerson.setUp(gateway(), "practitioner").id());
        assertThat(useCard(later, next, card).outcome()).isEqualTo("409 card-for-admins-only");
    }

    @Test
    void theCardWorksOnceAndANewOneEndsTheOld() {
        TestPerson tony = admin();
        TestPerson rob = admin();
        String aboutRob = rob.id();
        String old = madeCard(tony);
        String card = madeCard(tony);
        clock.forward(Duration.ofDays(1));
        TestPerson today = signedIn(tony);
        String reset = asked(today, aboutRob);
        assertThat(useCard(today, reset, old).outcome()).isEqualTo("422 wrong-card");
        assertThat(useCard(today, reset, card).status()).isEqualTo(204);
        assertThat(step(today, reset, "stop").status()).isEqualTo(204);

        String again = asked(today, aboutRob);

        assertThat(useCard(today, again, card).outcome()).isEqualTo("409 no-card");
    }

    @Test
    void theCardStaysInTheSafeWhereSomebodyElseCanApprove() {
        TestPerson tony = admin();
        TestPerson rob = admin();
        TestPerson third = admin();
        String card = madeCard(tony);
        String reset = asked(tony, rob.id());

        assertThat(useCard(tony, reset, card).outcome()).isEqualTo("409 second-admin-available");
        assertThat(useCard(third, reset, card).outcome()).isEqualTo("409 second-admin-available");
        assertThat(useCard(rob, reset, card).outcome()).isEqualTo("409 not-yourself");
        assertThat(needsCard(tony, reset)).isFalse();
        assertThat(step(third, reset, "stop").status()).isEqualTo(204);
    }

    @Test
    void whoMayApproveDoesSoThoughWhoAskedIsOutMeanwhile() throws SQLException {
        TestPerson tony = admin();
        TestPerson third = admin();
        String card = madeCard(tony);
        String reset = asked(tony, admin().id());
        run("UPDATE account SET locked_at = now() WHERE id = '" + tony.id() + "'");
        clock.forward(Duration.ofDays(1));
        TestPerson today = signedIn(third);

        assertThat(needsCard(today, reset)).isFalse();
        assertThat(useCard(today, reset, card).outcome()).isEqualTo("409 second-admin-available");
        assertThat(step(today, reset, "approve").status()).isEqualTo(200);
    }

    @Test
    void theCardIsOfferedForAnAdministratorAloneAndWhereNobodyElseWorks() {
        TestPerson tony = admin();
        String aboutRob = asked(tony, admin().id());
        String aboutPractitioner =
                asked(tony, TestPerson.setUp(gateway(), "practitioner").id());

        assertThat(needsCard(tony, aboutRob)).isTrue();
        assertThat(needsCard(tony, aboutPractitioner)).isFalse();
        admin();
        assertThat(needsCard(tony, aboutRob)).isFalse();
    }

    @Test
    void aCardMadeToGetInOpensNothing() {
        TestPerson tony = admin();
        String reset = asked(tony, admin().id());

        assertThat(useCard(tony, reset, madeCard(tony)).outcome()).isEqualTo("409 card-too-new");
    }

    @Test
    void theCardIsTriedFiveTimesADay() {
        TestPerson tony = admin();
        String aboutRob = admin().id();
        String card = madeCard(tony);
        clock.forward(Duration.ofDays(1));
        TestPerson today = signedIn(tony);
        String reset = asked(today, aboutRob);
        for (int i = 0; i < 5; i++) {
            assertThat(useCard(today, reset, "0000").outcome()).isEqualTo("422 wrong-card");
        }

        assertThat(useCard(today, reset, card).outcome()).isEqualTo("429 too-many-tries");
    }

    @Test
    void isToldToWhomItIsAboutAndToThoseWhoCanApprove() throws SQLException {
        TestPerson tony = admin();
        TestPerson rob = admin();
        TestPerson third = admin();
        String aboutRob = rob.id();
        String reset = asked(tony, aboutRob);
        step(third, reset, "approve");

        assertThat(noticesOf(aboutRob)).contains("reset-asked", "reset-done").doesNotContain("approval-waits");
        assertThat(noticesOf(third.id())).contains("approval-waits");
        assertThat(noticesOf(tony.id())).doesNotContain("approval-waits");
    }

    private TestPerson admin() {
        return TestPerson.setUp(gateway(), "admin");
    }

    private TestPerson signedIn(TestPerson person) {
        return new TestPerson(
                person.email(),
                person.password(),
                person.phone(),
                person.recoveryCodes(),
                person.signInAgain(gateway(), clock));
    }

    private String resetOf(TestPerson person) {
        TestPerson tony = admin();
        TestPerson third = admin();
        return step(third, asked(tony, person.id()), "approve").text("link");
    }

    private String ask(TestPerson admin, String about) {
        return gateway()
                .post("/auth/admin/people/" + about + "/resets", WHY, fresh(admin))
                .outcome();
    }

    private String asked(TestPerson admin, String about) {
        assertThat(ask(admin, about)).isEqualTo("204");
        return gateway()
                .get("/auth/admin/resets", admin.token(gateway()))
                .json()
                .path("resets")
                .valueStream()
                .filter(one -> one.path("accountId").asString().equals(about))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private boolean needsCard(TestPerson admin, String reset) {
        return gateway()
                .get("/auth/admin/resets", admin.token(gateway()))
                .json()
                .path("resets")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(reset))
                .findFirst()
                .orElseThrow()
                .path("needsCard")
                .asBoolean();
    }

    private Answer step(TestPerson admin, String reset, String step) {
        return gateway().post("/auth/admin/resets/" + reset + "/" + step, Map.of(), fresh(admin));
    }

    private String madeCard(TestPerson admin) {
        return gateway().post("/auth/admin/card", Map.of(), fresh(admin)).text("card");
    }

    private Answer useCard(TestPerson admin, String reset, String card) {
        return gateway().post("/auth/admin/resets/" + reset + "/card", Map.of("card", card), fresh(admin));
    }

    private String fresh(TestPerson admin) {
        admin.stepUp(clock);
        return admin.token(gateway());
    }

    private Answer accept(TestBrowser browser, String link, String password) {
        String token = link.startsWith("https") ? URI.create(link).getFragment() : link;
        return browser.post("/auth/resets/accept", Map.of("token", token, "password", password));
    }

    private TestPhone setUp(TestBrowser browser) {
        TestPhone phone = TestPerson.startTotp(gateway(), browser);
        List<String> codes =
                TestPerson.codesOf(browser.post("/auth/set-up/totp/confirm", Map.of("code", phone.code())));
        browser.post("/auth/set-up/recovery-codes/confirm", Map.of("number", 4, "code", codes.get(3)));
        return phone;
    }

    private int exchange(TestBrowser browser) {
        return gateway().exchange(browser.session(), "core").status();
    }

    private static List<String> noticesOf(String account) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement("SELECT kind FROM notice WHERE account_id = ?::uuid")) {
            query.setString(1, account);
            var rows = query.executeQuery();
            List<String> kinds = new ArrayList<>();
            while (rows.next()) {
                kinds.add(rows.getString(1));
            }
            return kinds;
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = TestDatabase.asSuperuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
