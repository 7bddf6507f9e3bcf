package hotleads.sync;

import hotleads.sync.http.Reply;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An answer as a fuzzer's bytes say: a line {@code status;Retry-After;Content-Type}, and the body behind it. */
public final class AnyReply {
    private AnyReply() {}

    public static Reply of(byte[] input) {
        int end = 0;
        while (end < input.length && input[end] != '\n') {
            end++;
        }
        String[] head = new String(input, 0, end, StandardCharsets.UTF_8).split(";", 3);
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Content-Type", List.of(head.length > 2 ? head[2] : "application/json"));
        if (head.length > 1 && !head[1].isEmpty()) {
            headers.put("Retry-After", new ArrayList<>(List.of(head[1])));
        }
        byte[] body = Arrays.copyOfRange(input, Math.min(input.length, end + 1), input.length);
        return new Reply.Answered(status(head[0]), HttpHeaders.of(headers, (name, value) -> true), body);
    }

    private static int status(String text) {
        return text.matches("[1-5][0-9]{2}") ? Integer.parseInt(text) : 200;
    }
}
