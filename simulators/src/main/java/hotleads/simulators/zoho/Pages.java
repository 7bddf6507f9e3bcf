package hotleads.simulators.zoho;

import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Rows a page at a time: by number over the first two thousand, by token beyond; tokens last a day. */
final class Pages {

    private static final int MOST = 200;
    private static final int REACH = 2_000;
    private static final int REMEMBERED = 500;
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);

    private record Bookmark(String query, int from, Instant expires) {}

    private final ZohoFaults faults;
    private final Clock clock;
    private final Map<String, Bookmark> bookmarks = new LinkedHashMap<>();

    Pages(ZohoFaults faults, Clock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    /** @param key what the answer calls its list */
    Answer of(Request request, String key, List<ObjectNode> rows, Optional<String> sortBy) {
        int size = number(request, "per_page", MOST, MOST);
        int from = from(request, size);
        if (from >= rows.size()) {
            return Answer.noContent();
        }
        int to = Math.min(from + size, rows.size());
        boolean more = to < rows.size();
        var body = Json.MAPPER.createObjectNode();
        body.putArray(key).addAll(rows.subList(from, to));
        var info = body.putObject("info");
        info.put("per_page", size).put("count", to - from).put("page", from / size + 1);
        info.put("more_records", more);
        sortBy.ifPresent(field -> info.put("sort_by", field).put("sort_order", "asc"));
        @Nullable String next = more ? bookmark(request, faults.on(ZohoFault.PAGE_REPEATED) ? from : to) : null;
        info.put("next_page_token", next);
        info.putNull("previous_page_token");
        info.put(
                "page_token_expiry",
                next == null ? null : ZohoTime.text(clock.instant().plus(TOKEN_LIFE)));
        return Answer.json(200, body);
    }

    private int from(Request request, int size) {
        Optional<String> token = request.query().get("page_token");
        if (token.isPresent()) {
            return found(request, token.get());
        }
        int page = number(request, "page", 1, Integer.MAX_VALUE);
        if ((long) page * size > REACH) {
            throw new Refused(ZohoError.TOO_DEEP);
        }
        return (page - 1) * size;
    }

    private synchronized int found(Request request, String token) {
        Bookmark bookmark = bookmarks.get(token);
        if (faults.on(ZohoFault.PAGE_TOKENS_EXPIRE) || bookmark == null || !bookmark.expires.isAfter(clock.instant())) {
            throw new Refused(ZohoError.EXPIRED_PAGE);
        }
        if (!bookmark.query.equals(query(request))) {
            throw new Refused(ZohoError.OTHER_QUERY);
        }
        return bookmark.from;
    }

    private synchronized String bookmark(Request request, int from) {
        String token = UUID.randomUUID().toString().replace("-", "");
        bookmarks.put(token, new Bookmark(query(request), from, clock.instant().plus(TOKEN_LIFE)));
        if (bookmarks.size() > REMEMBERED) {
            bookmarks.remove(bookmarks.keySet().iterator().next());
        }
        return token;
    }

    private static String query(Request request) {
        var same = new java.util.TreeMap<>(request.query().values());
        same.remove("page_token");
        same.remove("page");
        return request.path() + same + request.header("If-Modified-Since").orElse("");
    }

    private static int number(Request request, String name, int usual, int most) {
        return request.query()
                .get(name)
                .map(text -> {
                    if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
                        throw new Refused(ZohoError.invalid(name));
                    }
                    return Integer.parseInt(text);
                })
                .orElse(usual);
    }
}
