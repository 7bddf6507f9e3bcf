package hotleads.core.leads;

import hotleads.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What people type about a person: stripped, and not endless. */
final class FreeText {
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_NAME = 80;

    private FreeText() {}

    /** @return null when there is nothing but blanks */
    static @Nullable String note(@Nullable String typed) {
        return within(LONGEST_NOTE, typed);
    }

    /** @return null when there is nothing but blanks */
    static @Nullable String name(@Nullable String typed) {
        return within(LONGEST_NAME, typed);
    }

    private static @Nullable String within(int longest, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.length() > longest) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "note-too-long", "Keep it under " + longest + " characters");
        }
        return text.isEmpty() ? null : text;
    }
}
