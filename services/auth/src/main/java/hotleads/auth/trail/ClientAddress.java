package hotleads.auth.trail;

import org.jspecify.annotations.Nullable;

/** Where a browser's request came from, as the gateway says; it never prints itself. */
public record ClientAddress(String value) {
    /** For requests that no browser made. */
    public static final ClientAddress NONE = new ClientAddress("");

    public static ClientAddress of(@Nullable String header) {
        return header == null || header.isBlank() ? NONE : new ClientAddress(header.strip());
    }

    /** What tries are counted by: one household of IPv6 has a whole network of addresses to try from. */
    public String network() {
        if (!value.contains(":") || value.contains(".")) {
            return value;
        }
        try {
            byte[] bytes = java.net.InetAddress.ofLiteral(value).getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException notAnAddress) {
            return value;
        }
    }

    @Override
    public String toString() {
        return "[address]";
    }
}
