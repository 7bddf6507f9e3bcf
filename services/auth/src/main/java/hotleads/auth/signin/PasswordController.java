package hotleads.auth.signin;

import hotleads.auth.sessions.Stage;
import hotleads.auth.sessions.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** People's own password. */
@RestController
class PasswordController {
    private final ChangePassword change;

    PasswordController(ChangePassword change) {
        this.change = change;
    }

    @PostMapping(path = "/auth/password", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ChangedPassword> changePassword(@RequestBody NewPassword given, Visit visit) {
        return switch (change.change(given.present(), given.next(), visit)) {
            case ChangePassword.Answer.Weak(var why) -> throw why.asProblem();
            case ChangePassword.Answer.Ended(var step) -> StepAnswers.answer(step, ChangedPassword::new);
        };
    }

    record NewPassword(String present, String next) {
        @Override
        public String toString() {
            return "[passwords]";
        }
    }

    record ChangedPassword(Stage state) {}
}
