package hotleads.webhooks.zoom;

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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Zoom's deliveries. It repeats what got a 5xx three times and never what got a 4xx (sheet §6). */
@RestController
class ZoomHookController {
    private static final String PROVIDER = "zoom";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ZoomSignature signature;
    private final HandOver handOver;
    private final CountedActs acts;
    private final TimeOrderedIds ids;
    private final Clock clock;

    ZoomHookController(ZoomSignature signature, HandOver handOver, CountedActs acts, TimeOrderedIds ids, Clock clock) {
        this.signature = signature;
        this.handOver = handOver;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The answer to a challenge. */
    record Proof(String plainToken, String encryptedToken) {}

    @PostMapping("/webhooks/zoom")
    ResponseEntity<Object> take(HttpServletRequest request) throws IOException {
        byte[] body = RawBody.read(request);
        if (body == null) {
            throw refusal(request, HttpStatus.CONTENT_TOO_LARGE, "too-large", "A delivery has at most 8 KiB");
        }
        boolean valid = signature.isValid(
                body, request.getHeader(ZoomSignature.TIME_HEADER), request.getHeader(ZoomSignature.HEADER));
        if (!valid) {
            throw refusal(request, HttpStatus.UNAUTHORIZED, "wrong-signature", "The signature does not fit the body");
        }
        ZoomPayload payload = ZoomPayload.read(body);
        if (payload.isChallenge()) {
            acts.count("hook.challenged", "provider", PROVIDER, "done", null);
            String token = String.valueOf(payload.plainToken());
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Proof(token, signature.of(token)));
        }
        return switch (handOver.toCore(delivery(body, payload))) {
            case STORED -> ResponseEntity.ok().build();
            case NOT_STORED -> notStored();
        };
    }

    private Delivery delivery(byte[] body, ZoomPayload payload) {
        return new Delivery(
                ids.next(),
                PROVIDER,
                clock.instant(),
                payload.event(),
                // A run has a text for a name: core reads it in the bytes.
                null,
                Base64.getEncoder().encodeToString(body),
                RequestId.current());
    }

    private Problem refusal(HttpServletRequest request, HttpStatus status, String code, String title) {
        acts.count("hook.refused", "provider", PROVIDER, "refused", request.getHeader("X-Client-Address"));
        return new Problem(status, code, title);
    }

    private static ResponseEntity<Object> notStored() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-stored",
                        "The delivery could not be stored: send it again"));
    }
}
