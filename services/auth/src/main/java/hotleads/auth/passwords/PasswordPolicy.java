package hotleads.auth.passwords;

import hotleads.platform.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long, and not what a guesser tries first (NIST SP 800-63B-4, 3.1.1.2). No rules about kinds
 * of characters.
 */
@Component
public class PasswordPolicy {
    static final int SHORTEST = 12;
    static final int LONGEST = 256;
    private static final int LEFT_TO_GUESS = 6;
    private static final int SHORTEST_WORD = 4;
    private static final int FEWEST_CHARACTERS = 5;
    private static final List<String> PRODUCT = List.of("hotleads", "hot leads");

    private final List<String> common = CommonWords.read();
    private final BreachedPasswords breached = BreachedPasswords.read();

    /** @param personal words a guesser knows about the person: e-mail, name, practice */
    public Optional<Weakness> weaknessOf(String password, List<String> personal) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        return guessable(password.toLowerCase(Locale.ROOT), personal)
                .or(() -> breached.holds(password) ? Optional.of(Weakness.BREACHED) : Optional.empty());
    }

    private Optional<Weakness> guessable(String password, List<String> personal) {
        if (Patterns.isRepeated(password) || password.codePoints().distinct().count() < FEWEST_CHARACTERS) {
            return Optional.of(Weakness.REPEATED);
        }
        if (Patterns.withoutRuns(password).length() < LEFT_TO_GUESS) {
            return Optional.of(Weakness.SEQUENCE);
        }
        if (leaves(password, Stream.concat(PRODUCT.stream(), personal.stream().flatMap(PasswordPolicy::words)))
                < LEFT_TO_GUESS) {
            return Optional.of(Weakness.PERSONAL);
        }
        return leaves(Patterns.plain(password), common.stream()) < LEFT_TO_GUESS
                ? Optional.of(Weakness.COMMON)
                : Optional.empty();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
    }

    /** How much is left to guess for someone who tries these words, digits and signs around them. */
    private static int leaves(String password, Stream<String> words) {
        String rest = words.filter(word -> word.length() >= SHORTEST_WORD)
                // Long words first: a short one inside would break them up and leave their ends as if they were
                // unknown.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(password, (left, word) -> left.replace(word, " "), (a, b) -> b);
        return rest.equals(password)
                ? password.length()
                : rest.replaceAll("[^\\p{L}]", "").length();
    }

    /** Why a password is refused. */
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        REPEATED,
        SEQUENCE,
        PERSONAL,
        COMMON,
        BREACHED,
        /** The one they have already. */
        UNCHANGED;

        public Problem asProblem() {
            return new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "weak-password",
                    "The password is too easy to guess",
                    Map.of("reason", word()));
        }

        /** The word in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
