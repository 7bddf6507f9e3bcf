package hotleads.auth.trail;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.auth.RunningAuth;
import hotleads.platform.endpoint.Endpoints;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.ClassUtils;

/**
 * A new route or job fails here until it says which entry it leaves, or why it needs none; {@link TrailTest} sees them.
 */
class EveryRouteIsRecordedTest extends RunningAuth {
    private static final Map<String, Set<Act>> RECORDED = Map.ofEntries(
            Map.entry("POST /oauth/token", Set.of(Act.SERVICE_TOKEN_REFUSED)),
            Map.entry("POST /auth/sign-in", Set.of(Act.PASSWORD_PROVED, Act.PASSWORD_REFUSED, Act.TRIES_SPENT)),
            Map.entry("POST /auth/second-factor", Set.of(Act.SIGNED_IN, Act.CODE_REFUSED)),
            Map.entry("POST /auth/passkey", Set.of(Act.SIGNED_IN, Act.PASSKEY_REFUSED, Act.PASSKEY_COUNTER_WENT_BACK)),
            Map.entry("POST /auth/set-up/passkey", Set.of(Act.SET_UP_STARTED)),
            Map.entry("POST /auth/set-up/passkey/confirm", Set.of(Act.FACTOR_PROVED, Act.SET_UP_REFUSED)),
            Map.entry("POST /auth/factors/passkey/confirm", Set.of(Act.FACTOR_ADDED, Act.FACTOR_REFUSED)),
            Map.entry("POST /auth/factors/totp/confirm", Set.of(Act.FACTOR_ADDED, Act.FACTOR_REFUSED)),
            Map.entry("POST /auth/factors/rename", Set.of(Act.FACTOR_RENAMED)),
            Map.entry("POST /auth/factors/remove", Set.of(Act.FACTOR_REMOVED)),
            Map.entry("POST /auth/factors/recovery-codes", Set.of(Act.RECOVERY_CODES_ISSUED)),
            Map.entry(
                    "POST /auth/factors/recovery-codes/confirm",
                    Set.of(Act.RECOVERY_CODES_RENEWED, Act.FACTOR_REFUSED)),
            Map.entry("POST /auth/recovery", Set.of(Act.RECOVERY_CODE_USED, Act.RECOVERY_CODE_REFUSED)),
            Map.entry("POST /auth/set-up/totp", Set.of(Act.SET_UP_STARTED)),
            Map.entry("POST /auth/set-up/totp/confirm", Set.of(Act.FACTOR_PROVED, Act.SET_UP_REFUSED)),
            Map.entry("POST /auth/set-up/recovery-codes", Set.of(Act.RECOVERY_CODES_ISSUED)),
            Map.entry("POST /auth/set-up/recovery-codes/confirm", Set.of(Act.SET_UP_FINISHED)),
            Map.entry(
                    "POST /auth/step-up",
                    Set.of(Act.PROVED_AGAIN, Act.SCREEN_UNLOCKED, Act.CODE_REFUSED, Act.TRIES_SPENT)),
            Map.entry(
                    "POST /auth/step-up/passkey",
                    Set.of(Act.PROVED_AGAIN, Act.SCREEN_UNLOCKED, Act.PASSKEY_REFUSED, Act.PASSKEY_COUNTER_WENT_BACK)),
            Map.entry("POST /auth/password", Set.of(Act.PASSWORD_CHANGED, Act.TRIES_SPENT)),
            Map.entry("POST /auth/lock", Set.of(Act.SCREEN_LOCKED)),
            Map.entry("POST /auth/sign-out", Set.of(Act.SIGNED_OUT)),
            Map.entry("POST /auth/invites/open", Set.of(Act.INVITE_OPENED)),
            Map.entry("POST /auth/invites/accept", Set.of(Act.INVITE_ACCEPTED)),
            Map.entry("POST /auth/admin/invites", Set.of(Act.INVITE_MADE)),
            Map.entry("GET /auth/admin/invites", Set.of(Act.ACCESS_VIEWED)),
            Map.entry("POST /auth/admin/invites/{inviteId}/withdraw", Set.of(Act.INVITE_WITHDRAWN)),
            Map.entry("GET /auth/admin/people", Set.of(Act.ACCESS_VIEWED)),
            Map.entry("POST /auth/admin/people/{accountId}/role", Set.of(Act.ROLE_CHANGED, Act.ACCESS_REFUSED)),
            Map.entry("POST /auth/admin/people/{accountId}/practice", Set.of(Act.PRACTICE_CHANGED, Act.ACCESS_REFUSED)),
            Map.entry("POST /auth/admin/people/{accountId}/lock", Set.of(Act.ACCOUNT_LOCKED, Act.ACCESS_REFUSED)),
            Map.entry("POST /auth/admin/people/{accountId}/unlock", Set.of(Act.ACCOUNT_UNLOCKED, Act.ACCESS_REFUSED)),
            Map.entry(
                    "POST /auth/admin/people/{accountId}/sessions/end", Set.of(Act.SESSION_ENDED, Act.ACCESS_REFUSED)),
            Map.entry(
                    "POST /auth/admin/people/{accountId}/sessions/{sessionId}/end",
                    Set.of(Act.SESSION_ENDED, Act.ACCESS_REFUSED)),
            Map.entry("POST /auth/admin/people/{accountId}/resets", Set.of(Act.RESET_ASKED, Act.ACCESS_REFUSED)),
            Map.entry("GET /auth/admin/resets", Set.of(Act.ACCESS_VIEWED)),
            Map.entry("POST /auth/admin/resets/{resetId}/approve", Set.of(Act.RESET_DONE, Act.ACCESS_REFUSED)),
            Map.entry(
                    "POST /auth/admin/resets/{resetId}/card",
                    Set.of(Act.RESET_BY_CARD, Act.CARD_REFUSED, Act.ACCESS_REFUSED)),
            Map.entry("POST /auth/admin/resets/{resetId}/finish", Set.of(Act.RESET_DONE, Act.ACCESS_REFUSED)),
            Map.entry("POST /auth/admin/resets/{resetId}/stop", Set.of(Act.RESET_STOPPED, Act.ACCESS_REFUSED)),
            Map.entry("POST /auth/admin/card", Set.of(Act.CARD_MADE)),
            Map.entry("POST /auth/resets/accept", Set.of(Act.RESET_LINK_USED, Act.RESET_LINK_REFUSED)),
            Map.entry("POST /auth/me/sessions/{sessionId}/end", Set.of(Act.SESSION_ENDED)),
            Map.entry("POST /auth/me/sessions/end-others", Set.of(Act.SESSION_ENDED)),
            Map.entry("GET /auth/admin/staff", Set.of(Act.STAFF_VIEWED)),
            Map.entry("POST /auth/admin/keys/{purpose}/rotate", Set.of(Act.KEY_ROTATION_STARTED)),
            Map.entry("POST /internal/invites", Set.of(Act.INVITE_MADE)),
            Map.entry("POST /internal/people/{personId}/invites", Set.of(Act.INVITE_MADE)),
            Map.entry("POST /internal/people/erase", Set.of(Act.ACCOUNT_ERASED)),
            Map.entry("GET /internal/accounts/held", Set.of(Act.ACCOUNT_EXPORTED, Act.SEALED_REFUSED)),
            Map.entry("GET /internal/accounts/places", Set.of(Act.PLACES_READ, Act.SEALED_REFUSED)),
            Map.entry("POST /internal/accounts/places", Set.of(Act.PRACTICE_CHANGED)),
            Map.entry("POST /internal/digests", Set.of(Act.DIGESTS_TAKEN)),
            Map.entry("GET /internal/audit/entries", Set.of(Act.TRAIL_READ)),
            Map.entry("GET /internal/audit/chain", Set.of(Act.TRAIL_READ)));

