package hotleads.core.people;

import hotleads.core.people.People.Told;
import hotleads.core.tombstones.Marks;
import hotleads.core.tombstones.Tombstones;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records of people who were erased. One that was there at the erasure stays out for good, whatever becomes of it at
 * its provider; one that was made earlier and comes only now is known by name and address or number together, as people
 * are told apart. Whoever comes back with a new record is a new person.
 */
@Component
public class ErasedRecords {
    private final Tombstones tombstones;
    private final Normalise normalise;

    ErasedRecords(Tombstones tombstones, Normalise normalise) {
        this.tombstones = tombstones;
        this.normalise = normalise;
    }

    /** @param createdAt when its provider made it; null when that is not known, and then it is taken for an old one */
    public record Made(Told told, @Nullable Instant createdAt) {}

    /** The ids of those among these. */
    public Set<Long> among(String source, Collection<Made> records) {
        Map<Made, List<String>> texts = new HashMap<>();
        records.forEach(one -> texts.put(one, textsOf(source, one.told)));
        Map<String, Instant> found =
                tombstones.of(texts.values().stream().flatMap(List::stream).toList());
        if (found.isEmpty()) {
            return Set.of();
        }
        Set<Long> erased = new HashSet<>();
        texts.forEach((one, theirs) -> {
            boolean itself = found.containsKey(theirs.getFirst());
            if (itself
                    || theirs.stream()
                            .filter(found::containsKey)
                            .map(text -> Objects.requireNonNull(found.get(text)))
                            .anyMatch(at -> isNotAfter(one.createdAt, at))) {
                erased.add(one.told.record());
            }
        });
        return erased;
    }

    private static boolean isNotAfter(@Nullable Instant created, Instant erased) {
        return created == null || !created.isAfter(erased);
    }

    /** The record's own comes first. */
    private List<String> textsOf(String source, Told told) {
        List<String> texts = new ArrayList<>(List.of(Marks.record(source, told.record())));
        texts.addAll(of(normalise.details(told.firstName(), told.lastName(), told.email(), told.phone())));
        return texts;
    }

    /** What somebody is known by, however a record is numbered. */
    private static List<String> of(ContactDetails details) {
        return Stream.concat(byEmail(details).stream(), byPhone(details).stream())
                .toList();
    }

    /** By name and address together. */
    public static Optional<String> byEmail(ContactDetails details) {
        return by(details, details.email());
    }

    /** By name and number together. */
    public static Optional<String> byPhone(ContactDetails details) {
        return by(details, details.phone());
    }

    private static Optional<String> by(ContactDetails details, @Nullable String reach) {
        return reach == null || details.name().isBlank()
                ? Optional.empty()
                : Optional.of(Marks.who(Normalise.folded(details.name()), reach));
    }

    /** Those of these records that were there when whoever they tell of was erased. */
    public Set<Long> erasedAmong(String source, Collection<Long> records) {
        Map<String, Long> byMark = new HashMap<>();
        records.forEach(record -> byMark.put(Marks.record(source, record), record));
        return tombstones.of(byMark.keySet()).keySet().stream()
                .map(mark -> Objects.requireNonNull(byMark.get(mark)))
                .collect(Collectors.toSet());
    }

    /** Whether what tells of such a record is to be left alone too. */
    public boolean isErased(String source, long record) {
        return !tombstones.of(List.of(Marks.record(source, record))).isEmpty();
    }
}
