package hotleads.sync.google;

import hotleads.sync.google.GoogleAccount.ServiceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The key file Google gives for a service account, or its fields as a person typed them. */
@Component
class ServiceAccountFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GoogleProperties properties;

    ServiceAccountFile(GoogleProperties properties) {
        this.properties = properties;
    }

    Optional<ServiceKey> read() {
        if (properties.serviceAccountFile().isBlank()) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(Path.of(properties.serviceAccountFile())));
            return key(json);
        } catch (IOException | JacksonException absentOrBroken) {
            return Optional.empty();
        }
    }

    /** The whole file in one field, or its fields one by one. */
    static Optional<ServiceKey> of(Map<String, String> fields) {
        try {
            String file = fields.get("serviceAccount");
            return key(file == null ? JSON.valueToTree(fields) : JSON.readTree(file));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<ServiceKey> key(JsonNode json) {
        String email = json.path("client_email").asString("");
        String keyId = json.path("private_key_id").asString("");
        String pem = json.path("private_key").asString("");
        return email.isEmpty() || keyId.isEmpty() || pem.isEmpty()
                ? Optional.empty()
                : Optional.of(new ServiceKey(email, keyId, pem));
    }
}
