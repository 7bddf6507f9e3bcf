package hotleads.core.erasures;

import hotleads.audit.locked.FirstVersions;
import hotleads.audit.locked.FirstVersions.Version;
import hotleads.audit.locked.FirstVersions.Words;
import hotleads.vault.inuse.SearchKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The ledger in a bucket at S3 that lets nothing go before its time: a line an object, under the line's number. What
 * was put first under a number counts, so nobody hides by a later version, or by deleting, who was erased.
 */
final class LedgerBucket implements ErasureLedger {
    /** An empty object of this name says that a new one may be begun. */
    static final String MAY_BEGIN = "begin";

    private static final Pattern NUMBER = Pattern.compile("\\d{8}");
    /** Someone with thousands of records stays far below it. */
    private static final long LONGEST = 4_194_304;

    private final FirstVersions versions;
    private final String place;

    private LedgerBucket(FirstVersions versions, String place) {
        this.versions = versions;
        this.place = place;
    }

    /**
     * By the setting.
     *
     * @param endpoint an emulator's address instead of AWS; blank for AWS
     * @throws LedgerUnusable when it names no place in a bucket
     */
    static LedgerBucket named(String place, String endpoint) {
        return new LedgerBucket(
                new FirstVersions(
                        place,
                        endpoint,
                        new Words(LedgerFile.VARIABLE, named(place), "nobody is erased", LedgerUnusable::new)),
                place);
    }

    @Override
    public Optional<Held> read(SearchKeys keys) {
        versions.refuseUnlessLocked();
        Map<Integer, Optional<Version>> numbered = numbered(versions.names());
        if (numbered.isEmpty()) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        numbered.forEach((number, version) -> {
            if (number != lines.size() + 1) {
                throw missing(lines.size() + 1);
            }
            lines.add(text(number, version));
        });
        return Optional.of(LedgerLines.read(lines, keys, line -> line == 1 ? foreign() : damaged(line)));
    }

    /** What else lies there is none of ours, and changes nothing. */
    private static Map<Integer, Optional<Version>> numbered(Map<String, Optional<Version>> names) {
        return names.entrySet().stream()
                .filter(one -> NUMBER.matcher(one.getKey()).matches())
                .collect(Collectors.toMap(
                        one -> Integer.valueOf(one.getKey()), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private String text(int number, Optional<Version> first) {
        Version version = first.orElseThrow(() -> missing(number));
        if (version.size() > LONGEST) {
            throw damaged(number);
        }
        return new String(versions.read(nameOf(number), version), StandardCharsets.UTF_8).stripTrailing();
    }

    @Override
    public boolean mayBegin() {
        return versions.first(MAY_BEGIN).isPresent();
    }

    @Override
    public String howToBeginAnew() {
        return "put an empty object named \"" + MAY_BEGIN + "\" there";
    }

    @Override
    public void begin(UUID id, SearchKeys keys) {
        put(1, LedgerLines.first(id, keys));
    }

    /** Looks at the last line anew each time: another core may have written it. */
    @Override
    public void append(Erased erased, SearchKeys keys) {
        TreeMap<Integer, Optional<Version>> numbered = new TreeMap<>(numbered(versions.names()));
        if (numbered.isEmpty()) {
            throw new LedgerUnusable("There is nothing any more in " + name() + ". Name the one that was there");
        }
        int last = numbered.lastKey();
        String text = text(last, numbered.getOrDefault(last, Optional.empty()));
        String before = last == 1 ? null : text(last - 1, numbered.getOrDefault(last - 1, Optional.empty()));
        // Found before anybody is erased, not at the next start.
        if (!LedgerLines.isSealed(text, before, keys)) {
            throw damaged(last);
        }
        put(last + 1, LedgerLines.next(text, erased, keys));
    }

    /** Ours is the first there, or it was not written: whoever did not hear the answer may have put it before. */
    private void put(int number, String line) {
        byte[] bytes = (line + '\n').getBytes(StandardCharsets.UTF_8);
        versions.putIfAbsent(nameOf(number), bytes);
        boolean isOurs = versions.first(nameOf(number))
                .filter(first -> first.size() == bytes.length)
                .map(first -> versions.read(nameOf(number), first))
                .filter(first -> Arrays.equals(first, bytes))
                .isPresent();
        if (!isOurs) {
            throw new LedgerUnusable("Another program wrote line " + number + " of " + name()
                    + " at the same moment. Nobody was erased: try again, and see that no other practice's database is"
                    + " told of this ledger");
        }
    }

    private static String nameOf(int number) {
        return String.format(Locale.ROOT, "%08d", number);
    }

    private LedgerUnusable foreign() {
        return new LedgerUnusable(
                "What lies in " + name() + " was made with other keys than ours: it belongs to another"
                        + " practice. Name the one that belongs to this database in " + LedgerFile.VARIABLE);
    }

    private LedgerUnusable damaged(int line) {
        return new LedgerUnusable(
                "Line " + line + " in " + name() + " is none of core's. What is wrong lies there for as"
                        + " long as the bucket keeps it: docs/runbooks/erasure.md says how to go on in another folder");
    }

    private LedgerUnusable missing(int line) {
        return new LedgerUnusable("Line " + line + " in " + name() + " is gone. Put it back from a copy:"
                + " docs/runbooks/erasure.md says how");
    }

    @Override
    public String name() {
        return named(place);
    }

    private static String named(String place) {
        return "the erasure ledger " + place;
    }
}
