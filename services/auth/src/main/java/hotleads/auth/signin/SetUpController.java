package hotleads.auth.signin;

import hotleads.auth.passkeys.NewPasskey;
import hotleads.auth.passkeys.PasskeyCreation;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.sessions.NextStep;
import hotleads.auth.sessions.Visit;
import hotleads.auth.signin.SignInController.Code;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The set-up everyone goes through before anything else. */
@RestController
class SetUpController {
    private final SetUpApp app;
    private final SetUpPasskey passkey;
    private final FinishSetUp finish;

    SetUpController(SetUpApp app, SetUpPasskey passkey, FinishSetUp finish) {
        this.app = app;
        this.passkey = passkey;
        this.finish = finish;
    }

    @PostMapping(path = "/auth/set-up/totp", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TotpKey> startTotp(Visit visit) {
        return StepAnswers.answer(app.start(visit), TotpKey::of);
    }

    @PostMapping(path = "/auth/set-up/totp/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecoveryCodes> confirmTotp(@RequestBody Code given, Visit visit) {
        return StepAnswers.answer(app.prove(given.code(), visit), RecoveryCodes::new);
    }

    @PostMapping(path = "/auth/set-up/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PasskeyCreation> startPasskey(Visit visit) {
        return StepAnswers.answer(passkey.start(visit), options -> options);
    }

    @PostMapping(path = "/auth/set-up/passkey/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecoveryCodes> confirmPasskey(@RequestBody NewPasskey made, Visit visit) {
        return StepAnswers.answer(passkey.prove(made, visit), RecoveryCodes::new);
    }

    @PostMapping(path = "/auth/set-up/recovery-codes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecoveryCodes> reissueRecoveryCodes(Visit visit) {
        return StepAnswers.answer(finish.reissue(visit), RecoveryCodes::new);
    }

    @PostMapping(path = "/auth/set-up/recovery-codes/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<NextStep> confirmRecoveryCodes(@RequestBody RecoveryCode given, Visit visit) {
        return StepAnswers.answer(finish.finish(given.number(), given.code(), visit), NextStep::new);
    }

    /**
     * @param otpauth what the QR code holds
     * @param secret the same key, to be typed
     */
    record TotpKey(String otpauth, String secret) {
        private static final String ISSUER = "Hot Leads";

        static TotpKey of(SetUpApp.NewKey key) {
            String secret = key.key().text();
            String label = encoded(ISSUER) + ":" + encoded(key.account().email().value());
            return new TotpKey(
                    "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + encoded(ISSUER)
                            + "&algorithm=SHA1&digits=6&period=30",
                    secret);
        }

        private static String encoded(String text) {
            // Apps take %20 for a space; a plus sign would be shown as one.
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }

        @Override
        public String toString() {
            return "[key]";
        }
    }

    record RecoveryCodes(List<RecoveryCode> recoveryCodes) {}
}
