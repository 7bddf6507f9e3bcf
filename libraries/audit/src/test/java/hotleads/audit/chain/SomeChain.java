package hotleads.audit.chain;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A chain in memory, with the key that signs its anchors. */
final class SomeChain {
    static final String NAME = "core";
    private static final int PUBLIC_KEY_BYTES = 32;

    final List<Link> links = new ArrayList<>();
    final List<Anchor> anchors = new ArrayList<>();
    final List<KeyChange> changes = new ArrayList<>();
    final byte[] publicKey;
    private final ChainHash hash = new ChainHash(NAME);
    private KeyPair pair;

    private SomeChain(KeyPair pair) {
        this.publicKey = publicPart(pair);
        this.pair = pair;
    }

    static byte[] publicPart(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_BYTES, encoded.length);
    }

    /** The key that signs now. */
    KeyPair pair() {
        return pair;
    }

    /** From now on another key signs, as one announced it or not. */
    void signWith(KeyPair other) {
        pair = other;
    }

    /** A new key signs from now on, announced by the one before it. */
    KeyPair changeKey() {
        KeyPair next = freshKey();
        changes.add(announced(next, pair, pair.getPrivate()));
        pair = next;
        return next;
    }

    /** How one key announces another, signed by anyone. */
    static KeyChange announced(KeyPair next, KeyPair before, PrivateKey by) {
        byte[] key = publicPart(next);
        byte[] follows = publicPart(before);
        return new KeyChange(key, follows, sign(by, KeyChange.toSign(key, follows)));
    }

    private static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static SomeChain of(int entries, RandomGenerator random) {
        SomeChain chain = new SomeChain(freshKey());
        for (int number = 1; number <= entries; number++) {
            chain.append(entry(number, random));
        }
        return chain;
    }

    static KeyPair freshKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static StoredEntry entry(int number, RandomGenerator random) {
        byte[] sealed = new byte[40];
        random.nextBytes(sealed);
        boolean bySomeone = random.nextBoolean();
        return new StoredEntry(
                new UUID(random.nextLong(), random.nextLong()),
                Instant.parse("2026-11-12T09:00:00.123456Z").plusSeconds(number),
                bySomeone ? "person" : "service",
                bySomeone ? new UUID(1, number % 7).toString() : "webhooks",
                bySomeone ? "admin" : null,
                bySomeone ? "person.viewed" : "hook.received",
                "person",
                new UUID(2, number % 50).toString(),
                "done",
                1,
                random.nextBoolean() ? "req-" + number : null,
                bySomeone ? sealed : null,
                bySomeone ? new UUID(3, 3) : null,
                1_000 + number);
    }

    void append(StoredEntry entry) {
        links.add(linked(
                links.size() + 1L,
                links.isEmpty() ? ChainHash.start() : links.getLast().hash(),
                entry));
    }

    private Link linked(long seq, byte[] previous, StoredEntry entry) {
        return new Link(seq, entry.id(), hash.next(seq, previous, hash.digest(entry)), entry, null);
    }

    /** Signs the chain's end as it is. */
    void anchor() {
        Link end = links.getLast();
        anchors.add(signed(end.seq(), end.hash()));
    }

    Anchor signed(long seq, byte[] end) {
        Instant at = Instant.parse("2026-11-12T10:00:00Z");
        return new Anchor(seq, at, end, publicPart(pair), sign(pair.getPrivate(), hash.toSign(seq, end, at)));
    }

    /** Makes everything from an index on hang together again, as whoever can write the tables would. */
    void rewriteFrom(int index) {
        for (int at = index; at < links.size(); at++) {
            StoredEntry entry = links.get(at).entry();
            if (entry != null) {
                links.set(
                        at,
                        linked(
                                at + 1L,
                                at == 0 ? ChainHash.start() : links.get(at - 1).hash(),
                                entry));
            }
        }
    }

    void replace(int index, StoredEntry entry) {
        Link link = links.get(index);
        links.set(index, new Link(link.seq(), link.entryId(), link.hash(), entry, null));
    }

    @Nullable
    Break firstBreak() {
        return check().broken();
    }

    Verdict check() {
        CheckChain check = new CheckChain(NAME, 0, ChainHash.start(), new AnchorKey(publicKey));
        changes.forEach(check::keyChanges);
        anchors.forEach(check::anchor);
        links.forEach(check::link);
        return check.end();
    }
}
