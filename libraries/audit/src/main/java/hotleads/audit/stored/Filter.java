package hotleads.audit.stored;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are meant; whatever is null does not matter.
 *
 * @param person whom it was done to
 * @param actor who did it: an account's id, or the name of a service or job
 * @param act the word, or what its words begin with
 * @param from the first moment
 * @param to the first moment no longer meant
 */
public record Filter(
        @Nullable UUID person,
        @Nullable String actor,
        @Nullable String act,
        @Nullable Instant from,
        @Nullable Instant to) {
    public static final Filter ALL = new Filter(null, null, null, null, null);

    private static final Pattern WORD = Pattern.compile("[a-z0-9.-]{1,64}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Whether it is made of words and of times that PostgreSQL knows; another one must not be asked with. */
    public boolean isPlain() {
        return isWord(actor) && isWord(act) && isTime(from) && isTime(to);
    }

    private static boolean isWord(@Nullable String text) {
        return text == null || WORD.matcher(text).matches();
    }

    private static boolean isTime(@Nullable Instant moment) {
        return moment == null || !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST);
    }

    /** A condition on the entry {@code e}, to follow another one. */
    String sql() {
        StringBuilder sql = new StringBuilder();
        if (person != null) {
            // As the index has it: one entry for a view of a list holds all its ids.
            sql.append(" AND e.subject_kind = 'person' AND string_to_array(e.subject, ',') @> ARRAY[?]::text[]");
        }
        if (actor != null) {
            sql.append(" AND e.actor = ?");
        }
        if (act != null) {
            sql.append(" AND (e.act = ? OR e.act LIKE ? || '.%')");
        }
        if (from != null) {
            sql.append(" AND e.at >= ?");
        }
        if (to != null) {
            sql.append(" AND e.at < ?");
        }
        return sql.toString();
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        if (person != null) {
            parameters.add(person.toString());
        }
        if (actor != null) {
            parameters.add(actor);
        }
        if (act != null) {
            parameters.add(act);
            parameters.add(act);
        }
        if (from != null) {
            parameters.add(Timestamp.from(from));
        }
        if (to != null) {
            parameters.add(Timestamp.from(to));
        }
        return parameters;
    }
}
