package hotleads.core.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** First names or surnames and how common each is; what is in no list anyone may have is made up letter by letter. */
final class CommonNames {
    private static final String LETTERS = "etaoinshrdlumcgbk";

    private final List<Name> names;

    /** @param share of all people who bear it */
    record Name(String folded, double share) {}

    private CommonNames(List<Name> names) {
        this.names = names;
    }

    static CommonNames of(String file) {
        List<Name> names = new ArrayList<>();
        try (InputStream packed =
                        Objects.requireNonNull(CommonNames.class.getResourceAsStream("/census/" + file + ".csv.gz"));
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(",", 2);
                names.add(new Name(parts[0].toLowerCase(Locale.ROOT), Double.parseDouble(parts[1]) / 100));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new CommonNames(names);
    }

    /** The most common ones, most common first. */
    List<Name> top(int count) {
        return names.subList(0, count);
    }

    List<Name> all() {
        return names;
    }

    /** Of each beginning, what share of people would hold it. */
    static Map<String, Double> beginnings(List<CommonNames> kinds, Function<String, List<String>> beginnings) {
        Map<String, Double> shares = new HashMap<>();
        for (CommonNames names : kinds) {
            for (Name name : names.all()) {
                beginnings.apply(name.folded).forEach(token -> shares.merge(token, name.share, Double::sum));
            }
        }
        return shares;
    }

    String draw(Random random) {
        double at = random.nextDouble();
        for (Name name : names) {
            at -= name.share;
            if (at < 0) {
                return name.folded;
            }
        }
        StringBuilder rare = new StringBuilder();
        int length = 5 + random.nextInt(5);
        for (int index = 0; index < length; index++) {
            rare.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return rare.toString();
    }
}
