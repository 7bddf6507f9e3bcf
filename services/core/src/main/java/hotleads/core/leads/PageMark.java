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

    static PageMark parse(@Nullable String text) {
        if (text == null) {
            return new PageMark(null, 1);
        }
        try {
            String[] parts = text.split("_", -1);
            return new PageMark(
                    new Cursor(
                            Integer.parseInt(parts[0]),
                            parts[1].equals(NO_TIME) ? null : Instant.ofEpochMilli(Long.parseLong(parts[1])),
                            UUID.fromString(parts[2])),
                    Integer.parseInt(parts[3]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-cursor", "Use the cursor a page gave as next, or none");
        }
    }

    String after(Cursor place, int size) {
        Instant time = place.time();
        return place.scoreTenths() + "_" + (time == null ? NO_TIME : time.toEpochMilli()) + "_" + place.personId() + "_"
                + (rank + size);
    }
}
