package hotleads.core.audit;

import hotleads.audit.chain.AnchorKey;
import hotleads.audit.chain.TestTheChecker;
import hotleads.audit.stored.StoredChain;
import hotleads.contracts.AuditedChain;
import hotleads.core.acts.Acts;
import hotleads.core.audit.ExportTrail.Plan;
import hotleads.core.audit.ReadTrail.Mark;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** The trail, its chains and their proof, for administrators. */
@RestController
class AuditController {
    private static final int MOST = 200;
    private static final int TESTED = 1_000;

    private final ReadTrail trail;
    private final StoredChain own;
    private final AuthTrail auth;
    private final VerifyTrail verify;
    private final Verifications verifications;
    private final ExportTrail export;
    private final Acts acts;
    private final SecureRandom random = new SecureRandom();
    private final boolean shipping;
    private final String zone;

    AuditController(
            ReadTrail trail,
            StoredChain own,
            AuthTrail auth,
            VerifyTrail verify,
            Verifications verifications,
            ExportTrail export,
            Acts acts,
            @Value("${HOTLEADS_CLOUDWATCH_LOG_GROUP:}") String logGroup,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.shipping = !logGroup.isBlank();
        this.trail = trail;
        this.own = own;
        this.auth = auth;
        this.verify = verify;
        this.verifications = verifications;
        this.export = export;
        this.acts = acts;
        this.zone = zone;
    }

    /**
     * A page of the trail.
     *
     * @param zone the practice's IANA zone, in which staff read times
     * @param next where the next page begins; null on the last
     * @param signInsMissing whether auth does not answer, so that its entries are not among these
     */
    record TrailPage(
            String zone, List<EntryShown> items, @Nullable String next, boolean signInsMissing) {}

    @GetMapping(path = "/api/audit/entries", produces = MediaType.APPLICATION_JSON_VALUE)
    TrailPage entries(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Wanted wanted = new Wanted(person, actor, act, from, to);
        // Committed before anything is read: half of the page comes from auth, and no connection waits for it.
        acts.byPerson(caller, "audit.viewed", "audit", wanted.inWords());
        ReadTrail.Page page = trail.page(wanted, Mark.parse(after), Math.clamp(limit, 1, MOST));
        Mark next = page.next();
        return new TrailPage(zone, page.items(), next == null ? null : next.toString(), page.authIsAway());
    }

    /**
     * How the chains stand.
     *
     * @param lastVerified the newest check that came to an answer
     * @param running the check that is under way
     */
    record ChainsState(
            String zone,
            List<ChainState> chains,
            @Nullable Verification lastVerified,
            @Nullable Verification running) {}

    /**
     * How far one chain has come.
     *
     * @param anchored the last number with an anchor
     * @param shipping whether it is sent to CloudWatch at all
     * @param shipped the last number that lies in CloudWatch too
     * @param shippedAt when that was last known; null until the first time
     * @param keyFingerprint of the key that signs its anchors, to compare with what an export names
     */
    record ChainState(
            String chain,
            long entries,
            @Nullable Instant from,
            @Nullable Instant to,
            long anchored,
            @Nullable Instant anchoredAt,
            boolean shipping,
            long shipped,
            @Nullable Instant shippedAt,
            String keyFingerprint) {}

    /** No entry of its own: it tells nothing of anyone, and the page asks again and again. */
    @GetMapping(path = "/api/audit/chains", produces = MediaType.APPLICATION_JSON_VALUE)
    ChainsState chains() {
        List<ChainState> chains = new ArrayList<>(List.of(ofCore()));
        try {
            chains.add(ofAuth(auth.state(new Wanted(null, null, null, null, null), 0)));
        } catch (RestClientException away) {
            // The page shows the one chain that answered.
        }
        return new ChainsState(
                zone,
                chains,
                verifications.lastFinished().orElse(null),
                verifications.running().orElse(null));
    }

    private ChainState ofCore() {
        StoredChain.State state = own.state();
        return new ChainState(
                AuditConfiguration.CHAIN,
                state.last(),
                state.from(),
                state.to(),
                state.anchored(),
                state.anchoredAt(),
                shipping,
                state.shipped(),
                state.shippedAt(),
                AnchorKey.fingerprint(own.key()));
    }

    private static ChainState ofAuth(AuditedChain state) {
        return new ChainState(
                AuthTrail.CHAIN,
                state.last(),
                state.from(),
                state.to(),
                state.anchored(),
                state.anchoredAt(),
                state.shipping(),
                state.shipped(),
                state.shippedAt(),
                AnchorKey.fingerprint(state.key()));
    }

    @PostMapping(path = "/api/audit/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Verification startVerification(Caller caller) {
        return verify.start(caller);
    }

    @GetMapping(path = "/api/audit/verifications/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    Verification verification(@PathVariable UUID id) {
        return verifications
                .find(id)
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "no-such-verification", "There is no such check"));
    }

    /**
     * How the test of the checker went.
     *
     * @param entries how many were copied
     * @param altered the number whose entry was altered in the copy
     * @param found where the check failed; null when it did not
     */
    record CheckerTest(
            boolean passed,
            long entries,
            long altered,
            @Nullable Long found) {}

    @PostMapping(path = "/api/audit/checker-tests", produces = MediaType.APPLICATION_JSON_VALUE)
    CheckerTest testTheChecker(Caller caller) {
        StoredChain.Tail tail = own.tail(TESTED);
        if (tail.links().isEmpty()) {
            throw new Problem(HttpStatus.CONFLICT, "nothing-to-test", "There are no entries yet");
        }
        TestTheChecker.Result result = TestTheChecker.run(
                AuditConfiguration.CHAIN, tail.after(), tail.hash(), tail.links(), new AnchorKey(own.key()), random);
        acts.byPerson(caller, "audit.checker-tested", "audit", result.isPassed() ? "passed" : "failed");
        return new CheckerTest(result.isPassed(), result.entries(), result.altered(), result.found());
    }

    /** @param format {@code csv} for people, {@code json} for {@code ./hotleads audit verify} */
    @GetMapping("/api/audit/export")
    void export(
            Caller caller,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            HttpServletResponse response)
            throws IOException {
        boolean isTable = format.equals("csv");
        if (!isTable && !format.equals("json")) {
            throw new Problem(HttpStatus.BAD_REQUEST, "no-such-format", "Export as csv or json");
        }
        Plan plan = export.plan(caller, new Wanted(person, actor, act, from, to), format);
        response.setContentType(isTable ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_NDJSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit." + (isTable ? "csv" : "jsonl") + "\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 64 * 1024);
        if (isTable) {
            export.csv(plan, out);
        } else {
            export.json(plan, out);
        }
        out.flush();
    }
}
