package hotleads.simulators.zoom;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How one booking was lived in its room; the number is how many of a hundred are. */
enum Story {
    FULL_NAME(35, "typed their whole name"),
    REGISTERED(8, "had registered"),
    ADDRESS_SHOWN(8, "signed in, so that Zoom shows their address"),
    REJOINED(8, "lost the connection, came again, and had a second device in the room"),
    GIVEN_NAME(7, "typed their given name alone"),
    LATE(6, "came some minutes late"),
    PHONE(5, "rang in"),
    NOT_ON_ZOOM(4, "met in the practice, the room stayed closed"),
    LEFT_EARLY(4, "left before half of it was over"),
    DEVICE(3, "came as their device is called"),
    TWO_RUNS(3, "the practitioner opened the room twice"),
    LONE_HOST(2, "did not come; the practitioner waited alone"),
    FAMILY(2, "came as the relative whose account it is"),
    COMMA(1, "typed a comma, which Zoom writes as #"),
    UNNAMED(2, "came as a guest without a name or address"),
    WAITING(1, "stayed in the waiting room and was not let in"),
    WRONG_ROOM(1, "went into another practitioner's room");

    private final int ofAHundred;
    private final String title;

    Story(int ofAHundred, String title) {
        this.ofAHundred = ofAHundred;
        this.title = title;
    }

    String title() {
        return title;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Story> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    static Story by(Chance chance) {
        int left = chance.upTo(100);
        for (Story one : values()) {
            left -= one.ofAHundred;
            if (left < 0) {
                return one;
            }
        }
        return FULL_NAME;
    }
}
