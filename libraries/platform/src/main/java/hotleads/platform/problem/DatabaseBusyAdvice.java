package hotleads.platform.problem;

import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells whoever got no connection to the database in time, or lost it on the way, when to come back; for the services
 * that store.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnClass(CannotCreateTransactionException.class)
class DatabaseBusyAdvice {
    private static final Logger log = LoggerFactory.getLogger(DatabaseBusyAdvice.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** Such as a standby that has not taken over yet, or a server whose disk is nearly full. */
    private static final String READ_ONLY = "25006";

    /** The last is what remains of a lost connection when what was begun on it cannot be taken back there either. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransactionSystemException.class
    })
    ResponseEntity<ProblemDetail> busy(Exception failure) {
        // Its kind only: a driver's message may quote the value it choked on.
        log.warn(
                "The database gave no connection in time, or took it away: {}",
                failure.getClass().getName());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER.toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "database-busy", "The database does not answer just now"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> uncategorized(UncategorizedDataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException refused && isRefusal(refused)
                ? busy(failure)
                : ProblemAdvice.unexpectedly(failure);
    }

    /** What the pool itself says of a connection that was lost a statement ago has no state. */
    private static boolean isRefusal(SQLException refused) {
        return refused.getSQLState() == null || refused.getSQLState().equals(READ_ONLY);
    }
}
