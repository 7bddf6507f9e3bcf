package hotleads.simulators.zoho;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Parameters;
import hotleads.simulators.web.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Access tokens: an hour each, ten in ten minutes, and a lock for whoever asks for more; all in real time. */
final class Tokens {

    private static final int MOST = 10;
    private static final int LIVING = 30;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration LIFE = Duration.ofHours(1);
    private static final String STRANGER = "https://www.zohoapis.example";
    private static final Pattern PART =
            Pattern.compile("name=\"([a-z_]+)\"[^\\n]*\\r?\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n([^\\r\\n]*)");

    private final ZohoAccount account;
    private final ZohoFaults faults;
    private final Clock clock;
    private final Map<String, Instant> living = new LinkedHashMap<>();
    private final Deque<Instant> given = new ArrayDeque<>();
    private Instant lockedUntil = Instant.EPOCH;
    private long asked;

    Tokens(ZohoAccount account, ZohoFaults faults, Clock clock) {
        this.account = account;
        this.faults = faults;
        this.clock = clock;
    }

    /** How often a token was asked for, answered or not. */
    synchronized long asked() {
        return asked;
    }

    /** When the token of this header ends; empty when it is none of ours, or dead. */
    synchronized Optional<Instant> endOf(Optional<String> authorization) {
        String token = authorization
                .filter(header -> header.startsWith("Zoho-oauthtoken "))
                .map(header -> header.substring("Zoho-oauthtoken ".length()))
                .orElse("");
        Instant end = living.get(token);
        if (end == null || !end.isAfter(clock.instant()) || faults.on(ZohoFault.PERMISSION_WITHDRAWN)) {
            return Optional.empty();
        }
        if (faults.on(ZohoFault.TOKENS_DIE_EARLY)) {
            living.remove(token);
        }
        return Optional.of(end);
    }

    synchronized void killAll() {
        living.clear();
    }

    synchronized Answer give(Request request, String apiDomain) {
        asked++;
        Instant now = clock.instant();
        if (faults.on(ZohoFault.TOKEN_LOCKED) || isLocked(now)) {
            // Knocking makes it longer.
            lockedUntil = now.plus(WINDOW);
            return locked();
        }
        String error = errorIn(parameters(request));
        if (!error.isEmpty()) {
            return Answer.json(200, Map.of("error", error));
        }
        given.addLast(now);
        return Answer.json(200, token(now, faults.on(ZohoFault.OTHER_DATA_CENTRE) ? STRANGER : apiDomain));
    }

    private boolean isLocked(Instant now) {
        while (!given.isEmpty() && !given.getFirst().isAfter(now.minus(WINDOW))) {
            given.removeFirst();
        }
        return lockedUntil.isAfter(now) || given.size() >= MOST;
    }

    private String errorIn(Parameters form) {
        if (faults.on(ZohoFault.TOKEN_TROUBLE)) {
            return "general_error";
        }
        if (faults.on(ZohoFault.CLIENT_UNKNOWN) || !is(form, "client_id", account.clientId())) {
            return "invalid_client";
        }
        if (!is(form, "client_secret", account.clientSecret())) {
            return "invalid_client_secret";
        }
        boolean refreshing = is(form, "grant_type", "refresh_token")
                && is(form, "refresh_token", account.refreshToken())
                && !faults.on(ZohoFault.PERMISSION_WITHDRAWN);
        return refreshing ? "" : "invalid_code";
    }

    private Map<String, Object> token(Instant now, String apiDomain) {
        String token = "1000." + UUID.randomUUID().toString().replace("-", "");
        living.put(token, now.plus(LIFE));
        if (living.size() > LIVING) {
            living.remove(living.keySet().iterator().next());
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("scope", "ZohoCRM.modules.leads.READ");
        answer.put("api_domain", apiDomain);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", LIFE.toSeconds());
        return answer;
    }

    private static Answer locked() {
        var body = Json.MAPPER.createObjectNode();
        body.put(
                "error_description", "You have made too many requests continuously. Please try again after some time.");
        body.put("error", "Access Denied");
        body.put("status", "failure");
        return Answer.json(400, body);
    }

    private static boolean is(Parameters form, String name, String expected) {
        return form.get(name).filter(expected::equals).isPresent();
    }

    /** Query string, form and multipart are all taken, as Zoho's own SDK sends the last. */
    private static Parameters parameters(Request request) {
        if (request.query().get("grant_type").isPresent()) {
            return request.query();
        }
        boolean multipart = request.header("Content-Type")
                .filter(type -> type.startsWith("multipart/"))
                .isPresent();
        return multipart ? parts(new String(request.body(), StandardCharsets.UTF_8)) : request.form();
    }

    private static Parameters parts(String body) {
        var values = new LinkedHashMap<String, java.util.List<String>>();
        Matcher part = PART.matcher(body);
        while (part.find()) {
            values.put(part.group(1), java.util.List.of(part.group(2)));
        }
        return new Parameters(values);
    }
}
