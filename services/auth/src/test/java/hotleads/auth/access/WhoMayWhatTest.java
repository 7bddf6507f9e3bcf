package hotleads.auth.access;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.Answer;
import hotleads.auth.RunningAuth;
import hotleads.auth.TestBrowser;
import hotleads.auth.TestDevice;
import hotleads.auth.TestPerson;
import hotleads.platform.hostile.HostileCalls;
import hotleads.platform.hostile.HostileCalls.Call;
import hotleads.platform.hostile.HostileCalls.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every operation of the published description × nobody, client, practitioner, administrator, and × their own object
 * and another's, against the one table of what has to come back. A new operation fails the test until its row is here,
 * whatever the program's own table says of it.
 */
class WhoMayWhatTest extends RunningAuth {
    private static final List<String> ROLES = List.of("client", "practitioner", "admin");

    /** Who gets in. */
    private enum Rule {
        /** The first step of something, or nobody's object. */
        EVERYBODY,
        /** In the middle of signing in or setting up, and at no other time. */
        WHO_IS_ON_THE_WAY,
        /** About their own account and nobody else's. */
        WHO_IS_SIGNED_IN,
        ADMINISTRATORS
    }

    private static final Map<Rule, Set<String>> TABLE = Map.of(
            Rule.EVERYBODY,
            Set.of(
                    "GET /auth/session",
                    "POST /auth/sign-in",
                    "POST /auth/passkey/options",
                    "POST /auth/passkey",
                    "POST /auth/invites/open",
                    "POST /auth/invites/accept",
                    "POST /auth/resets/accept",
                    "POST /auth/lock",
                    "POST /auth/sign-out"),
            Rule.WHO_IS_ON_THE_WAY,
            Set.of(
                    "POST /auth/second-factor",
                    "POST /auth/recovery",
                    "POST /auth/set-up/totp",
                    "POST /auth/set-up/totp/confirm",
                    "POST /auth/set-up/passkey",
                    "POST /auth/set-up/passkey/confirm",
                    "POST /auth/set-up/recovery-codes",
                    "POST /auth/set-up/recovery-codes/confirm"),
            Rule.WHO_IS_SIGNED_IN,
            Set.of(
                    "GET /auth/factors",
                    "GET /auth/me/sessions",
                    "POST /auth/factors/passkey",
                    "POST /auth/factors/passkey/confirm",
                    "POST /auth/factors/recovery-codes",
                    "POST /auth/factors/recovery-codes/confirm",
                    "POST /auth/factors/remove",
                    "POST /auth/factors/rename",
                    "POST /auth/factors/totp",
                    "POST /auth/factors/totp/confirm",
                    "POST /auth/me/sessions/end-others",
                    "POST /auth/me/sessions/{sessionId}/end",
                    "POST /auth/password",
                    "POST /auth/step-up",
                    "POST /auth/step-up/passkey",
                    "POST /auth/step-up/passkey/options"),
            Rule.ADMINISTRATORS,
            Set.of(
                    "GET /auth/admin/invites",
                    "GET /auth/admin/keys",
                    "GET /auth/admin/people",
                    "GET /auth/admin/resets",
                    "GET /auth/admin/staff",
                    "POST /auth/admin/card",
                    "POST /auth/admin/invites",
                    "POST /auth/admin/invites/{inviteId}/withdraw",
                    "POST /auth/admin/keys/{purpose}/rotate",
                    "POST /auth/admin/people/{accountId}/lock",
                    "POST /auth/admin/people/{accountId}/practice",
                    "POST /auth/admin/people/{accountId}/resets",
                    "POST /auth/admin/people/{accountId}/role",
                    "POST /auth/admin/people/{accountId}/sessions/end",
                    "POST /auth/admin/people/{accountId}/sessions/{sessionId}/end",
                    "POST /auth/admin/people/{accountId}/unlock",
                    "POST /auth/admin/resets/{resetId}/approve",
                    "POST /auth/admin/resets/{resetId}/card",
                    "POST /auth/admin/resets/{resetId}/finish",
                    "POST /auth/admin/resets/{resetId}/stop"));

    /** What is answered to whoever is not let in, and to nobody else. */
    private static final Set<String> KEPT_OUT =
            Set.of("401 signed-out", "401 no-valid-token", "403 not-allowed", "403 step-up-required");

