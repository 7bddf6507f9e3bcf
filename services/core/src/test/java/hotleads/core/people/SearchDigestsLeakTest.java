package hotleads.core.people;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.people.StolenIndex.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the digests tell a thief of the database who has no key: the figures of docs/security/search-digests.md. */
class SearchDigestsLeakTest {
    private static final Path DOCUMENT = Path.of("../../docs/security/search-digests.md");
    private static final CommonNames FIRST = CommonNames.of("first-names");
    private static final CommonNames LAST = CommonNames.of("surnames");
    /** A thousand people take a minute, so they come when asked for. */
    private static final int[] SIZES = Boolean.getBoolean("large") ? new int[] {60, 300, 1_000} : new int[] {60, 300};

    private static final int SEEDS = 3;
    private static final int FIRST_NAMES = 300;
    private static final int SURNAMES = 600;

    @Test
    void theFiguresInTheDocumentAreThese() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int size : SIZES) {
            rows.add(row("no theft: the commonest names", size, IdentityDigests::beginnings, StolenIndex::byPrior));
            rows.add(row("by rank", size, IdentityDigests::beginnings, StolenIndex::byRank));
            rows.add(signatureRow("by signature", size, IdentityDigests::beginnings));
            rows.add(row("ten people known", size, IdentityDigests::beginnings, index -> index.byKnowing(10)));
            rows.add(signatureRow("by signature, from four letters on", size, fromLetters(4)));
            rows.add(signatureRow("by signature, whole words alone", size, List::of));
        }
        for (int size : SIZES) {
            rows.add(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %s | %s |",
                    size,
                    percent(mean(size, StolenIndex::namesakes)),
                    percent(mean(size, index -> index.beginningsByKnowing(1))),
                    percent(mean(size, index -> index.beginningsByKnowing(10)))));
        }
        rows.forEach(System.out::println);

        assertThat(Files.readAllLines(DOCUMENT)).containsAll(rows);
    }

    private static String signatureRow(String attack, int size, Function<String, List<String>> beginnings) {
        LikelyNames names = new LikelyNames(size - 1, FIRST, LAST, beginnings, FIRST_NAMES, SURNAMES);
        return row(attack, size, beginnings, index -> index.bySignature(names));
    }

    private static Function<String, List<String>> fromLetters(int shortest) {
        return word -> IdentityDigests.beginnings(word).stream()
                .filter(beginning -> beginning.equals(word) || beginning.length() >= shortest)
                .toList();
    }

    private static String row(
            String attack, int size, Function<String, List<String>> beginnings, Function<StolenIndex, Found> run) {
        List<Found> found = practices(size, beginnings).map(run).toList();
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %s | %s |",
                attack,
                size,
                percent(found.stream().mapToDouble(Found::firstName).average().orElseThrow()),
                percent(found.stream().mapToDouble(Found::surname).average().orElseThrow()),
                percent(found.stream().mapToDouble(Found::both).average().orElseThrow()));
    }

    private static Stream<StolenIndex> practices(int size, Function<String, List<String>> beginnings) {
        return IntStream.rangeClosed(1, SEEDS).mapToObj(seed -> new StolenIndex(size, seed, FIRST, LAST, beginnings));
    }

    private static double mean(int size, ToDoubleFunction<StolenIndex> figure) {
        return practices(size, IdentityDigests::beginnings)
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}
