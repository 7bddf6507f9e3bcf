package hotleads.simulators.google;

import hotleads.simulators.storage.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The practice's service account: its key file is made at the first start, as a person would download it. */
public record ServiceAccount(String email, String keyId, PublicKey key) {

    private static final String EMAIL = "hot-leads@demo-practice.iam.gserviceaccount.com";

    /** Reads the file, or makes it. Without one nobody can hold the private key, and every assertion is refused. */
    public static ServiceAccount in(@Nullable Path file) {
        try {
            if (file == null) {
                return of(newKey());
            }
            return Files.exists(file) ? read(file) : made(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException noRsa) {
            throw new IllegalStateException("The service account's key cannot be made or read", noRsa);
        }
    }

    private static ServiceAccount made(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = newKey();
        ServiceAccount account = of(pair);
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        var json = Json.MAPPER.createObjectNode();
        json.put("type", "service_account")
                .put("project_id", "demo-practice")
                .put("private_key_id", account.keyId)
                .put("private_key", pem)
                .put("client_email", EMAIL)
                .put("client_id", "100000000000000000001")
                .put("auth_uri", "https://accounts.google.com/o/oauth2/auth")
                .put("token_uri", "https://oauth2.googleapis.com/token")
                .put("universe_domain", "googleapis.com");
        Files.createDirectories(file.toAbsolutePath().getParent());
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        try (var channel = Files.newByteChannel(
                next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), onlyOwner)) {
            channel.write(java.nio.ByteBuffer.wrap(Json.MAPPER.writeValueAsBytes(json)));
        }
        Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        return account;
    }

    private static ServiceAccount read(Path file) throws GeneralSecurityException {
        JsonNode json = Json.MAPPER.readTree(file.toFile());
        String base64 = json.path("private_key").asString("").replaceAll("-----[A-Z ]+-----|\\s", "");
        var factory = KeyFactory.getInstance("RSA");
        var key = (RSAPrivateCrtKey) factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        PublicKey known = factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        return new ServiceAccount(
                json.path("client_email").asString(""),
                json.path("private_key_id").asString(""),
                known);
    }

    private static ServiceAccount of(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] tail = java.util.Arrays.copyOfRange(encoded, encoded.length - 25, encoded.length - 5);
        return new ServiceAccount(EMAIL, HexFormat.of().formatHex(tail), pair.getPublic());
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    boolean isNamed(String issuer) {
        return email.getBytes(StandardCharsets.UTF_8).length > 0 && email.equals(issuer);
    }
}
