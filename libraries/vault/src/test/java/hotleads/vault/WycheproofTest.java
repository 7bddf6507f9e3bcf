package hotleads.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Project Wycheproof's known attacks and corner cases, through our own sealing and digesting. */
class WycheproofTest {
    private static final int KEY_BITS = 256;
    private static final int IV_BITS = 96;

    private record Vector(JsonNode group, JsonNode test) {
        boolean isValid() {
            return test.path("result").asString().equals("valid");
        }

        byte[] bytes(String name) {
            return HexFormat.of().parseHex(test.path(name).asString());
        }

        int bits(String name) {
            return group.path(name).asInt();
        }

        @Override
        public String toString() {
            return "vector " + test.path("tcId").asInt();
        }
    }

    /** The cipher library starts with the first key. */
    @BeforeAll
    static void start() {
        assertThat(KeySet.fresh()).isNotNull();
    }

    @Test
    void sealedValuesOpenAsTheVectorsSayAndNoneThatMustNot() throws IOException, GeneralSecurityException {
        int opened = 0;
        int refused = 0;
        for (Vector vector : vectors("aes_gcm_test")) {
            if (vector.bits("keySize") == KEY_BITS) {
                boolean ours = vector.bits("ivSize") == IV_BITS;
                try {
                    byte[] value = key(vector).open(sealed(vector), vector.bytes("aad"));
                    assertThat(vector.isValid() && ours).as(vector.toString()).isTrue();
                    assertThat(value).as(vector.toString()).isEqualTo(vector.bytes("msg"));
                    opened++;
                } catch (GeneralSecurityException no) {
                    // A value of ours has an initialisation vector of 96 bits; others are refused, however valid.
                    assertThat(vector.isValid() && ours).as(vector.toString()).isFalse();
                    refused++;
                }
            }
        }
        assertThat(opened).isGreaterThan(30);
        assertThat(refused).isGreaterThan(50);
    }

    @Test
    void digestsAreTheVectorsTagsAndNeverTheWrongOnes() throws IOException, GeneralSecurityException {
        int same = 0;
        int others = 0;
        for (Vector vector : vectors("hmac_sha256_test")) {
            byte[] tag = vector.bytes("tag");

            byte[] ours = digests(vector).of(vector.bytes("msg"), vector.bits("tagSize") / Byte.SIZE);

            assertThat(Arrays.equals(ours, tag)).as(vector.toString()).isEqualTo(vector.isValid());
            same += vector.isValid() ? 1 : 0;
            others += vector.isValid() ? 0 : 1;
        }
        assertThat(same).isGreaterThan(60);
        assertThat(others).isGreaterThan(100);
    }

    private static SealingKey key(Vector vector) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BITS / Byte.SIZE)
                .setIvSizeBytes(IV_BITS / Byte.SIZE)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        AesGcmKey key = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(vector.bytes("key"), InsecureSecretKeyAccess.get()))
                .build();
        return new SealingKey(new UUID(0, 1), handle(KeysetHandle.importKey(key)));
    }

    private static Digests digests(Vector vector) throws GeneralSecurityException {
        byte[] bytes = vector.bytes("key");
        HmacPrfParameters parameters = HmacPrfParameters.builder()
                .setKeySizeBytes(bytes.length)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build();
        HmacPrfKey key = HmacPrfKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build();
        return new Digests(handle(KeysetHandle.importKey(key)));
    }

    private static KeysetHandle handle(KeysetHandle.Builder.Entry key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(key.withRandomId().makePrimary())
                .build();
    }

    private static byte[] sealed(Vector vector) {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(vector.bytes("iv"));
        sealed.writeBytes(vector.bytes("ct"));
        sealed.writeBytes(vector.bytes("tag"));
        return sealed.toByteArray();
    }

    private static List<Vector> vectors(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                        WycheproofTest.class.getResourceAsStream("/wycheproof/" + name + ".json.gz"));
                InputStream json = new GZIPInputStream(file)) {
            JsonNode all = JsonMapper.shared().readTree(json);
            return StreamSupport.stream(all.path("testGroups").spliterator(), false)
                    .flatMap(group -> StreamSupport.stream(group.path("tests").spliterator(), false)
                            .map(test -> new Vector(group, test)))
                    .toList();
        }
    }
}
