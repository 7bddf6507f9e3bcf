package hotleads.simulators.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail as it arrived.
 *
 * @param to who it was for, by the envelope
 * @param text what stands behind the headers, as it was sent
 */
public record Mail(Instant receivedAt, List<String> to, String from, String subject, String text) {

    /** @param lines the message of RFC 5322, its dots unstuffed */
    static Mail of(Instant at, List<String> to, List<String> lines) {
        int body = lines.indexOf("");
        List<String> headers = unfolded(lines.subList(0, body < 0 ? lines.size() : body));
        String text = body < 0 ? "" : String.join("\n", lines.subList(body + 1, lines.size()));
        return new Mail(
                at,
                List.copyOf(to),
                header(headers, "from").orElse(""),
                header(headers, "subject").orElse(""),
                text);
    }

    /** A line that begins with white space goes on with the one before (RFC 5322 section 2.2.3). */
    private static List<String> unfolded(List<String> lines) {
        List<String> headers = new ArrayList<>();
        for (String line : lines) {
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            if (goesOn && !headers.isEmpty()) {
                headers.add(headers.removeLast() + line);
            } else {
                headers.add(line);
            }
        }
        return headers;
    }

    private static Optional<String> header(List<String> headers, String name) {
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
