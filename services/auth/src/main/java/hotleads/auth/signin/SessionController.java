package hotleads.auth.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.SessionAnswers;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a browser stands: what to show next, and when it ends. */
@RestController
class SessionController {
    private final LookUpSession lookUp;
    private final SignOut signOut;
    private final LockScreen lockScreen;
    private final Clock clock;

    SessionController(LookUpSession lookUp, SignOut signOut, LockScreen lockScreen, Clock clock) {
        this.lookUp = lookUp;
        this.signOut = signOut;
        this.lockScreen = lockScreen;
        this.clock = clock;
    }

    @GetMapping(path = "/auth/session", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SessionState> session(Visit visit) {
        return lookUp.find(visit)
                .map(found -> ResponseEntity.ok(SessionState.of(found, clock.instant())))
                .orElseGet(() -> visit.secret() == null
                        ? ResponseEntity.ok(SessionState.NONE)
                        : SessionAnswers.cleared(200).body(SessionState.NONE));
    }

    @PostMapping("/auth/sign-out")
    ResponseEntity<Void> signOut(Visit visit) {
        signOut.signOut(visit);
        return SessionAnswers.cleared(204).build();
    }

    @PostMapping("/auth/lock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lock(Visit visit) {
        lockScreen.lock(visit);
    }

    /**
     * @param secondFactors the kinds of factor that may be proved now: after the password, to unlock, or once more
     * @param freshForSeconds how much longer acts that ask for the second factor again go through without it
     * @param recoveryCodesLeft told in a set-up only after one of them was used
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionState(
            Stage state,
            @Nullable Set<Factor.Kind> secondFactors,
            @Nullable SetUpStep setUpStep,
            @Nullable Instant setUpExpiresAt,
            @Nullable Account account,
            @Nullable Long freshForSeconds,
            @Nullable Instant idleEndsAt,
            @Nullable Instant endsAt,
            @Nullable Integer recoveryCodesLeft) {
        private static final SessionState NONE =
                new SessionState(Stage.SIGNED_OUT, null, null, null, null, null, null, null, null);

        private static SessionState of(LookUpSession.Found found, Instant now) {
            Session session = found.session();
            return switch (session.state()) {
                case SIGNED_OUT -> NONE;
                // Half way in, nobody learns whose account it is.
                case SECOND_FACTOR ->
                    new SessionState(session.state(), found.asked(), null, null, null, null, null, null, null);
                case SET_UP ->
                    new SessionState(
                            session.state(),
                            null,
                            SetUpStep.of(found),
                            found.settingUp().map(Factor::setUpEndsAt).orElse(null),
                            Account.of(found),
                            null,
                            null,
                            null,
                            session.recoveredAt() == null ? null : found.recoveryCodesLeft());
                case SIGNED_IN, LOCKED ->
                    new SessionState(
                            session.state(),
                            found.asked(),
                            null,
                            null,
                            Account.of(found),
                            session.freshFor(now).toSeconds(),
                            session.idleEndsAt(),
                            session.endsAt(),
                            found.recoveryCodesLeft());
            };
        }
    }

    /** What is left of setting up. */
    enum SetUpStep {
        CHOOSE,
        CODES;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static SetUpStep of(LookUpSession.Found found) {
            return found.settingUp().filter(Factor::isProved).isPresent() ? CODES : CHOOSE;
        }
    }

    record Account(UUID id, String displayName, String role) {
        private static Account of(LookUpSession.Found found) {
            return new Account(
                    found.account().id().value(),
                    found.account().displayName(),
                    found.account().role().word());
        }

        @Override
        public String toString() {
            return "Account " + id;
        }
    }
}
