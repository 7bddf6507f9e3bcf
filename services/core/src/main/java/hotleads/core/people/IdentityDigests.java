package hotleads.core.people;

import hotleads.vault.inuse.SearchKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keyed digests by which identities are found, and nothing else of them: e-mail, number and name whole, and of each
 * word of the name every beginning from three letters on.
 */
@Component
class IdentityDigests {
    static final String WORD = "word";
    private static final int SHORTEST = 3;
    /** Nobody types more of a word; its whole length finds it all the same. */
    private static final int LONGEST = 16;

    private final JdbcClient jdbc;

    IdentityDigests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Made anew from what the identity says, whatever there was. */
    void put(UUID identity, ContactDetails details, SearchKeys held) {
        jdbc.sql("DELETE FROM identity_digest WHERE identity_id = ?")
                .param(identity)
                .update();
        add(identity, details, held);
    }

    /** Of an identity that has none yet. */
    void add(UUID identity, ContactDetails details, SearchKeys held) {
        List<Digest> digests = of(details, held);
        jdbc.sql("""
                        INSERT INTO identity_digest (identity_id, kind, digest)
                        SELECT ?, kind, digest FROM unnest(?, ?) AS one (kind, digest) ON CONFLICT DO NOTHING
                        """)
                .params(
                        identity,
                        digests.stream().map(Digest::kind).toArray(String[]::new),
                        digests.stream().map(Digest::value).toArray(byte[][]::new))
                .update();
    }

    private static List<Digest> of(ContactDetails details, SearchKeys keyed) {
        List<Digest> digests = new ArrayList<>();
        digests.add(new Digest("name", keyed.of("name", Normalise.folded(details.name()))));
        if (details.email() != null) {
            digests.add(new Digest("email", keyed.of("email", details.email())));
        }
        if (details.phone() != null) {
            digests.add(new Digest("phone", keyed.of("phone", details.phone())));
        }
        Normalise.words(details.name()).stream()
                .flatMap(word -> beginnings(word).stream())
                .distinct()
                .forEach(beginning -> digests.add(new Digest(WORD, keyed.of(WORD, beginning))));
        return digests;
    }

    static List<String> beginnings(String word) {
        int[] letters = word.codePoints().toArray();
        List<String> beginnings = new ArrayList<>(List.of(word));
        for (int length = SHORTEST; length < Math.min(letters.length, LONGEST + 1); length++) {
            beginnings.add(new String(Arrays.copyOf(letters, length), 0, length));
        }
        return beginnings;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared: it goes straight to the database.
    private record Digest(String kind, byte[] value) {}
}
