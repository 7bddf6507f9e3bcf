package hotleads.core.practice;

import hotleads.core.settings.SettingKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words to begin a message or a call with. What stands in braces is put in where a person is open, and leaves the page
 * on the clipboard alone.
 */
record MessageTemplates(List<MessageTemplate> items) {
    static final int MOST = 20;

    /** What can be put in: {@code {me}} is whoever copies it, {@code {link}} the page to book on. */
    static final Set<String> PLACES = Set.of("name", "me", "practitioner", "slots", "link");

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}");

    static final SettingKind<MessageTemplates> KIND = new SettingKind<>(
            "templates",
            MessageTemplates.class,
            new MessageTemplates(List.of(
                    new MessageTemplate(
                            "Offer times",
                            "Hello {name}, this is {me}. These times are free with {practitioner}: {slots}. You can also"
                                    + " choose one yourself: {link}"),
                    new MessageTemplate("Voicemail", "Hello, this is {me}. Please call me back when it suits you."))));

    /**
     * One of them.
     *
     * @param name what it is called on the page
     */
    record MessageTemplate(String name, String text) {
        private static final int LONGEST_NAME = 60;
        private static final int LONGEST_TEXT = 1_000;

        MessageTemplate tidied() {
            return new MessageTemplate(name.strip(), text.strip());
        }

        boolean isNamed() {
            return !name.isEmpty() && name.length() <= LONGEST_NAME;
        }

        boolean hasText() {
            return !text.isEmpty() && text.length() <= LONGEST_TEXT;
        }

        /** Whether all that stands in braces can be put in. */
        boolean canBeFilled() {
            Matcher found = PLACE.matcher(text);
            return found.results().allMatch(place -> PLACES.contains(place.group(1)))
                    && !PLACE.matcher(text).replaceAll("").matches("(?s).*[{}].*");
        }
    }

    boolean areNamedApart() {
        Set<String> names = new HashSet<>();
        return items.stream().allMatch(each -> names.add(each.name()));
    }
}
