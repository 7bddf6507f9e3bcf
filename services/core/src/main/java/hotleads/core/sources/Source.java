package hotleads.core.sources;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The providers that are fetched on a schedule. */
public enum Source {
    ZOOM(Duration.ofMinutes(15)),
    ZOHO(Duration.ofMinutes(15)),
    GOOGLE(Duration.ofMinutes(5));

    /** The one account a provider knows the practice by; Google has one for each calendar instead. */
    public static final String MAIN = "main";

    private final Duration period;

    Source(Duration period) {
        this.period = period;
    }

    /** As it stands in tables and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Source> of(String word) {
        return Arrays.stream(values())
                .filter(source -> source.word().equals(word))
                .findFirst();
    }

    /** How often it is fetched: later than one period is late, later than two is stopped. */
    public Duration period() {
        return period;
    }
}
