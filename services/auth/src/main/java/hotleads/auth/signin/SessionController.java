package hotleads.auth.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.sessions.Session;
import hotleads.auth.sessions.SessionAnswers;
import hotleads.auth.sessions.SessionState;
import hotleads.auth.sessions.Visit;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a browser stands: what to show next, and when it ends. */
@RestController
class SessionController {
    private final LookUpSession lookUp;
    private final SignOut signOut;

    SessionController(LookUpSession lookUp, SignOut signOut) {
        this.lookUp = lookUp;
        this.signOut = signOut;
    }

    @GetMapping(path = "/auth/session", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SessionView> session(Visit visit) {
        return lookUp.find(visit)
                .map(found -> ResponseEntity.ok(SessionView.of(found)))
                .orElseGet(() -> visit.secret() == null
                        ? ResponseEntity.ok(SessionView.NONE)
                        : SessionAnswers.cleared(200).body(SessionView.NONE));
    }

    @PostMapping("/auth/sign-out")
    ResponseEntity<Void> signOut(Visit visit) {
        signOut.signOut(visit);
        return SessionAnswers.cleared(204).build();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SessionView(
            SessionState state,
            @Nullable SetUpStep setUpStep,
            @Nullable Instant setUpExpiresAt,
            @Nullable AccountView account,
            @Nullable Instant signedInAt,
            @Nullable Instant idleEndsAt,
            @Nullable Instant endsAt,
            @Nullable Integer recoveryCodesLeft) {
        private static final SessionView NONE =
                new SessionView(SessionState.SIGNED_OUT, null, null, null, null, null, null, null);

        private static SessionView of(LookUpSession.Found found) {
            Session session = found.session();
            return switch (session.state()) {
                case SIGNED_OUT -> NONE;
                // Half way in, nobody learns whose account it is.
                case SECOND_FACTOR -> new SessionView(session.state(), null, null, null, null, null, null, null);
                case SET_UP ->
                    new SessionView(
                            session.state(),
                            SetUpStep.of(found),
                            found.settingUp().map(Factor::setUpEndsAt).orElse(null),
                            AccountView.of(found),
                            null,
                            null,
                            null,
                            null);
                case SIGNED_IN ->
                    new SessionView(
                            session.state(),
                            null,
                            null,
                            AccountView.of(found),
                            session.secondFactorAt(),
                            session.idleEndsAt(),
                            session.endsAt(),
                            found.recoveryCodesLeft().orElse(0));
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

    record AccountView(UUID id, String displayName, String role) {
        private static AccountView of(LookUpSession.Found found) {
            return new AccountView(
                    found.account().id().value(),
                    found.account().displayName(),
                    found.account().role().word());
        }
    }
}
