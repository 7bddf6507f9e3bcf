package hotleads.webhooks.zoho;

import hotleads.contracts.Delivery;
import hotleads.platform.problem.Problem;
import hotleads.platform.problem.Problems;
import hotleads.platform.report.CountedActs;
import hotleads.platform.report.TimeOrderedIds;
import hotleads.platform.request.RequestId;
import hotleads.webhooks.delivery.HandOver;
import hotleads.webhooks.delivery.RawBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Zoho's notifications. It documents no repeat, so one that is lost is made up for by the schedule (sheet §4.9). */
@RestController
class ZohoHookController {
    private static final String PROVIDER = "zoho";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ChannelTokens tokens;
    private final HandOver handOver;
    private final CountedActs acts;
    private final TimeOrderedIds ids;
    private final Clock clock;

    ZohoHookController(ChannelTokens tokens, HandOver handOver, CountedActs acts, TimeOrderedIds ids, Clock clock) {
        this.tokens = tokens;
        this.handOver = handOver;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/webhooks/zoho")
    ResponseEntity<ProblemDetail> take(HttpServletRequest request) throws IOException {
        byte[] body = RawBody.read(request);
        if (body == null) {
            throw refusal(request, HttpStatus.CONTENT_TOO_LARGE, "too-large", "A delivery has at most 8 KiB");
        }
        ZohoPayload payload = ZohoPayload.read(body);
        if (!tokens.isValid(payload.channel(), payload.token())) {
            throw refusal(request, HttpStatus.UNAUTHORIZED, "wrong-token", "The token is not this channel's");
        }
        return switch (handOver.toCore(delivery(body, payload))) {
            case STORED -> ResponseEntity.ok().build();
            case NOT_STORED -> notStored();
        };
    }

    private Delivery delivery(byte[] body, ZohoPayload payload) {
        return new Delivery(
                ids.next(),
                PROVIDER,
                clock.instant(),
                payload.operation(),
                // It names several at once, and is a hint only: core reads what changed, whatever it names.
                null,
                Base64.getEncoder().encodeToString(body),
                RequestId.current());
    }

    private Problem refusal(HttpServletRequest request, HttpStatus status, String code, String title) {
        acts.count("hook.refused", "provider", PROVIDER, "refused", request.getHeader("X-Client-Address"));
        return new Problem(status, code, title);
    }

    private static ResponseEntity<ProblemDetail> notStored() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-stored",
                        "The delivery could not be stored: send it again"));
    }
}
