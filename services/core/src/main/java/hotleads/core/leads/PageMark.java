package hotleads.core.leads;

import hotleads.core.leads.Leads.Cursor;
import hotleads.platform.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A cursor as text: score, time, person and the rank the next row has. */
record PageMark(@Nullable Cursor cursor, int rank) {
    private static final String NO_TIME = "never";
    /** PostgreSQL knows far fewer years than a number has milliseconds. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    static PageMark parse(@Nullable String text) {
        if (text == null) {
            return new PageMark(null, 1);
        }
        try {
            String[] parts = text.split("_", -1);
            return new PageMark(
                    new Cursor(
                            Integer.parseInt(parts[0]),
                            parts[1].equals(NO_TIME) ? null : time(Long.parseLong(parts[1])),
                            UUID.fromString(parts[2])),
                    rank(Integer.parseInt(parts[3])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-cursor", "Use the cursor a page gave as next, or none");
        }
    }

    private static Instant time(long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException();
        }
        return time;
    }

    private static int rank(int rank) {
        if (rank < 1) {
            throw new IllegalArgumentException();
        }
        return rank;
    }

    String after(Cursor place, int size) {
        Instant time = place.time();
        return place.scoreTenths() + "_" + (time == null ? NO_TIME : time.toEpochMilli()) + "_" + place.personId() + "_"
                + (rank + size);
    }
}
