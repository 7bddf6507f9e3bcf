package hotleads.core.calendars;

import hotleads.core.people.PersonNames;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What our own events are called at Google, where other people's programs can read it: as little as the practice chose.
 */
@Component
class CalendarTitles {
    private final Kind kind;

    CalendarTitles(@Value("${HOTLEADS_CALENDAR_TITLES:initials}") String setting) {
        this.kind = Arrays.stream(Kind.values())
                .filter(one -> one.word().equals(setting))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("HOTLEADS_CALENDAR_TITLES is initials, number or busy"));
    }

    /** From the most to the least it tells. */
    enum Kind {
        INITIALS,
        NUMBER,
        BUSY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind() {
        return kind;
    }

    /** @param name the person's; not more than its initials ever leaves */
    String of(long booking, String name) {
        return switch (kind) {
            case INITIALS -> initials(name);
            case NUMBER -> "No. " + booking;
            case BUSY -> "Busy";
        };
    }

    private static String initials(String name) {
        StringBuilder dotted = new StringBuilder();
        PersonNames.initialsOf(name)
                .codePoints()
                .forEach(letter -> dotted.appendCodePoint(letter).append('.'));
        return dotted.isEmpty() ? "Busy" : dotted.toString();
    }
}