    /** What asks for a second factor of the last five minutes, and nothing else does. */
    private static final Set<String> FRESH = Set.of(
            "POST /auth/admin/card",
            "POST /auth/admin/invites",
            "POST /auth/admin/invites/{inviteId}/withdraw",
            "POST /auth/admin/keys/{purpose}/rotate",
            "POST /auth/admin/people/{accountId}/lock",
            "POST /auth/admin/people/{accountId}/practice",
            "POST /auth/admin/people/{accountId}/resets",
            "POST /auth/admin/people/{accountId}/role",
            "POST /auth/admin/people/{accountId}/sessions/end",
            "POST /auth/admin/people/{accountId}/sessions/{sessionId}/end",
            "POST /auth/admin/people/{accountId}/unlock",
            "POST /auth/admin/resets/{resetId}/approve",
            "POST /auth/admin/resets/{resetId}/card",
            "POST /auth/admin/resets/{resetId}/finish",
            "POST /auth/factors/passkey",
            "POST /auth/factors/passkey/confirm",
            "POST /auth/factors/recovery-codes",
            "POST /auth/factors/recovery-codes/confirm",
            "POST /auth/factors/remove",
            "POST /auth/factors/rename",
            "POST /auth/factors/totp",
            "POST /auth/factors/totp/confirm",
            "POST /auth/password");

    /** What an administrator may not do to their own account; to another's all of it is let through. */
    private static final Set<String> NOT_TO_ONESELF = Set.of(
            "POST /auth/admin/people/{accountId}/lock",
            "POST /auth/admin/people/{accountId}/resets",
            "POST /auth/admin/people/{accountId}/role",
            "POST /auth/admin/people/{accountId}/sessions/end",
            "POST /auth/admin/people/{accountId}/sessions/{sessionId}/end",
            "POST /auth/admin/people/{accountId}/unlock");

    /** Where one's own object is named, and what another's is answered with: as if it were not there. */
    private static final Map<String, String> ANOTHERS = Map.of(
            "POST /auth/me/sessions/{sessionId}/end", "404 not-found",
            "POST /auth/factors/remove", "404 no-such-factor",
            "POST /auth/factors/rename", "404 no-such-factor");

    @Test
    void everyOperationHasItsRow() {
        assertThat(TABLE.values().stream().flatMap(Set::stream))
                .containsExactlyInAnyOrderElementsOf(
                        operations(Map.of()).stream().map(Operation::name).toList());
    }

