package hotleads.webhooks.acuity;

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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Acuity's deliveries. It repeats what got a 5xx for 24 hours and never what got a 4xx (sheet §3.3), so our own
 * failures are always 503.
 */
@RestController
class AcuityHookController {
    private static final String PROVIDER = "acuity";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final AcuitySignature signature;
    private final HandOver handOver;
    private final CountedActs acts;
    private final TimeOrderedIds ids;
    private final Clock clock;

    AcuityHookController(
            AcuitySignature signature, HandOver handOver, CountedActs acts, TimeOrderedIds ids, Clock clock) {
        this.signature = signature;
        this.handOver = handOver;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
    }

    @PostMapping("/webhooks/acuity")
    ResponseEntity<ProblemDetail> take(HttpServletRequest request) throws IOException {
        byte[] body = RawBody.read(request);
        if (body == null) {
            throw refusal(request, HttpStatus.CONTENT_TOO_LARGE, "too-large", "A delivery has at most 8 KiB");
        }
        if (!signature.isValid(body, request.getHeader(AcuitySignature.HEADER))) {
            throw refusal(request, HttpStatus.UNAUTHORIZED, "wrong-signature", "The signature does not fit the body");
        }
        return switch (handOver.toCore(delivery(body))) {
            case STORED -> ResponseEntity.ok().build();
            case NOT_STORED -> notStored();
        };
    }

    private Delivery delivery(byte[] body) {
        AcuityPayload payload = AcuityPayload.read(body);
        return new Delivery(
                ids.next(),
                PROVIDER,
                clock.instant(),
                payload.action(),
                payload.id(),
                Base64.getEncoder().encodeToString(body),
                RequestId.current());
    }

    private Problem refusal(HttpServletRequest request, HttpStatus status, String code, String title) {
        @Nullable String address = request.getHeader("X-Client-Address");
        acts.count("hook.refused", "provider", PROVIDER, "refused", address);
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
