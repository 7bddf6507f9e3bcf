package hotleads.core.portal;

import java.util.regex.Pattern;

/**
 * A number to tap.
 *
 * @param words what is read beside it, the number itself among it
 */
record HelpNumber(String words, String tel) {
    private static final Pattern TEL = Pattern.compile("\\+?[0-9]{2,15}");
    private static final int LONGEST = 120;

    /** As a telephone takes it: people type spaces and brackets. */
    HelpNumber tidied() {
        return new HelpNumber(words.strip(), tel.replaceAll("[\\s().-]", ""));
    }

    boolean canBeCalled() {
        return !words.isEmpty() && words.length() <= LONGEST && TEL.matcher(tel).matches();
    }
}
