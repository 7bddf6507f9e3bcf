package hotleads.core.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * The table of digests as a thief sees it who has no key: which rows are equal, and which belong to one person. What
 * the thief knows besides is how common names are.
 */
final class StolenIndex {
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final Function<String, List<String>> beginnings;
    private final CommonNames first;
    private final CommonNames last;

    private record Person(String first, String last, Set<String> tokens) {}

    /** @param beginnings what is digested of a word */
    StolenIndex(int size, long seed, CommonNames first, CommonNames last, Function<String, List<String>> beginnings) {
        this.first = first;
        this.last = last;
        this.beginnings = beginnings;
        Random random = new Random(seed);
        for (int number = 0; number < size; number++) {
            String firstName = first.draw(random);
            String lastName = last.draw(random);
            Set<String> tokens = new HashSet<>(beginnings.apply(firstName));
            tokens.addAll(beginnings.apply(lastName));
            people.add(new Person(firstName, lastName, tokens));
            tokens.forEach(token -> holders.merge(token, 1, Integer::sum));
        }
    }

    /** What an attack found out, as shares of all people. */
    record Found(double firstName, double surname, double both) {}

    /** Equal digests of whole names: people who have a namesake, and would be told apart by nothing else here. */
    double namesakes() {
        Map<String, Integer> named = new HashMap<>();
        people.forEach(person -> named.merge(person.first + " " + person.last, 1, Integer::sum));
        return share(person -> named.getOrDefault(person.first + " " + person.last, 0) > 1);
    }

    /**
     * The commonest digest is taken for the commonest beginning, and so on. Which person holds it is then known; a
     * whole name is found when the digest of the whole word was matched rightly.
     */
    Found byRank() {
        List<String> seen = holders.keySet().stream()
                .sorted(Comparator.comparing((String token) -> -holders.getOrDefault(token, 0))
                        // Among equals the thief can only guess.
                        .thenComparing(token -> Integer.rotateLeft(token.hashCode() * 0x9e3779b9, 7)))
                .toList();
        Map<String, Double> expected = CommonNames.beginnings(List.of(first, last), beginnings);
        List<String> known = expected.keySet().stream()
                .sorted(Comparator.comparing((String token) -> -expected.getOrDefault(token, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Set<String> right = new HashSet<>();
        for (int rank = 0; rank < Math.min(seen.size(), known.size()); rank++) {
            if (seen.get(rank).equals(known.get(rank))) {
                right.add(seen.get(rank));
            }
        }
        return new Found(
                share(person -> right.contains(person.first)),
                share(person -> right.contains(person.last)),
                share(person -> right.contains(person.first) && right.contains(person.last)));
    }

    /**
     * Of each person the number of digests and how many others hold each is compared with what every pair of common
     * names would show; the likeliest pair is the guess.
     */
    Found bySignature(LikelyNames candidates) {
        int firsts = 0;
        int lasts = 0;
        int both = 0;
        for (Person person : people) {
            String[] guess = candidates.likeliest(signature(person));
            boolean isFirst = guess[0].equals(person.first);
            boolean isLast = guess[1].equals(person.last);
            firsts += isFirst ? 1 : 0;
            lasts += isLast ? 1 : 0;
            both += isFirst && isLast ? 1 : 0;
        }
        double all = people.size();
        return new Found(firsts / all, lasts / all, both / all);
    }

    /** Always the commonest names: what anyone can guess without having stolen anything. */
    Found byPrior() {
        String commonFirst = first.top(1).getFirst().folded();
        String commonLast = last.top(1).getFirst().folded();
        return new Found(
                share(person -> person.first.equals(commonFirst)),
                share(person -> person.last.equals(commonLast)),
                share(person -> person.first.equals(commonFirst) && person.last.equals(commonLast)));
    }

    /**
     * The thief knows some of the people, each with the row that is theirs: whoever else holds their digests gives away
     * as much of a name.
     */
    Found byKnowing(int known) {
        Set<String> learned = new HashSet<>();
        people.subList(0, known).forEach(person -> learned.addAll(person.tokens));
        List<Person> others = people.subList(known, people.size());
        return new Found(
                share(others, person -> learned.contains(person.first)),
                share(others, person -> learned.contains(person.last)),
                share(others, person -> learned.contains(person.first) && learned.contains(person.last)));
    }

    /** The same, for at least the first letters of a name. */
    double beginningsByKnowing(int known) {
        Set<String> learned = new HashSet<>();
        people.subList(0, known).forEach(person -> learned.addAll(person.tokens));
        return share(
                people.subList(known, people.size()),
                person -> person.tokens.stream().anyMatch(learned::contains));
    }

    private double share(java.util.function.Predicate<Person> condition) {
        return share(people, condition);
    }

    private static double share(List<Person> among, java.util.function.Predicate<Person> condition) {
        return (double) among.stream().filter(condition).count() / among.size();
    }

    private int[] signature(Person person) {
        int[] others = person.tokens.stream()
                .mapToInt(token -> holders.getOrDefault(token, 1) - 1)
                .sorted()
                .toArray();
        for (int low = 0, high = others.length - 1; low < high; low++, high--) {
            int swapped = others[low];
            others[low] = others[high];
            others[high] = swapped;
        }
        return others;
    }
}
