package hotleads.sync.values;

import org.jspecify.annotations.Nullable;

/**
 * A provider's text as everybody after us can hold it: without control characters, for PostgreSQL stores no NUL, and
 * without halves of a character, which JSON may spell ({@code \ud800}) and UTF-8 cannot write. One such name would keep
 * a whole window from core.
 */
public final class PlainText {
    private PlainText() {}

    /** Stripped; null when nothing is left. */
    public static @Nullable String of(String text) {
        String plain = isPlain(text) ? text : withoutTheRest(text);
        String stripped = plain.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** Whether it is such a text already; what names something must not be altered. */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int letter) {
        return !Character.isISOControl(letter) && Character.getType(letter) != Character.SURROGATE;
    }

    private static String withoutTheRest(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(PlainText::isPlain).forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
