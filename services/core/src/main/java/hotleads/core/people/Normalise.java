package hotleads.core.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Brings the many ways of writing one address, number or name into one, so that their digests meet. */
@Component
public class Normalise {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private static final Pattern DASHES = Pattern.compile("\\p{Pd}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** No accent makes these, so folding accents leaves them; keyboards without them write it so. */
    private static final String[][] WRITTEN_OUT = {
        {"ß", "ss"}, {"ø", "o"}, {"ł", "l"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"æ", "ae"}, {"œ", "oe"}, {"ı", "i"}
    };

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final String country;

    /** @param country ISO 3166 code of the country that numbers without a prefix belong to */
    Normalise(@Value("${HOTLEADS_PRACTICE_COUNTRY:US}") String country) {
        this.country = country;
    }

    ContactDetails details(
            @Nullable String firstName, @Nullable String lastName, @Nullable String email, @Nullable String phone) {
        String name =
                BLANKS.matcher((text(firstName) + ' ' + text(lastName)).strip()).replaceAll(" ");
        return new ContactDetails(name, email(email), phone(phone));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    public static @Nullable String email(@Nullable String email) {
        String trimmed = text(email).strip().toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(trimmed).matches() ? trimmed : null;
    }

    public @Nullable String phone(@Nullable String phone) {
        try {
            var number = phones.parse(text(phone), country);
            // Possible, not valid: a number the library has not heard of yet may still ring.
            return phones.isPossibleNumber(number) ? phones.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    /**
     * A name's words as one may type them: each without its marks, and its parts where marks part it; accents folded,
     * and letters that are no letter with an accent written out.
     */
    static Set<String> words(String name) {
        Set<String> words = new TreeSet<>();
        for (String word : spaced(name)) {
            words.add(NOT_LETTERS.matcher(word).replaceAll(""));
            for (String half : DASHES.split(word, -1)) {
                words.add(NOT_LETTERS.matcher(half).replaceAll(""));
            }
            words.addAll(List.of(NOT_LETTERS.split(word, -1)));
        }
        words.remove("");
        return words;
    }

    /** What someone typed to find a name: words without marks. */
    public static List<String> typedWords(String text) {
        return Arrays.stream(spaced(text))
                .map(word -> NOT_LETTERS.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String[] spaced(String name) {
        String folded = folded(name);
        for (String[] letter : WRITTEN_OUT) {
            folded = folded.replace(letter[0], letter[1]);
        }
        return folded.split(" ", -1);
    }

    /** The name with case, accents and spaces folded away; used for comparing only. */
    static String folded(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
