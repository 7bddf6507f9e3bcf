package hotleads.auth.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail in the one spelling it is found by; it never prints itself. */
public record EmailAddress(String value) {
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    /** Empty when the text cannot be an address. */
    public static Optional<EmailAddress> parse(String text) {
        EmailAddress address = asTyped(text);
        return SHAPE.matcher(address.value).matches() ? Optional.of(address) : Optional.empty();
    }

    /**
     * What someone typed to sign in, an address or not: it is looked up either way, so that all answers take the same
     * time.
     */
    public static EmailAddress asTyped(String text) {
        return new EmailAddress(
                // Blanks that come along from a page are plain ones only once they are normal.
                Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "[e-mail]";
    }
}
