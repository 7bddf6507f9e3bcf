package hotleads.auth.signin;

import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.passkeys.PasskeyAnswer;
import hotleads.auth.passkeys.PasskeyRequest;
import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** From password to signed in, for people who are set up. */
@RestController
class SignInController {
    private final ProvePassword password;
    private final ProveSecondFactor secondFactor;
    private final UseRecoveryCode recovery;
    private final SignInByPasskey passkey;

    SignInController(
            ProvePassword password, ProveSecondFactor secondFactor, UseRecoveryCode recovery, SignInByPasskey passkey) {
        this.password = password;
        this.secondFactor = secondFactor;
        this.recovery = recovery;
        this.passkey = passkey;
    }

    @PostMapping(path = "/auth/sign-in", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> signIn(@RequestBody SignIn given, Visit visit) {
        return StepAnswers.answer(
                password.prove(EmailAddress.asTyped(given.email()), given.password(), visit), NextStep::new);
    }

    @PostMapping(path = "/auth/second-factor", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> secondFactor(@RequestBody Code given, Visit visit) {
        return StepAnswers.answer(secondFactor.prove(given.code(), visit), NextStep::new);
    }

    @PostMapping(path = "/auth/recovery", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> recover(@RequestBody Code given, Visit visit) {
        return StepAnswers.answer(recovery.use(given.code(), visit), NextStep::new);
    }

    @PostMapping(path = "/auth/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PasskeyRequest> askForPasskey(Visit visit) {
        return StepAnswers.answer(passkey.ask(visit), options -> options);
    }

    @PostMapping(path = "/auth/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> signInByPasskey(@RequestBody PasskeyAnswer given, Visit visit) {
        return StepAnswers.answer(passkey.prove(given, visit), NextStep::new);
    }

    record SignIn(String email, String password) {
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

    record NextStep(Stage state) {}
}
