package hotleads.core.erasures;

import hotleads.vault.inuse.SearchKeys;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a ledger consists of, wherever it lies. A line an erasure, as JSON, and behind it a keyed digest over it and the
 * line before: none can be altered, taken out or put elsewhere unnoticed.
 */
final class LedgerLines {
    private static final String KIND = "hotleads erasures 1";
    private static final String DIGEST = "erasure-ledger";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LedgerLines() {}

    /** The first line. */
    private record Begun(String ledger, UUID id) {}

    static String first(UUID id, SearchKeys keys) {
        return line(JSON.writeValueAsString(new Begun(KIND, id)), null, keys);
    }

    /** What is to stand behind the last one. */
    static String next(String last, Erased erased, SearchKeys keys) {
        return line(JSON.writeValueAsString(erased), seal(last), keys);
    }

    private static String line(String json, @Nullable String before, SearchKeys keys) {
        return json + ' ' + Base64.getEncoder().encodeToString(keys.of(DIGEST, sealedText(json, before)));
    }

    /**
     * What all of them say.
     *
     * @param lines from the first, of which there is one
     * @param refusal what is wrong when a line is not the one that belongs there; they count from one
     */
    static ErasureLedger.Held read(List<String> lines, SearchKeys keys, IntFunction<LedgerUnusable> refusal) {
        @Nullable String before = null;
        @Nullable Begun begun = null;
        List<Erased> entries = new ArrayList<>();
        for (String line : lines) {
            int number = before == null ? 1 : entries.size() + 2;
            if (!isSealed(line, before, keys)) {
                throw refusal.apply(number);
            }
            try {
                if (begun == null) {
                    begun = JSON.readValue(json(line), Begun.class);
                } else {
                    entries.add(JSON.readValue(json(line), Erased.class));
                }
            } catch (JacksonException unreadable) {
                throw refusal.apply(number);
            }
            before = line;
        }
        return new ErasureLedger.Held(Objects.requireNonNull(begun).id(), entries);
    }

    /** @param before the line before it; null for the first */
    static boolean isSealed(String line, @Nullable String before, SearchKeys keys) {
        if (line.indexOf(' ') < 0) {
            return false;
        }
        try {
            byte[] seal = Base64.getDecoder().decode(seal(line));
            return keys.isOf(seal, DIGEST, sealedText(json(line), before == null ? null : seal(before)));
        } catch (IllegalArgumentException noDigest) {
            return false;
        }
    }

    private static String json(String line) {
        return line.substring(0, line.lastIndexOf(' '));
    }

    private static String seal(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static String sealedText(String json, @Nullable String before) {
        return before + "\n" + json;
    }
}
