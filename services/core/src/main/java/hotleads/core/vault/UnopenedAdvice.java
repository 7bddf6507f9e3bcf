package hotleads.core.vault;

import hotleads.platform.problem.Problems;
import hotleads.vault.CannotOpen;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers for what cannot go on without a value that does not open. The act was rolled back; the entry stays. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnopenedAdvice {
    private final ReportUnopened report;

    UnopenedAdvice(ReportUnopened report) {
        this.report = report;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> cannotOpen(CannotOpen refused) {
        report.record(Set.of(refused.place()));
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        HttpStatus.CONFLICT,
                        "cannot-be-opened",
                        "What is stored cannot be opened: it was altered, moved, or its key is gone"));
    }
}
