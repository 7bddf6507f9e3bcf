package hotleads.auth.signin;

import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.sessions.SessionState;
import hotleads.auth.sessions.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** From password to signed in, for people who are set up. */
@RestController
class SignInController {
    private final SignIn signIn;
    private final ProveSecondFactor secondFactor;
    private final UseRecoveryCode recovery;

    SignInController(SignIn signIn, ProveSecondFactor secondFactor, UseRecoveryCode recovery) {
        this.signIn = signIn;
        this.secondFactor = secondFactor;
        this.recovery = recovery;
    }

    @PostMapping(path = "/auth/sign-in", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> signIn(@RequestBody Credentials given, Visit visit) {
        return StepAnswers.answer(
                signIn.signIn(EmailAddress.asTyped(given.email()), given.password(), visit), NextStep::new);
    }

    @PostMapping(path = "/auth/second-factor", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> secondFactor(@RequestBody Code given, Visit visit) {
        return StepAnswers.answer(secondFactor.prove(given.code(), visit), NextStep::new);
    }

    @PostMapping(path = "/auth/recovery", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> recover(@RequestBody Code given, Visit visit) {
        return StepAnswers.answer(recovery.use(given.code(), visit), NextStep::new);
    }

    record Credentials(String email, String password) {
        @Override
        public String toString() {
            return "[credentials]";
        }
    }

    record Code(String code) {
        @Override
        public String toString() {
            return "[code]";
        }
    }

    record NextStep(SessionState state) {}
}
