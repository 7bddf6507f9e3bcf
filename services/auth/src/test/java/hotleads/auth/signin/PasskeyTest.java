package hotleads.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDatabase;
import hotleads.auth.TestDevice;
import hotleads.auth.TestPerson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PasskeyTest extends RunningAuth {
    private final TestDevice device = new TestDevice();

    @Test
    void isBothFactorsAtOnceWithoutAnEmail() throws Exception {
        TestPerson person = TestPerson.setUpWithPasskey(gateway(), "client", device);
        assertThat(person.browser().state()).isEqualTo("signed-in");
        TestBrowser browser = gateway().browser();

        assertThat(browser.signInByPasskey(device.used()).text("state")).isEqualTo("signed-in");

        SignedJWT token =
                SignedJWT.parse(gateway().exchange(browser.session(), "core").text("access_token"));
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(accountOf(person));
        assertThat(token.getJWTClaimsSet().getStringListClaim("amr")).containsExactly("pop", "user");
    }

    @Test
    void isAskedForWithoutSayingWhoIsThere() {
        TestPerson.setUpWithPasskey(gateway(), "admin", device);

        Answer options = gateway().browser().post("/auth/passkey/options", Map.of());

        assertThat(options.json().propertyNames())
                .containsExactlyInAnyOrder("challenge", "rpId", "timeout", "userVerification");
        assertThat(options.text("rpId")).isEqualTo("localhost");
        assertThat(options.text("userVerification")).isEqualTo("required");
    }

    @Test
    void isMadeToAskForTheDevicesLockAndToTellNothingOfThePerson() {
        TestBrowser browser = invited(TestPerson.freshEmail());

        Answer options = browser.post("/auth/set-up/passkey", Map.of());

        assertThat(options.json().path("rp").path("id").asString()).isEqualTo("localhost");
        assertThat(options.json().at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(options.json().at("/authenticatorSelection/residentKey").asString())
                .isEqualTo("required");
        assertThat(Base64.getUrlDecoder()
                        .decode(options.json().path("user").path("id").asString()))
                .hasSize(64);
        assertThat(browser.post("/auth/set-up/passkey", Map.of())
                        .json()
                        .path("user")
                        .path("id"))
                .isEqualTo(options.json().path("user").path("id"));
    }

    /** Everything a device or a page could say otherwise. */
    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("a page of another site", device -> device.at("https://localhost.evil.test")),
                forgery("a page at another port", device -> device.at("https://localhost:9443")),
                forgery("a page without TLS", device -> device.at("http://localhost:8443")),
                forgery("a frame in another site's page", TestDevice::framed),
                forgery("a passkey for another site", device -> device.forParty("evil.test")),
                forgery("no device lock", TestDevice::withoutLock),
                forgery("nobody there", TestDevice::withoutTouch),
                forgery("made instead of used", device -> device.sayingOfAnswers("webauthn.create")),
                forgery("a payment", device -> device.sayingOfAnswers("payment.get")),
                forgery("another key", TestDevice::withOtherKeys),
                forgery("another user", TestDevice::ofOtherUser));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void isRefusedWhen(String what, UnaryOperator<TestDevice> forge) {
        TestPerson.setUpWithPasskey(gateway(), "admin", device);
        TestBrowser browser = gateway().browser();

        assertThat(browser.signInByPasskey(forge.apply(device.copy().used())).outcome())
                .as(what)
                .isEqualTo("401 passkey-refused");
        assertThat(browser.state()).isEqualTo("signed-out");
        assertThat(browser.signInByPasskey(device.used().used()).status()).isEqualTo(200);
    }

    static Stream<Arguments> forgeriesOfNewOnes() {
        return Stream.of(
                forgery("a page of another site", device -> device.at("https://localhost.evil.test")),
                forgery("a frame in another site's page", TestDevice::framed),
                forgery("a passkey for another site", device -> device.forParty("evil.test")),
                forgery("no device lock", TestDevice::withoutLock),
                forgery("nobody there", TestDevice::withoutTouch),
                forgery("used instead of made", device -> device.sayingOfNewPasskeys("webauthn.get")));
    }

    @ParameterizedTest
    @MethodSource("forgeriesOfNewOnes")
    void isNotTakenAsANewOneWhen(String what, UnaryOperator<TestDevice> forge) {
        TestBrowser browser = invited(TestPerson.freshEmail());

        Answer answer = browser.post(
                "/auth/set-up/passkey/confirm",
                forge.apply(device).make(browser.post("/auth/set-up/passkey", Map.of())));

        assertThat(answer.outcome()).as(what).isEqualTo("401 passkey-refused");
        assertThat(browser.get("/auth/session").text("setUpStep")).isEqualTo("choose");
    }

    @Test
    void isRefusedWithAnyBitOfItsAnswerChanged() {
        TestPerson.setUpWithPasskey(gateway(), "admin", device);
        TestBrowser browser = gateway().browser();
        Random random = new Random(20261126);
        List<String> parts = List.of("credentialId", "clientDataJson", "authenticatorData", "signature", "userHandle");
        for (int i = 0; i < 150; i++) {
            Map<String, Object> answer = device.used().answer(browser.post("/auth/passkey/options", Map.of()));
            String part = parts.get(i % parts.size());
            answer.put(part, flipOne(String.valueOf(answer.get(part)), random));

            assertThat(browser.post("/auth/passkey", answer).outcome())
                    .as("change %d, of %s", i, part)
                    .isEqualTo("401 passkey-refused");
        }
        assertThat(browser.signInByPasskey(device.used()).status()).isEqualTo(200);
    }

    @Test
    void meetsAnythingElseInItsPlaceWithARefusalAndNoFailure() {
        TestBrowser browser = gateway().browser();
        browser.post("/auth/passkey/options", Map.of());
        for (String junk : List.of("", "?", "e30", "AAAA", "oA", "a".repeat(5_000))) {
            Map<String, Object> answer = new HashMap<>();
            List.of("credentialId", "clientDataJson", "authenticatorData", "signature", "userHandle")
                    .forEach(part -> answer.put(part, junk));
            assertThat(browser.post("/auth/passkey", answer).outcome()).isEqualTo("401 passkey-refused");
        }
        TestBrowser settingUp = invited(TestPerson.freshEmail());
        for (String junk : List.of("", "?", "e30", "AAAA", "oA", "a".repeat(5_000))) {
            assertThat(settingUp
                            .post(
                                    "/auth/set-up/passkey/confirm",
                                    Map.of(
                                            "name",
                                            "Laptop",
                                            "clientDataJson",
                                            junk,
                                            "attestationObject",
                                            junk,
                                            "transports",
                                            List.of()))
                            .outcome())
                    .isEqualTo("401 passkey-refused");
        }
    }

    @Test
    void meetsClientDataWithoutAQuestionWithARefusal() {
        TestPerson.setUpWithPasskey(gateway(), "admin", device);
        TestBrowser browser = gateway().browser();
        for (String said : List.of("{}", "[]", "null", "7", "{\"type\":\"webauthn.get\",\"challenge\":null}")) {
            Map<String, Object> answer = device.used().answer(browser.post("/auth/passkey/options", Map.of()));
            answer.put(
                    "clientDataJson",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(said.getBytes(StandardCharsets.UTF_8)));

            assertThat(browser.post("/auth/passkey", answer).outcome()).as(said).isEqualTo("401 passkey-refused");
        }
    }

    @Test
    void isRefusedAndToldOfWhenItsCounterGoesBack() throws Exception {
        TestPerson person = TestPerson.setUpWithPasskey(gateway(), "admin", device.counting(5));
        TestDevice copy = device.copy();
        assertThat(gateway().browser().signInByPasskey(device.counting(6)).status())
                .isEqualTo(200);

        assertThat(gateway().browser().signInByPasskey(copy.counting(6)).outcome())
                .isEqualTo("401 passkey-refused");
        assertThat(gateway().browser().signInByPasskey(copy.counting(0)).outcome())
                .isEqualTo("401 passkey-refused");
        assertThat(gateway().browser().signInByPasskey(device.counting(7)).status())
                .isEqualTo(200);

        assertThat(refusals("passkey.counter-went-back", accountOf(person))).isEqualTo(2);
    }

    @Test
    void needNotCountIfItsDeviceNeverDoes() {
        TestPerson.setUpWithPasskey(gateway(), "admin", device.counting(0).synced());

        assertThat(gateway().browser().signInByPasskey(device).status()).isEqualTo(200);
        assertThat(gateway().browser().signInByPasskey(device).status()).isEqualTo(200);
    }

    @Test
    void answersAQuestionOnceAndWithinTenMinutes() {
        TestPerson.setUpWithPasskey(gateway(), "admin", device);
        TestBrowser browser = gateway().browser();
        Answer question = browser.post("/auth/passkey/options", Map.of());
        String asked = browser.recognisedBy();
        assertThat(browser.post("/auth/passkey", device.used().answer(question)).status())
                .isEqualTo(200);

        assertThat(gateway()
                        .browser()
                        .recognisedBy(asked)
                        .post("/auth/passkey", device.used().answer(question))
                        .outcome())
                .isEqualTo("401 passkey-refused");
        browser.post("/auth/sign-out", Map.of());

        Answer late = browser.post("/auth/passkey/options", Map.of());
        clock.forward(Duration.ofMinutes(10));
        assertThat(browser.post("/auth/passkey", device.used().answer(late)).outcome())
                .isEqualTo("401 passkey-refused");
    }

    @Test
    void usesTheQuestionUpEvenWhenTheAnswerIsWrong() {
        TestPerson.setUpWithPasskey(gateway(), "admin", device);
        TestBrowser browser = gateway().browser();
        Answer question = browser.post("/auth/passkey/options", Map.of());
        browser.post("/auth/passkey", device.copy().used().withoutLock().answer(question));

        assertThat(browser.post("/auth/passkey", device.used().answer(question)).outcome())
                .isEqualTo("401 passkey-refused");
    }

    @Test
    void answersOnlyInTheBrowserThatWasAsked() {
        TestPerson.setUpWithPasskey(gateway(), "admin", device);
        Answer question = gateway().browser().post("/auth/passkey/options", Map.of());
        TestBrowser other = gateway().browser();
        Map<String, Object> answer = device.used().answer(question);

        assertThat(other.post("/auth/passkey", answer).outcome()).isEqualTo("401 passkey-refused");
        other.post("/auth/passkey/options", Map.of());
        assertThat(other.post("/auth/passkey", answer).outcome()).isEqualTo("401 passkey-refused");
    }

    @Test
    void lets1Of100WinWhoUseTheSameAnswerAtOnce() throws Exception {
        TestPerson.setUpWithPasskey(gateway(), "admin", device.counting(0));
        TestBrowser browser = gateway().browser();
        Map<String, Object> answer = device.answer(browser.post("/auth/passkey/options", Map.of()));
        String asked = browser.recognisedBy();

        List<Answer> answers = atOnce(IntStream.range(0, 100)
                .<Callable<Answer>>mapToObj(
                        i -> () -> gateway().browser().recognisedBy(asked).post("/auth/passkey", answer))
                .toList());

        assertThat(answers).filteredOn(got -> got.status() == 200).hasSize(1);
    }

    @Test
    void isNeverEnrolledByAPasswordAlone() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser thief = gateway().browser();
        thief.signIn(person.email(), person.password());

        assertThat(thief.post("/auth/set-up/passkey", Map.of()).outcome()).isEqualTo("401 signed-out");
        assertThat(thief.post("/auth/factors/passkey", Map.of()).outcome()).isEqualTo("401 signed-out");
        // Nor with a question that was asked of someone else.
        Answer question = person.browser().post("/auth/factors/passkey", Map.of());
        assertThat(thief.post("/auth/set-up/passkey/confirm", device.make(question))
                        .outcome())
                .isEqualTo("401 signed-out");
        assertThat(thief.post("/auth/factors/passkey/confirm", device.make(question))
                        .outcome())
                .isEqualTo("401 signed-out");
        assertThat(gateway().browser().signInByPasskey(device).outcome()).isEqualTo("401 passkey-refused");
    }

    @Test
    void isMadeOnlyForTheQuestionOfThatStep() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser settingUp = invited(TestPerson.freshEmail());
        Answer forSetUp = settingUp.post("/auth/set-up/passkey", Map.of());
        Answer toSignIn = person.browser().post("/auth/passkey/options", Map.of());

        assertThat(person.browser()
                        .post("/auth/factors/passkey/confirm", device.make(forSetUp))
                        .outcome())
                .isEqualTo("401 passkey-refused");
        assertThat(person.browser()
                        .post("/auth/factors/passkey/confirm", device.make(toSignIn))
                        .outcome())
                .isEqualTo("401 passkey-refused");
    }

    @Test
    void belongsToOneAccountOnly() {
        TestPerson.setUpWithPasskey(gateway(), "admin", device);
        TestPerson other = TestPerson.setUp(gateway(), "admin");

        Answer again = other.browser()
                .post(
                        "/auth/factors/passkey/confirm",
                        device.make(other.browser().post("/auth/factors/passkey", Map.of())));

        assertThat(again.outcome()).isEqualTo("401 passkey-refused");
        assertThat(other.browser().get("/auth/factors").json().path("factors")).hasSize(1);
    }

    @Test
    void opensNothingOnceItWasRemoved() {
        TestPerson person = TestPerson.setUp(gateway(), "admin");
        TestBrowser browser = person.browser();
        Answer added = browser.post(
                "/auth/factors/passkey/confirm", device.make(browser.post("/auth/factors/passkey", Map.of())));
        String id = added.json().path("factors").get(1).path("id").asString();
        assertThat(gateway().browser().signInByPasskey(device.used()).status()).isEqualTo(200);

        assertThat(browser.post("/auth/factors/remove", Map.of("id", id)).status())
                .isEqualTo(200);

        assertThat(gateway().browser().signInByPasskey(device.used()).outcome()).isEqualTo("401 passkey-refused");
    }

    @Test
    void leadsBackToItsOwnSetUpFromAnotherBrowser() {
        String email = TestPerson.freshEmail();
        TestBrowser first = invited(email);
        first.post("/auth/set-up/passkey/confirm", device.make(first.post("/auth/set-up/passkey", Map.of())));
        TestBrowser half = gateway().browser();
        assertThat(half.signIn(email, TestPerson.PASSWORD).text("state")).isEqualTo("second-factor");
        assertThat(half.get("/auth/session").json().path("secondFactors").get(0).asString())
                .isEqualTo("passkey");

        TestBrowser other = gateway().browser();
        assertThat(other.signInByPasskey(device.used()).text("state")).isEqualTo("set-up");
        assertThat(gateway().exchange(other.session(), "core").status()).isEqualTo(400);
        assertThat(other.get("/auth/session").text("setUpStep")).isEqualTo("codes");
        List<String> codes = TestPerson.codesOf(other.post("/auth/set-up/recovery-codes", Map.of()));
        assertThat(other.post("/auth/set-up/recovery-codes/confirm", Map.of("number", 4, "code", codes.get(3)))
                        .text("state"))
                .isEqualTo("signed-in");
        assertThat(first.state()).isEqualTo("signed-out");
    }

    @Test
    void whoseSetUpRanOutOpensNothing() {
        TestBrowser first = invited(TestPerson.freshEmail());
        first.post("/auth/set-up/passkey/confirm", device.make(first.post("/auth/set-up/passkey", Map.of())));
        clock.forward(Duration.ofMinutes(10));

        assertThat(gateway().browser().signInByPasskey(device.used()).outcome()).isEqualTo("401 passkey-refused");
        assertThat(first.get("/auth/session").text("setUpStep")).isEqualTo("choose");
    }

    private TestBrowser invited(String email) {
        TestBrowser browser = gateway().browser();
        TestPerson.accept(gateway().invite(email, "Someone", "admin"), browser);
        return browser;
    }

    private static Arguments forgery(String what, UnaryOperator<TestDevice> forge) {
        return Arguments.of(what, forge);
    }

    private static String accountOf(TestPerson person) {
        return person.browser()
                .get("/auth/session")
                .json()
                .path("account")
                .path("id")
                .asString();
    }

    private static String flipOne(String encoded, Random random) {
        byte[] bytes = Base64.getUrlDecoder().decode(encoded);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static long refusals(String act, String subject) throws Exception {
        try (var connection = TestDatabase.asSuperuser();
                var query = connection.prepareStatement(
                        "SELECT count(*) FROM audit_entry WHERE act = ? AND subject = ? AND outcome = 'refused'")) {
            query.setString(1, act);
            query.setString(2, subject);
            var rows = query.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
