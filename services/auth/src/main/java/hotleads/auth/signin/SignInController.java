package hotleads.auth.signin;

import hotleads.auth.accounts.EmailAddress;
import hotleads.auth.invites.LinkSecret;
import hotleads.auth.passkeys.PasskeyAnswer;
import hotleads.auth.passkeys.PasskeyRequest;
import hotleads.auth.sessions.NextStep;
import hotleads.auth.sessions.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** From password to signed in, for people who are set up; and proving it again. */
@RestController
class SignInController {
    private final ProvePassword password;
    private final ProveSecondFactor secondFactor;
    private final UseRecoveryCode recovery;
    private final SignInByPasskey passkey;
    private final ProveAgain again;

    SignInController(
            ProvePassword password,
            ProveSecondFactor secondFactor,
            UseRecoveryCode recovery,
            SignInByPasskey passkey,
            ProveAgain again) {
        this.password = password;
        this.secondFactor = secondFactor;
        this.recovery = recovery;
        this.passkey = passkey;
        this.again = again;
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

    @PostMapping(path = "/auth/resets/accept", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> acceptReset(@RequestBody AcceptedReset given, Visit visit) {
        return StepAnswers.answer(
                password.proveWithLink(new LinkSecret(given.token()), given.password(), visit), NextStep::new);
    }

    @PostMapping(path = "/auth/step-up", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> stepUp(@RequestBody Code given, Visit visit) {
        return StepAnswers.answer(again.prove(given.code(), visit), NextStep::new);
    }

    @PostMapping(path = "/auth/step-up/passkey/options", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PasskeyRequest> askForPasskeyAgain(Visit visit) {
        return StepAnswers.answer(again.ask(visit), options -> options);
    }

    @PostMapping(path = "/auth/step-up/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> stepUpByPasskey(@RequestBody PasskeyAnswer given, Visit visit) {
        return StepAnswers.answer(again.proveByPasskey(given, visit), NextStep::new);
    }

    record SignIn(String email, String password) {
        @Override
        public String toString() {
            return "[credentials]";
        }
    }

    record AcceptedReset(String token, String password) {
        @Override
        public String toString() {
            return "[link and password]";
        }
    }

    record Code(String code) {
        @Override
        public String toString() {
            return "[code]";
        }
    }
}
