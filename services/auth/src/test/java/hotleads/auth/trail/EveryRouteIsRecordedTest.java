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
            Map.entry("POST /auth/recovery", Set.of(Act.RECOVERY_CODE_USED, Act.RECOVERY_CODE_REFUSED)),
            Map.entry("POST /auth/set-up/totp", Set.of(Act.SET_UP_STARTED)),
            Map.entry("POST /auth/set-up/totp/confirm", Set.of(Act.FACTOR_PROVED, Act.SET_UP_REFUSED)),
            Map.entry("POST /auth/set-up/recovery-codes", Set.of(Act.RECOVERY_CODES_ISSUED)),
            Map.entry("POST /auth/set-up/recovery-codes/confirm", Set.of(Act.SET_UP_FINISHED)),
            Map.entry("POST /auth/sign-out", Set.of(Act.SIGNED_OUT)),
            Map.entry("POST /auth/invites/open", Set.of(Act.INVITE_OPENED)),
            Map.entry("POST /auth/invites/accept", Set.of(Act.INVITE_ACCEPTED)),
            Map.entry("POST /auth/admin/invites", Set.of(Act.INVITE_MADE)),
            Map.entry("GET /auth/admin/staff", Set.of(Act.STAFF_VIEWED)),
            Map.entry("POST /auth/admin/keys/{purpose}/rotate", Set.of(Act.KEY_ROTATION_STARTED)),
            Map.entry("POST /internal/invites", Set.of(Act.INVITE_MADE)),
            Map.entry("GET /internal/audit/entries", Set.of(Act.TRAIL_READ)),
            Map.entry("GET /internal/audit/chain", Set.of(Act.TRAIL_READ)));

    private static final Map<String, String> NO_ENTRY = Map.ofEntries(
            Map.entry("GET /healthz", "says that the program is alive"),
            Map.entry("GET /readyz", "says whether the program serves"),
            Map.entry("GET /oauth/jwks", "public keys"),
            Map.entry("GET /auth/openapi.json", "the public description of the API"),
            Map.entry("GET /auth/session", "tells a browser about its own session"),
            Map.entry("GET /internal/accounts/exists", "whether anyone has a role, about nobody"),
            Map.entry("GET /internal/accounts/{accountId}/role", "part of an act of core's, which core records"),
            Map.entry("GET /internal/accounts/names", "part of core's view of the trail, which core records"),
            Map.entry("GET /internal/audit", "counts and times of the chain, about nobody"),
            Map.entry("GET /auth/admin/keys", "which keys are in force since when, about nobody"));

    private static final Map<String, String> JOBS = Map.of(
            "RotateKeys", "key.rotated",
            "RotateSigningKeys", "signing-key.made and signing-key.removed",
            "RemoveExpiredSessions", "sign-in.ended",
            "CloseExpiredInvites", "the invite's own expiry was recorded when it was made",
            "SpentAssertions", "forgets assertions that are over",
            "ForgetOldTries", "forgets counts that are over",
            // Only where a log group is named is ShipToCloudWatch there: it sends entries on, and makes none.
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
