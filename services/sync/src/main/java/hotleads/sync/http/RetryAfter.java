package hotleads.sync.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a provider asks us to wait. Providers write it as seconds, an HTTP date, an ISO date-time or Unix seconds
 * (contract sheets, rule 4).
 */
public final class RetryAfter {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private static final long FIRST_UNIX_SECOND = 1_000_000_000L;
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration TRUSTED_SKEW = Duration.ofSeconds(30);

    private RetryAfter() {}

    /** The wait, or empty when none was given or it makes no sense. */
    public static Optional<Duration> in(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(text -> read(text, providersNow(headers, now)));
    }

    private static Optional<Duration> read(String text, Instant now) {
        try {
            return Optional.of(bounded(wait(text, now)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static Duration wait(String text, Instant now) {
        if (!NUMBER.matcher(text).matches()) {
            return Duration.between(now, moment(text));
        }
        long number = Long.parseLong(text);
        return number < FIRST_UNIX_SECOND
                ? Duration.ofSeconds(number)
                : Duration.between(now, Instant.ofEpochSecond(number));
    }

    private static Instant moment(String text) {
        return Character.isDigit(text.isEmpty() ? ' ' : text.charAt(0))
                ? OffsetDateTime.parse(text).toInstant()
                : Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** A moment given by a provider whose clock differs from ours is meant by its own clock. */
    private static Instant providersNow(HttpHeaders headers, Instant now) {
        return headers.firstValue("Date")
                .flatMap(RetryAfter::date)
                .filter(theirs -> Duration.between(theirs, now).abs().compareTo(TRUSTED_SKEW) > 0)
                .orElse(now);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
