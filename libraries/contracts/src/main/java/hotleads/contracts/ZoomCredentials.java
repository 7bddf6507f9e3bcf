package hotleads.contracts;

/** A server-to-server app at Zoom, as its administrator sees it there. */
public record ZoomCredentials(String accountId, String clientId, String clientSecret) {
    @Override
    public String toString() {
        return "ZoomCredentials[redacted]";
    }
}
