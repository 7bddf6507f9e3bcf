package hotleads.simulators.google;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a page token or a sync token says to Google alone.
 *
 * @param change the calendar's counter when the list began
 * @param offset how many events earlier pages held
 * @param page how many pages came before
 * @param query the parameters the list was asked with, which may not change under way
 */
record Cursor(String kind, long change, int offset, int page, String query) {

    static final String SYNC = "s";
    static final String PAGE = "p";

    String text() {
        String plain =
                String.join("|", kind, Long.toString(change), Integer.toString(offset), Integer.toString(page), query);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8)) + "=";
    }

    static Optional<Cursor> read(String text, String kind) {
        try {
            String stripped = text.endsWith("=") ? text.substring(0, text.length() - 1) : text;
            String plain = new String(Base64.getUrlDecoder().decode(stripped), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\\|", -1));
            if (parts.size() != 5 || !parts.getFirst().equals(kind)) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(
                    kind,
                    Long.parseLong(parts.get(1)),
                    Integer.parseInt(parts.get(2)),
                    Integer.parseInt(parts.get(3)),
                    parts.get(4)));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }
}
