package hotleads.app.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole requests to the API as a page of ours sends them.
 *
 * @param host the name and port people open, which the gateway insists on
 * @param cookie the header with the session's and the browser's; empty before there are any
 */
record ApiRequests(String host, String cookie) {
    byte[] get(String path) {
        return (head("GET", path) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    byte[] post(String path, Map<String, ?> body) {
        String json = JsonMapper.shared().writeValueAsString(body);
        String head = head("POST", path) + "Content-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        return (head + json).getBytes(StandardCharsets.UTF_8);
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nOrigin: https://" + host + "\r\n"
                + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n");
    }
}
