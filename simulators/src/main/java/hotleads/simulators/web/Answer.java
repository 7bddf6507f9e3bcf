package hotleads.simulators.web;

import hotleads.simulators.storage.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to the caller; {@code dripOver} spreads the body over that time. */
public record Answer(int status, Map<String, String> headers, byte[] body, Duration dripOver, Runnable whenWritten) {

    private static final Runnable NOTHING = () -> {};

    /** The connection ends without a word. */
    public static final Answer LOST = new Answer(0, Map.of(), new byte[0], Duration.ZERO, NOTHING);

    public static Answer json(int status, Object value) {
        return of(status, "application/json", Json.MAPPER.writeValueAsBytes(value));
    }

    public static Answer html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), body, Duration.ZERO, NOTHING);
    }

    public static Answer noContent() {
        return new Answer(204, Map.of(), new byte[0], Duration.ZERO, NOTHING);
    }

    public boolean isLost() {
        return status == 0;
    }

    /** Ends a form post, so that reloading the page does not repeat it. */
    public static Answer seeOther(String location) {
        return new Answer(303, Map.of("Location", location), new byte[0], Duration.ZERO, NOTHING);
    }

    public Answer withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, dripOver, whenWritten);
    }

    public Answer withBody(byte[] other) {
        return new Answer(status, headers, other, dripOver, whenWritten);
    }

    public Answer slowly(Duration over) {
        return new Answer(status, headers, body, over, whenWritten);
    }

    /** Runs the task once the last byte has left, or could not. */
    public Answer then(Runnable task) {
        return new Answer(status, headers, body, dripOver, task);
    }
}
