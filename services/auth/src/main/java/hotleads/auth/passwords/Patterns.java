package hotleads.auth.passwords;

import java.util.List;
import java.util.regex.Pattern;

/** What hands do when heads are empty: repeats, rows of keys, and signs instead of letters. */
final class Patterns {
    private static final Pattern REPEATED = Pattern.compile("(.{1,6}?)\\1{2,}.{0,3}");
    private static final int SHORTEST_RUN = 4;
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujm");

    private Patterns() {}

    static boolean isRepeated(String password) {
        return REPEATED.matcher(password).matches();
    }

    /** The password without alphabets, number rows and keyboard rows, forwards and backwards. */
    static String withoutRuns(String password) {
        StringBuilder left = new StringBuilder();
        for (int at = 0; at < password.length(); ) {
            int run = runAt(password, at);
            if (run >= SHORTEST_RUN) {
                at += run;
            } else {
                left.append(password.charAt(at++));
            }
        }
        return left.toString();
    }

    private static int runAt(String password, int start) {
        int longest = 0;
        for (String row : ROWS) {
            longest = Math.max(longest, common(password, start, row));
            longest = Math.max(
                    longest,
                    common(password, start, new StringBuilder(row).reverse().toString()));
        }
        return longest;
    }

    private static int common(String password, int start, String row) {
        int in = row.indexOf(password.charAt(start));
        int length = 0;
        while (in >= 0
                && in + length < row.length()
                && start + length < password.length()
                && row.charAt(in + length) == password.charAt(start + length)) {
            length++;
        }
        return length;
    }

    /** Letters for the signs people write instead of them. */
    static String plain(String password) {
        return password.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }
}
