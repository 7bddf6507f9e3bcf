package hotleads.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * All top keys a program has or had, the oldest of each purpose first. Each is made by itself and follows from no
 * other. Which of them are in use the program's database says; here they never go away, so that backups stay readable.
 * They never leave memory but for where they are kept, and this prints their ids alone.
 */
public final class KeySet {
    private static final String HEADER = "hotleads keys 2";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<Key> keys;
    private final Map<UUID, WrappingKey> wrapping = new HashMap<>();
    private final Map<UUID, Digests> digests = new HashMap<>();
    private final Map<UUID, Signer> signers = new HashMap<>();

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The cipher library does not start", impossible);
        }
    }

    private KeySet(List<Key> keys) throws GeneralSecurityException {
        this.keys = List.copyOf(keys);
        for (Key key : keys) {
            switch (key.purpose) {
                case PRACTICE -> wrapping.put(key.id, new WrappingKey(key.id, keyset(key.material)));
                case SEARCH -> digests.put(key.id, new Digests(keyset(key.material)));
                case ANCHORS -> signers.put(key.id, new Signer(key.material));
            }
        }
    }

    /** One key of each purpose. */
    public static KeySet fresh() {
        try {
            KeySet set = new KeySet(List.of());
            for (Purpose purpose : Purpose.values()) {
                set = set.withFresh(purpose);
            }
            return set;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot make keys", impossible);
        }
    }

    /** These and a new one, which is the newest of its purpose. */
    public KeySet withFresh(Purpose purpose) {
        try {
            List<Key> more = new ArrayList<>(keys);
            more.add(new Key(UUID.randomUUID(), purpose, freshMaterial(purpose)));
            return new KeySet(more);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot make a key", impossible);
        }
    }

    private static byte[] freshMaterial(Purpose purpose) throws GeneralSecurityException {
        return switch (purpose) {
            case PRACTICE -> bytes(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            case SEARCH ->
                bytes(KeysetHandle.generateNew(HmacPrfParameters.builder()
                        .setKeySizeBytes(32)
                        .setHashType(HmacPrfParameters.HashType.SHA256)
                        .build()));
            case ANCHORS -> {
                byte[] seed = new byte[Signer.SEED_BYTES];
                RANDOM.nextBytes(seed);
                yield seed;
            }
        };
    }

    /** The set as it is kept: a line a key, with its purpose, id and material. Secret through and through. */
    public String text() {
        return keys.stream()
                .map(key -> key.purpose.word()
                        + ' '
                        + key.id
                        + ' '
                        + Base64.getEncoder().encodeToString(key.material)
                        + '\n')
                .collect(Collectors.joining("", HEADER + '\n', ""));
    }

    /** @throws GeneralSecurityException when the text is anything else, or a purpose has no key */
    public static KeySet parse(String text) throws GeneralSecurityException {
        String[] lines = text.strip().split("\n", -1);
        if (!lines[0].strip().equals(HEADER)) {
            return earlier(lines);
        }
        List<Key> keys = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            keys.add(key(lines[line].strip().split(" ", -1)));
        }
        return complete(keys);
    }

    private static Key key(String[] words) throws GeneralSecurityException {
        if (words.length != 3) {
            throw new GeneralSecurityException("not a key");
        }
        try {
            return new Key(
                    UUID.fromString(words[1]),
                    Purpose.of(words[0]).orElseThrow(() -> new GeneralSecurityException("not a purpose")),
                    Base64.getDecoder().decode(words[2]));
        } catch (IllegalArgumentException malformed) {
            throw new GeneralSecurityException("not a key");
        }
    }

    private static KeySet complete(List<Key> keys) throws GeneralSecurityException {
        KeySet set = new KeySet(keys);
        for (Purpose purpose : Purpose.values()) {
            if (set.ids(purpose).isEmpty()) {
                throw new GeneralSecurityException("no key for " + purpose.word());
            }
        }
        return set;
    }

    /**
     * Key files of earlier builds: two keys without ids, and a third that followed from the second. Their ids are those
     * that the migrations write beside what was made with them.
     */
    private static KeySet earlier(String[] lines) throws GeneralSecurityException {
        if (lines.length != 2) {
            throw new GeneralSecurityException("not a key file");
        }
        try {
            byte[] practice = Base64.getDecoder().decode(lines[0].strip());
            byte[] search = Base64.getDecoder().decode(lines[1].strip());
            return complete(List.of(
                    new Key(earlierId(Purpose.PRACTICE), Purpose.PRACTICE, practice),
                    new Key(earlierId(Purpose.SEARCH), Purpose.SEARCH, search),
                    new Key(
                            earlierId(Purpose.ANCHORS),
                            Purpose.ANCHORS,
                            new Digests(keyset(search)).seed("key\u001fsigner audit anchors", Signer.SEED_BYTES))));
        } catch (IllegalArgumentException malformed) {
            throw new GeneralSecurityException("not a key file");
        }
    }

    private static UUID earlierId(Purpose purpose) {
        return new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0a01L + purpose.ordinal());
    }

    private static byte[] bytes(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle keyset(byte[] material) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(material, InsecureSecretKeyAccess.get());
    }

    public boolean holds(UUID id) {
        return keys.stream().anyMatch(key -> key.id.equals(id));
    }

    /** The ids of one purpose, the oldest first; never empty. */
    public List<UUID> ids(Purpose purpose) {
        return keys.stream().filter(key -> key.purpose == purpose).map(Key::id).toList();
    }

    public UUID newest(Purpose purpose) {
        return ids(purpose).getLast();
    }

    /** The practice key with this id, which the set holds. */
    public WrappingKey wrapping(UUID id) {
        return held(wrapping, id);
    }

    /** The digests of the search key with this id, which the set holds. */
    public Digests digests(UUID id) {
        return held(digests, id);
    }

    /** The anchors' key with this id, which the set holds. */
    public Signer signer(UUID id) {
        return held(signers, id);
    }

    private static <K> K held(Map<UUID, K> keys, UUID id) {
        K key = keys.get(id);
        if (key == null) {
            throw new IllegalArgumentException("No such key: " + id);
        }
        return key;
    }

    @Override
    public String toString() {
        return keys.stream()
                .map(key -> key.purpose.word() + ' ' + key.id)
                .toList()
                .toString();
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Key(UUID id, Purpose purpose, byte[] material) {
        @Override
        public String toString() {
            return "Key " + id;
        }
    }
}
