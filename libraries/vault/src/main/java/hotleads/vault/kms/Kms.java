package hotleads.vault.kms;

import hotleads.vault.KeyUnusable;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/** One key at AWS KMS. Whatever goes wrong there is said in our words: an answer of KMS is shown to nobody. */
final class Kms {
    static final String VARIABLE = "HOTLEADS_KMS_KEY_ARN";

    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:kms:([a-z0-9-]+):\\d{12}:key/[A-Za-z0-9-]+");
    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final KmsClient client;
    private final String key;
    private final String where;

    /**
     * A client in the key's own region. Who may ask is what the program's role says.
     *
     * @param endpoint an emulator's address; null for the region's own
     * @throws KeyUnusable when it is not the ARN of a key
     */
    Kms(String arn, @Nullable URI endpoint) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            throw new KeyUnusable(VARIABLE + " is not the ARN of a key at AWS KMS. It looks like"
                    + " arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab; an alias does not do,"
                    + " for it may lead elsewhere tomorrow");
        }
        this.key = arn;
        this.where = endpoint == null ? "in " + parts.group(1) : "at " + endpoint + " (HOTLEADS_AWS_ENDPOINT)";
        KmsClientBuilder builder = KmsClient.builder()
                .region(Region.of(parts.group(1)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(LONGEST_TRY).apiCallTimeout(LONGEST));
        this.client = endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).build();
    }

    /** Its ARN. */
    String key() {
        return key;
    }

    /** A fresh key of 256 bits, and what only KMS can make it of again. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record DataKey(byte[] plain, byte[] wrapped) {
        @Override
        public String toString() {
            return "A data key";
        }
    }

    /** @param program whom it is for: bound to it, so that no other program's rights open it */
    DataKey dataKey(String program) {
        GenerateDataKeyResponse made = asking(
                program,
                () -> client.generateDataKey(request ->
                        request.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(context(program))));
        return new DataKey(made.plaintext().asByteArray(), made.ciphertextBlob().asByteArray());
    }

    /** @throws KeyUnusable when KMS does not open it; the message says why and what to do */
    byte[] open(byte[] wrapped, String program) {
        return asking(
                        program,
                        () -> client.decrypt(request -> request.keyId(key)
                                .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                                .encryptionContext(context(program))))
                .plaintext()
                .asByteArray();
    }

    private static Map<String, String> context(String program) {
        return Map.of("program", program);
    }

    private <T> T asking(String program, Supplier<T> question) {
        try {
            return question.get();
        } catch (AwsServiceException refused) {
            throw new KeyUnusable(why(refused, program));
        } catch (SdkException away) {
            throw new KeyUnusable("AWS KMS " + where + " cannot be asked for the key " + key + " (" + VARIABLE
                    + "): no way there, or no AWS credentials here. Start again once there are");
        }
    }

    private String why(AwsServiceException refused, String program) {
        String code = refused.awsErrorDetails() == null
                ? ""
                : String.valueOf(refused.awsErrorDetails().errorCode());
        String named = "the key " + key + " (" + VARIABLE + ")";
        return switch (code) {
            case "AccessDeniedException" ->
                "AWS KMS " + where + " denies " + program + " the use of " + named
                        + ". Allow its role kms:GenerateDataKey and kms:Decrypt with the encryption context program="
                        + program;
            case "NotFoundException" -> "AWS KMS " + where + " does not know " + named + ". Name the one that exists";
            case "DisabledException", "KMSInvalidStateException" ->
                "AWS KMS " + where + " has disabled " + named + ", or will delete it. Enable it there";
            case "IncorrectKeyException", "InvalidCiphertextException" ->
                "AWS KMS " + where + " cannot open the keys of this database with " + named
                        + ": they were wrapped by another, or for another program than " + program;
            default ->
                "AWS KMS " + where + " refuses " + named + " with " + refused.statusCode() + " " + code
                        + ". Start again once it does not";
        };
    }
}