    private static final Map<String, String> NO_ENTRY = Map.ofEntries(
            Map.entry("GET /healthz", "says that the program is alive"),
            Map.entry("GET /readyz", "says whether the program serves"),
            Map.entry("GET /oauth/jwks", "public keys"),
            Map.entry("GET /auth/openapi.json", "the public description of the API"),
            Map.entry("GET /auth/session", "tells a browser about its own session"),
            Map.entry("GET /auth/me/sessions", "tells someone about their own sessions"),
            Map.entry("GET /internal/people/holdings", "counts for a plan of core's, which core records"),
            Map.entry("GET /internal/accounts/exists", "whether anyone has a role, about nobody"),
            Map.entry("GET /internal/accounts/{accountId}/role", "part of an act of core's, which core records"),
            Map.entry("GET /internal/accounts/calendars", "which calendars have a practitioner, about nobody"),
            Map.entry("GET /internal/accounts/names", "part of core's view of the trail, which core records"),
            Map.entry("GET /internal/audit", "counts and times of the chain, about nobody"),
            Map.entry("POST /auth/passkey/options", "the same question for whoever asks; the answer is recorded"),
            Map.entry("POST /auth/step-up/passkey/options", "a question; the answer is recorded"),
            Map.entry("GET /auth/admin/keys", "which keys are in force since when, about nobody"),
            Map.entry("GET /auth/factors", "tells people about their own account"),
            Map.entry("POST /auth/factors/passkey", "a question; the answer is recorded"),
            Map.entry("POST /auth/factors/totp", "a key that opens nothing before its first code, which is recorded"));

    private static final Map<String, String> JOBS = Map.of(
            "RotateKeys", "key.rotated",
            "RotateSigningKeys", "signing-key.made and signing-key.removed",
            "RemoveExpiredSessions", "sign-in.ended",
            "CloseExpiredInvites", "the invite's own expiry was recorded when it was made",
            "SpentAssertions", "forgets assertions that are over",
            "ForgetOldTries", "forgets counts that are over",
            "ForgetOldChallenges", "forgets questions that nobody answered",
            "ForgetOldBrowsers", "forgets browsers that were away for longer than their cookie lives",
            // Only where a log group is named is ShipToCloudWatch there: it sends entries on, and makes none.
            // SendNotices,
            // there where a mail server is named, leaves notice.sent, digest.sent and their like.
            "KeepChain", "numbers and anchors the entries themselves");

    private final Endpoints endpoints;
    private final ApplicationContext context;

    EveryRouteIsRecordedTest(@Autowired Endpoints endpoints, @Autowired ApplicationContext context) {
        this.endpoints = endpoints;
        this.context = context;
    }

    @Test
    void everyRouteIsToldOf() {
        Set<String> told = new TreeSet<>(RECORDED.keySet());
        told.addAll(NO_ENTRY.keySet());

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(endpoints.rules().stream()
                        .map(rule -> rule.method() + " " + rule.path())
                        .toList());
    }

    @Test
    void everyJobIsToldOf() {
        Set<String> jobs = Arrays.stream(context.getBeanDefinitionNames())
                .map(context::getType)
                .filter(type -> type != null && type.getName().startsWith("hotleads."))
                .map(ClassUtils::getUserClass)
                .filter(type ->
                        Arrays.stream(type.getDeclaredMethods()).anyMatch(EveryRouteIsRecordedTest::isScheduled))
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());

        assertThat(JOBS.keySet()).containsExactlyInAnyOrderElementsOf(jobs);
    }

    private static boolean isScheduled(Method method) {
        return method.isAnnotationPresent(Scheduled.class);
    }
}
