package hotleads.webhooks.google;

import hotleads.contracts.Delivery;
import hotleads.platform.problem.Problem;
import hotleads.platform.problem.Problems;
import hotleads.platform.report.CountedActs;
import hotleads.platform.report.TimeOrderedIds;
import hotleads.platform.request.RequestId;
import hotleads.webhooks.delivery.HandOver;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Google's pushes. They say that something changed in a calendar and nothing else; a body, which none of them has, is
 * not even read. What is answered with 5xx comes again, anything else does not (sheet §5).
 */
@RestController
class GoogleHookController {
    private static final String PROVIDER = "google";
    private static final String NO_BODY = "";

    private final ChannelToken tokens;
    private final HandOver handOver;
    private final CountedActs acts;
    private final TimeOrderedIds ids;
    private final Clock clock;

    GoogleHookController(ChannelToken tokens, HandOver handOver, CountedActs acts, TimeOrderedIds ids, Clock clock) {
        this.tokens = tokens;
        this.handOver = handOver;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/webhooks/google")
    ResponseEntity<ProblemDetail> take(HttpServletRequest request) {
        String calendar = tokens.calendarOf(
                        request.getHeader("X-Goog-Channel-ID"), request.getHeader("X-Goog-Channel-Token"))
                .orElseThrow(() -> refusal(request));
        // The first message of a channel says only that it is open.
        if ("sync".equals(request.getHeader("X-Goog-Resource-State"))) {
            return ResponseEntity.ok().build();
        }
        return switch (handOver.toCore(delivery(calendar))) {
            case STORED -> ResponseEntity.ok().build();
            case NOT_STORED -> notStored();
        };
    }

    private Delivery delivery(String calendar) {
        return new Delivery(ids.next(), PROVIDER, clock.instant(), "changed", calendar, NO_BODY, RequestId.current());
    }

    private Problem refusal(HttpServletRequest request) {
        @Nullable String address = request.getHeader("X-Client-Address");
        acts.count("hook.refused", "provider", PROVIDER, "refused", address);
        return new Problem(HttpStatus.UNAUTHORIZED, "wrong-token", "The token does not fit the channel");
    }

    private static ResponseEntity<ProblemDetail> notStored() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "not-stored", "The push could not be stored: send it again"));
    }
}
