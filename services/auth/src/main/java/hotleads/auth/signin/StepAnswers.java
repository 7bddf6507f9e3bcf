package hotleads.auth.signin;

import hotleads.auth.sessions.SessionAnswers;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A step's end as an HTTP answer. */
final class StepAnswers {
    private StepAnswers() {}

    static <T, B> ResponseEntity<B> answer(Step<T> step, Function<T, B> body) {
        return switch (step) {
            case Step.Taken<T>(var secret, var browser, T result) -> {
                ResponseEntity<B> answer = secret.map(value -> SessionAnswers.with(value, body.apply(result)))
                        .orElseGet(() -> ResponseEntity.ok(body.apply(result)));
                yield browser.map(value -> SessionAnswers.with(value, answer)).orElse(answer);
            }
            case Step.Refused<T>(Refusal why) -> throw why.asProblem();
            case Step.Wait<T>(Instant retryAt) ->
                throw new Problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-tries",
                        "Too many tries",
                        Map.of("retryAt", retryAt.toString()));
        };
    }
}
