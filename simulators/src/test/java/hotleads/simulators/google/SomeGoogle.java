package hotleads.simulators.google;

import hotleads.simulators.SomeSimulators;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Google as a program sees it that holds the service account's file. */
final class SomeGoogle {

    static final String WREN = "wren@example.org";
    static final String READER = "calendar.events.freebusy";
    static final String WRITER = "calendar.events.owned";

    private static final JsonMapper JSON = JsonMapper.shared();

    final SomeSimulators simulators;
    private final JsonNode account;

    SomeGoogle(SomeSimulators simulators, Path data) throws IOException {
        this.simulators = simulators;
        account = JSON.readTree(Files.readAllBytes(data.resolve("google-service-account.json")));
    }

    HttpResponse<String> token(String person, String scope) {
        return token(claims(person, scope));
    }

    Map<String, Object> claims(String person, String scope) {
        return Map.of(
                "iss",
                account.path("client_email").asString(),
                "scope",
                "https://www.googleapis.com/auth/" + scope,
                "aud",
                "https://oauth2.googleapis.com/token",
                "iat",
                now().getEpochSecond(),
                "exp",
                now().getEpochSecond() + 3600,
                "sub",
                person);
    }

    HttpResponse<String> token(Map<String, Object> claims) {
        return token(claims, account.path("private_key_id").asString());
    }

    /** @param keyId left out of the assertion when null, as some clients do */
    HttpResponse<String> token(Map<String, Object> claims, @Nullable String keyId) {
        String assertion = signed(claims, keyId);
        String form =
                "grant_type=" + encoded("urn:ietf:params:oauth:grant-type:jwt-bearer") + "&assertion=" + assertion;
        return simulators.form("/google/token", form);
    }

    String bearer(String person, String scope) {
        return "Bearer "
                + SomeSimulators.json(token(person, scope), 200)
                        .path("access_token")
                        .asString();
    }

    HttpResponse<String> call(String bearer, String method, String path, @Nullable String body, String... headers) {
        var request = simulators
                .request("/google/calendar/v3" + path)
                .header("Authorization", bearer)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return simulators.send(request);
    }

    void switchOn(GoogleFault fault) {
        simulators.control("PUT", "/google/faults", "{\"faults\":{\"" + fault.word() + "\":true}}");
    }

    Instant now() {
        return simulators.time.instant();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String signed(Map<String, Object> claims, @Nullable String keyId) {
        Map<String, Object> head = new HashMap<>(Map.of("alg", "RS256", "typ", "JWT"));
        if (keyId != null) {
            head.put("kid", keyId);
        }
        String text = part(head) + "." + part(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PrivateKey key() throws GeneralSecurityException {
        String pem = account.path("private_key").asString().replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static String part(Map<String, Object> value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(value));
    }
}