    @Test
    void everybodyGetsInWhereTheirRowSaysSoAndNowhereElse() {
        List<String> wrong = new ArrayList<>();
        Map<String, TestPerson> people = new HashMap<>();
        for (Operation operation : operations(Map.of())) {
            note(operation, "nobody", ask(operation, gateway().browser(), null), wrong);
            for (String role : ROLES) {
                TestPerson person = people.compute(
                        role, (same, before) -> before != null && isSignedIn(before) ? before : person(role));
                note(operation, role, ask(operation, person.browser(), person.token(gateway())), wrong);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isSignedIn(TestPerson person) {
        return person.browser().state().equals("signed-in");
    }

    private static void note(Operation operation, String who, String outcome, List<String> wrong) {
        boolean byToken = isByToken(operation);
        boolean isRight = switch (ruleOf(operation)) {
            case EVERYBODY -> !KEPT_OUT.contains(outcome);
            case WHO_IS_ON_THE_WAY -> outcome.equals("401 signed-out");
            case WHO_IS_SIGNED_IN ->
                who.equals("nobody")
                        ? outcome.equals(byToken ? "401 no-valid-token" : "401 signed-out")
                        : !KEPT_OUT.contains(outcome);
            case ADMINISTRATORS ->
                switch (who) {
                    case "nobody" -> outcome.equals("401 no-valid-token");
                    case "admin" -> !KEPT_OUT.contains(outcome);
                    default -> outcome.equals("403 not-allowed");
                };
        };
        if (!isRight) {
            wrong.add(operation.name() + " by " + who + ": " + outcome);
        }
    }

    @Test
    void whatIsWeightyAsksForAProofOfAMomentAgo() {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        clock.forward(Duration.ofMinutes(6));

        assertThat(operations(Map.of()))
                .filteredOn(operation ->
                        ruleOf(operation) == Rule.WHO_IS_SIGNED_IN || ruleOf(operation) == Rule.ADMINISTRATORS)
                .filteredOn(operation ->
                        ask(operation, admin.browser(), admin.token(gateway())).equals("403 step-up-required"))
                .extracting(Operation::name)
                .containsExactlyInAnyOrderElementsOf(FRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "practitioner", "admin"})
    void onesOwnObjectIsFoundAndAnothersIsNot(String role) {
        List<String> wrong = new ArrayList<>();
        ANOTHERS.forEach((name, refused) -> {
            String own = outcomeOf(name, person(role), caller -> caller);
            TestPerson other = person(role);
            String anothers = outcomeOf(name, person(role), caller -> other);
            if (!own.startsWith("20")) {
                wrong.add(name + " of one's own: " + own);
            }
            if (!anothers.equals(refused)) {
                wrong.add(name + " of another's: " + anothers);
            }
            assertThat(other.browser().state()).isEqualTo("signed-in");
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void anAdministratorActsOnOthersAndNeverOnThemselves() {
        for (String name : NOT_TO_ONESELF) {
            TestPerson admin = person("admin");
            assertThat(outcomeOf(name, admin, caller -> caller)).as(name).isEqualTo("409 not-yourself");
            assertThat(outcomeOf(name, admin, caller -> person("practitioner")))
                    .as(name)
                    .matches("20.*");
        }
    }

    /** Somebody with two factors, of which one can be removed. */
    private TestPerson person(String role) {
        TestPerson person = TestPerson.setUp(gateway(), role);
        TestDevice device = new TestDevice();
        person.browser()
                .post(
                        "/auth/factors/passkey/confirm",
                        device.make(person.browser().post("/auth/factors/passkey", Map.of())));
        return person;
    }

    /** @param whose whose object is named */
    private String outcomeOf(String name, TestPerson caller, Function<TestPerson, TestPerson> whose) {
        TestPerson about = whose.apply(caller);
        Map<String, String> named = Map.of(
                "accountId", json(about.id()),
                "sessionId", json(sessionOf(about)),
                "id", json(factorOf(about)),
                "role", json("admin"),
                "name", json("Laptop"));
        Operation operation = operations(named).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ask(operation, caller.browser(), caller.token(gateway()));
    }

    private String sessionOf(TestPerson person) {
        return gateway()
                .get("/auth/me/sessions", person.token(gateway()))
                .json()
                .path("sessions")
                .path(0)
                .path("id")
                .asString();
    }

    private static String factorOf(TestPerson person) {
        return person.browser()
                .get("/auth/factors")
                .json()
                .path("factors")
                .path(0)
                .path("id")
                .asString();
    }

    private static String json(String text) {
        return '"' + text + '"';
    }

    private static boolean isByToken(Operation operation) {
        return operation.name().contains(" /auth/admin/") || operation.name().contains(" /auth/me/");
    }

    private String ask(Operation operation, TestBrowser browser, @Nullable String token) {
        Call call = operation.usual();
        Map<String, String> headers = new HashMap<>();
        // Each from elsewhere: who tries too often is not heard at all.
        headers.put("X-Client-Address", UUID.randomUUID().toString());
        if (call.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        if (!isByToken(operation)) {
            headers.put("Authorization", "Bearer " + gateway().token("gateway", "auth", "signin.relay"));
            headers.put("X-Session", browser.session());
        } else if (token != null) {
            headers.put("Authorization", "Bearer " + token);
        }
        Answer answer = gateway().send(call.method(), call.target(), call.body(), headers);
        return answer.outcome();
    }

    private static Rule ruleOf(Operation operation) {
        return TABLE.entrySet().stream()
                .filter(row -> row.getValue().contains(operation.name()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Say who may call " + operation.name()));
    }

    /** As described, each with what is usually sent. */
    private static List<Operation> operations(Map<String, String> usual) {
        Map<String, String> all = new HashMap<>(Map.of("role", json("practitioner"), "purpose", json("none-such")));
        all.putAll(usual);
        return new HostileCalls(published(), all).operations();
    }

    private static JsonNode published() {
        try {
            return JsonMapper.shared()
                    .readTree(new ClassPathResource("openapi.json").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
