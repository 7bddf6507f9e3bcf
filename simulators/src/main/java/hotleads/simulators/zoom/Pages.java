package hotleads.simulators.zoom;

import hotleads.simulators.web.Request;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists by {@code page_size} and {@code next_page_token}, which is good for a quarter of an hour. */
final class Pages {

    private static final Duration GOOD_FOR = Duration.ofMinutes(15);
    private static final int USUAL = 30;
    private static final int MOST = 300;

    private final ZoomFaults faults;
    private final InstantSource realTime;

    Pages(ZoomFaults faults, InstantSource realTime) {
        this.faults = faults;
        this.realTime = realTime;
    }

    Map<String, Object> of(Request request, String name, List<?> rows) {
        int size = faults.on(ZoomFault.PAGES_OF_TWO) || faults.on(ZoomFault.PAGE_REPEATED) ? 2 : size(request);
        int from = faults.on(ZoomFault.PAGE_REPEATED) ? 0 : offset(request, request.path());
        int to = Math.min(rows.size(), from + size);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("page_count", (rows.size() + size - 1) / size);
        answer.put("page_size", size);
        answer.put("total_records", rows.size());
        answer.put("next_page_token", to < rows.size() ? token(to, request.path()) : "");
        answer.put(name, rows.subList(Math.min(from, to), to));
        return answer;
    }

    private static int size(Request request) {
        try {
            int size = Integer.parseInt(request.query().get("page_size").orElse(String.valueOf(USUAL)));
            return Math.clamp(size, 1, MOST);
        } catch (NumberFormatException word) {
            throw new ZoomError.Refused(new ZoomError(400, 300, "Validation Failed."));
        }
    }

    private String token(int offset, String path) {
        String text = offset + " " + realTime.instant().toEpochMilli() + " " + path.hashCode();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private int offset(Request request, String path) {
        String token = request.query().get("next_page_token").orElse("");
        if (token.isEmpty()) {
            return 0;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ");
            boolean old = realTime.instant().toEpochMilli() - Long.parseLong(parts[1]) > GOOD_FOR.toMillis();
            if (old || faults.on(ZoomFault.PAGE_TOKEN_EXPIRED) || !parts[2].equals(String.valueOf(path.hashCode()))) {
                throw new ZoomError.Refused(ZoomError.PAGE_TOKEN);
            }
            return Integer.parseInt(parts[0]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException madeUp) {
            throw new ZoomError.Refused(ZoomError.PAGE_TOKEN);
        }
    }
}
