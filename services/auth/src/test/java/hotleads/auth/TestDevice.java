package hotleads.auth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A device with one passkey, in software, written from the standard alone (WebAuthn Level 3): it answers as a browser
 * and its device do, or in one point otherwise. The setters change what it says of itself, never what is asked.
 */
public final class TestDevice {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int BACKUP_ELIGIBLE = 0x08;
    private static final int BACKED_UP = 0x10;
    private static final int HAS_CREDENTIAL = 0x40;

    private String name = "Blue laptop";
    private final boolean isCheap;
    private @Nullable KeyPair keys;
    private byte[] credentialId = random(32);
    private byte[] handle = {};
    private String origin = RunningAuth.PUBLIC_URL;
    private String party = "localhost";
    private int flags = PRESENT | VERIFIED;
    private long counter = 1;
    private boolean isFramed;
    private String makes = "webauthn.create";
    private String gets = "webauthn.get";

    public TestDevice() {
        this(false);
    }

    private TestDevice(boolean isCheap) {
        this.isCheap = isCheap;
        this.keys = isCheap ? null : freshKeys();
    }

    /** One that signs with a hash and describes itself in its own words, so that thousands can be tried. */
    public static TestDevice cheap() {
        return new TestDevice(true);
    }

    /** The body of a confirmation: the passkey that was asked for. */
    public Map<String, Object> make(Answer options) {
        JsonNode asked = options.json();
        handle = decode(asked.path("user").path("id").asString());
        byte[] object = isCheap ? concat(authenticatorData(flags), credentialId) : attestation();
        return new LinkedHashMap<>(Map.of(
                "name", name,
                "clientDataJson",
                        encode(clientData(makes, asked.path("challenge").asString())),
                "attestationObject", encode(object),
                "transports", List.of("internal", "of-the-future")));
    }

    private byte[] attestation() {
        byte[] data =
                concat(authenticatorData(flags | HAS_CREDENTIAL), new byte[16], length(credentialId), publicKey());
        return concat(
                bytes(0xa3), text("fmt"), text("none"), text("attStmt"), bytes(0xa0), text("authData"), cbor(data));
    }

    /** The body of a sign-in with the passkey. */
    public Map<String, Object> answer(Answer options) {
        byte[] data = authenticatorData(flags);
        byte[] client = clientData(gets, options.text("challenge"));
        return new LinkedHashMap<>(Map.of(
                "credentialId", encode(credentialId),
                "clientDataJson", encode(client),
                "authenticatorData", encode(data),
                "signature", encode(sign(concat(data, sha256(client)))),
                "userHandle", encode(handle)));
    }

    public TestDevice named(String called) {
        name = called;
        return this;
    }

    public String name() {
        return name;
    }

    /** One more use, as a device that counts tells it. */
    public TestDevice used() {
        counter++;
        return this;
    }

    public TestDevice counting(long told) {
        counter = told;
        return this;
    }

    public TestDevice at(String page) {
        origin = page;
        return this;
    }

    public TestDevice forParty(String host) {
        party = host;
        return this;
    }

    public TestDevice framed() {
        isFramed = true;
        return this;
    }

    public TestDevice withoutLock() {
        flags &= ~VERIFIED;
        return this;
    }

    public TestDevice withoutTouch() {
        flags &= ~PRESENT;
        return this;
    }

    public TestDevice synced() {
        flags |= BACKUP_ELIGIBLE | BACKED_UP;
        return this;
    }

    public TestDevice withOtherKeys() {
        keys = freshKeys();
        return this;
    }

    public TestDevice ofOtherUser() {
        handle = random(64);
        return this;
    }

    public TestDevice sayingOfAnswers(String type) {
        gets = type;
        return this;
    }

    public TestDevice sayingOfNewPasskeys(String type) {
        makes = type;
        return this;
    }

    /** Another device that claims to hold the same passkey. */
    public TestDevice copy() {
        TestDevice copy = new TestDevice(isCheap);
        copy.keys = keys;
        copy.credentialId = credentialId;
        copy.handle = handle;
        copy.flags = flags;
        copy.counter = counter;
        return copy;
    }

    private byte[] authenticatorData(int said) {
        return concat(
                sha256(party.getBytes(StandardCharsets.UTF_8)),
                bytes(said),
                ByteBuffer.allocate(4).putInt((int) counter).array());
    }

    private byte[] clientData(String type, String challenge) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":" + isFramed + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** In COSE: an EC2 key for ES256 on P-256 (RFC 9053). */
    private byte[] publicKey() {
        var point = ((ECPublicKey) Objects.requireNonNull(keys).getPublic()).getW();
        return concat(
                bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21),
                cbor(unsigned(point.getAffineX().toByteArray())),
                bytes(0x22),
                cbor(unsigned(point.getAffineY().toByteArray())));
    }

    private byte[] sign(byte[] message) {
        if (isCheap) {
            return sha256(concat(credentialId, message));
        }
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(Objects.requireNonNull(keys).getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair freshKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] unsigned(byte[] number) {
        byte[] fixed = new byte[32];
        int from = Math.max(0, number.length - 32);
        System.arraycopy(number, from, fixed, 32 - (number.length - from), number.length - from);
        return fixed;
    }

    private static byte[] text(String word) {
        byte[] letters = word.getBytes(StandardCharsets.UTF_8);
        return concat(bytes(0x60 | letters.length), letters);
    }

    private static byte[] cbor(byte[] bytes) {
        return concat(bytes(0x59, bytes.length >> 8, bytes.length & 0xff), bytes);
    }

    private static byte[] length(byte[] bytes) {
        return concat(bytes(bytes.length >> 8, bytes.length & 0xff), bytes);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
