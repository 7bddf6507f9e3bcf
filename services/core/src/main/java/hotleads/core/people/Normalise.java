package hotleads.core.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Brings the many ways of writing one address, number or name into one, so that their digests meet. */
@Component
class Normalise {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]+@[^@\\s]+");

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

    static @Nullable String email(@Nullable String email) {
        String trimmed = text(email).strip().toLowerCase(Locale.ROOT);
        return ADDRESS.matcher(trimmed).matches() ? trimmed : null;
    }

    @Nullable
    String phone(@Nullable String phone) {
        try {
            var number = phones.parse(text(phone), country);
            // Possible, not valid: a number the library has not heard of yet may still ring.
            return phones.isPossibleNumber(number) ? phones.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException notANumber) {
            return null;
        }
    }

    /** The name with case, accents and spaces folded away; used for comparing only. */
    static String folded(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
