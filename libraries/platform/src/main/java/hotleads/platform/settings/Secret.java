package hotleads.platform.settings;

import java.nio.charset.StandardCharsets;

/** A value that must not be seen: it prints as redacted, and {@link #reveal} is the one place that hands it out. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    public byte[] revealBytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
