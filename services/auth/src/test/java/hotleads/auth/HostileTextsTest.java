package hotleads.auth;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.platform.endpoint.Endpoints;
import hotleads.platform.hostile.HostileCalls;
import hotleads.platform.hostile.HostileCalls.Call;
import hotleads.platform.hostile.HostileCalls.Operation;
import hotleads.platform.hostile.HostileCalls.Place;
import hotleads.platform.hostile.HostileTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is written where a text belongs: no failure of ours, no SQL of theirs, and no row more or less for it. */
class HostileTextsTest extends RunningAuth {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MANY = 1_500;

    /** What services ask among themselves, which the public description does not hold. */
    private static final String INTERNAL = """
            {"paths": {
              "/internal/invites": {"post": {"requestBody": {"content": {"application/json": {"schema":
                {"$ref": "#/components/schemas/NewInvite"}}}}, "responses": {"200": {}, "201": {}}}},
              "/internal/people/{personId}/invites": {"post": {"parameters":
                [{"name": "personId", "in": "path", "schema": {"type": "string", "format": "uuid"}}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewClient"}}}},
                "responses": {"200": {}, "201": {}}}},
              "/internal/accounts/exists": {"get": {"parameters": [%1$s], "responses": {"200": {}}}},
              "/internal/people/holdings": {"get": {"parameters": [%2$s], "responses": {"200": {}}}},
              "/internal/people/erase": {"post": {"requestBody":
                {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/PeopleErased"}}}},
                "responses": {"204": {}}}},
              "/internal/accounts/calendars": {"get": {"responses": {"200": {}}}},
              "/internal/accounts/places": {"get": {"responses": {"200": {}}}, "post": {"requestBody":
                {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewPlaces"}}}},
                "responses": {"204": {}}}},
              "/internal/accounts/{accountId}/role": {"get": {"parameters":
                [{"name": "accountId", "in": "path", "schema": {"type": "string", "format": "uuid"}}], "responses": {"200": {}}}},
              "/internal/accounts/names": {"get": {"parameters": [%2$s], "responses": {"200": {}}}},
              "/internal/accounts/held": {"get": {"parameters": [%5$s], "responses": {"200": {}}}},
              "/internal/digests": {"post": {"requestBody":
                {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewDigests"}}}},
                "responses": {"200": {}}}},
              "/internal/audit": {"get": {"parameters": [%3$s], "responses": {"200": {}}}},
              "/internal/audit/entries": {"get": {"parameters": [%3$s, %4$s], "responses": {"200": {}}}},
              "/internal/audit/chain": {"get": {"parameters": [%3$s], "responses": {"200": {}}}}},
             "components": {"schemas": {"NewInvite": {"properties":
               {"email": {"type": "string"}, "displayName": {"type": "string"}, "role": {"type": "string"},
                "acuityCalendars": {"type": "array", "items": {"type": "integer", "format": "int64"}}}},
               "NewPlaces": {"properties": {"email": {"type": "string"}, "googleAddress": {"type": "string"},
                "zoomHost": {"type": "string"}, "acuityCalendars": {"type": "array", "items": {"type": "integer", "format": "int64"}}}},
               "PeopleErased": {"properties": {"erasure": {"type": "string", "format": "uuid"},
                "people": {"type": "array", "items": {"type": "string", "format": "uuid"}}}},
               "Counts": {"properties": {"HOT": {"type": "integer", "format": "int32"}}},
               "OfPractitioner": {"properties": {"account": {"type": "string", "format": "uuid"},
                "counts": {"$ref": "#/components/schemas/Counts"}}},
               "NewDigests": {"properties": {"day": {"type": "string", "format": "date"},
                "administrators": {"$ref": "#/components/schemas/Counts"},
                "practitioners": {"type": "array", "items": {"$ref": "#/components/schemas/OfPractitioner"}}}},
               "NewClient": {"properties": {"email": {"type": "string"}, "displayName": {"type": "string"}}}}}}
            """.formatted(
                    query("role", "string"),
                    query("ids", "array"),
                    String.join(
                            ", ",
                            query("person", "uuid"),
                            query("actor", "string"),
                            query("act", "string"),
                            query("from", "date-time"),
                            query("to", "date-time"),
                            query("before", "integer")),
                    query("limit", "integer"),
                    query("people", "array"));

    /** Where what was let in leaves a row, or takes one. */
    private static final Set<String> MAY_CHANGE = Set.of(
            "account",
            "audit_anchor",
            "audit_entry",
            "audit_link",
            "factor",
            "invite",
            "notice",
            "passkey_challenge",
            "sealing_key",
            "session",
            "spent_assertion",
            "totp_factor",
            "tries");

    private final Endpoints endpoints;
    private final List<String> found = new ArrayList<>();
    private int sent;

    HostileTextsTest(@Autowired Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Test
    void areTextsEverywhereAndNothingElse() throws Exception {
        TestPerson admin = TestPerson.setUp(gateway(), "admin");
        String session = admin.browser().session();
        TestBrowser halfway = gateway().browser();
        halfway.signIn(admin.email(), admin.password());
        TestBrowser settingUp = gateway().browser();
        TestPerson.accept(gateway().invite(TestPerson.freshEmail(), "Someone", "client"), settingUp);
        TestPerson.startTotp(gateway(), settingUp);
        Map<String, Long> before = rows();
        long log = Files.size(TestDatabase.LOG);
        List<JsonNode> documents = List.of(published(), JSON.readTree(INTERNAL));
        assertThat(pathsOf(documents)).isEqualTo(servedPaths());

        for (JsonNode document : documents) {
            for (Operation operation :
                    new HostileCalls(document, Map.of("role", "\"practitioner\"", "number", "1")).operations()) {
                for (Place place : operation.places()) {
                    tryAt(operation, place, session, halfway.session(), settingUp.session());
                }
            }
        }
        tryTokens(session);
        tryHeaders();

        assertThat(found).isEmpty();
        assertThat(sent).isGreaterThan(MANY);
        assertThat(Files.readString(TestDatabase.LOG).substring((int) log)).doesNotContain("ERROR:");
        rows().forEach((table, rows) -> {
            if (!MAY_CHANGE.contains(table)) {
                assertThat(rows).as(table).isEqualTo(before.get(table));
            }
        });
    }

    private void tryAt(Operation operation, Place place, String session, String halfway, String settingUp) {
        Answer harmless = send(place.harmless(), session, halfway, settingUp);
        for (Call call : place.hostile()) {
            Answer answer = send(call, session, halfway, settingUp);
            boolean documented = operation.answers().contains(Integer.toString(answer.status()))
                    // Refused before anybody looks what it would name.
                    || place.name().equals("purpose") && answer.status() == 400
                    || call.target().startsWith("/internal/") && answer.status() >= 400 && answer.status() < 500;
            // A proof holds the digest of every entry, and each call leaves one.
            boolean same = !place.comparable()
                    || call.target().startsWith("/internal/audit/chain")
                    || answer.status() != 200
                    || harmless.status() == 200
                            && answer.body().length() == harmless.body().length();
            if (!documented || !same) {
                found.add(operation.name() + " " + place.name() + " = " + shortened(call.tried()) + ": "
                        + answer.status() + " instead of " + harmless.status());
            }
        }
    }

    private Answer send(Call call, String session, String halfway, String settingUp) {
        String path = call.target();
        Map<String, String> headers = new HashMap<>();
        if (call.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        // Each from elsewhere: who tries too often is not heard at all.
        headers.put("X-Client-Address", "2001:db8:" + Integer.toHexString(sent) + "::1");
        if (path.startsWith("/internal/")) {
            headers.put("Authorization", "Bearer " + internal(path));
        } else if (path.startsWith("/auth/admin/") || path.startsWith("/auth/me/")) {
            headers.put(
                    "Authorization",
                    "Bearer " + gateway().exchange(session, "auth").text("access_token"));
        } else {
            headers.put("Authorization", "Bearer " + gateway().keptToken("gateway", "auth", "signin.relay"));
            headers.put("X-Session", path.startsWith("/auth/set-up") ? settingUp : halfway);
        }
        return send(call.method(), path, call.body(), headers);
    }

    private String internal(String path) {
        if (path.startsWith("/internal/audit") || path.startsWith("/internal/accounts/names")) {
            return gateway().keptToken("core", "auth", "audit.read");
        }
        if (path.startsWith("/internal/accounts/held")) {
            return gateway().keptToken("core", "auth", "account.export");
        }
        if (path.equals("/internal/digests")) {
            return gateway().keptToken("core", "auth", "digest.send");
        }
        return path.endsWith("/role")
                ? gateway().keptToken("core", "auth", "account.read")
                : gateway().keptToken("launcher", "auth", "account.invite");
    }

    /** What takes no JSON: each member of the form for a token. */
    private void tryTokens(String session) {
        Map<String, String> form = Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", session,
                "subject_token_type", "urn:hotleads:token-type:session",
                "audience", "core",
                "passive", "true",
                "client_assertion", "x",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "scope", "act.report");
        for (String member : form.keySet()) {
            for (String text : HostileTexts.TEXTS) {
                Map<String, String> changed = new HashMap<>(form);
                changed.put(member, text);
                sent++;
                note(
                        "/oauth/token " + member,
                        text,
                        gateway().form(changed, gateway().keptToken("gateway", "auth", "session.exchange")));
            }
        }
    }

    /** Whose session it is and where it came from, as far as a header can hold a text. */
    private void tryHeaders() {
        HostileTexts.TEXTS.stream()
                .filter(text -> text.chars().allMatch(letter -> letter >= ' ' && letter < 127))
                .forEach(text -> Stream.of("X-Session", "X-Client-Address")
                        .forEach(header -> note(
                                header,
                                text,
                                send(
                                        "POST",
                                        "/auth/sign-in",
                                        "{\"email\":\"nobody@example.org\",\"password\":\"zqxvbn zqxvbn zqxvbn\"}",
                                        Map.of(
                                                "Content-Type",
                                                "application/json",
                                                "Authorization",
                                                "Bearer " + gateway().keptToken("gateway", "auth", "signin.relay"),
                                                header,
                                                text)))));
    }

    private void note(String where, String text, Answer answer) {
        if (answer.status() >= 500) {
            found.add(where + " = " + shortened(text) + ": " + answer.status());
        }
    }

    private Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        sent++;
        return gateway().send(method, path, body, headers);
    }

    private Set<String> servedPaths() {
        Set<String> paths = new TreeSet<>();
        endpoints.rules().forEach(rule -> paths.add(rule.path()));
        paths.removeAll(Set.of("/healthz", "/readyz", "/oauth/jwks", "/oauth/token", "/auth/openapi.json"));
        return paths;
    }

    private static Set<String> pathsOf(List<JsonNode> documents) {
        Set<String> paths = new TreeSet<>();
        documents.forEach(document -> paths.addAll(document.get("paths").propertyNames()));
        return paths;
    }

    private static JsonNode published() throws IOException {
        return JSON.readTree(new ClassPathResource("openapi.json").getContentAsString(StandardCharsets.UTF_8));
    }

    private static Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = TestDatabase.asSuperuser();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet named = statement.executeQuery("SELECT relname FROM pg_class"
                    + " WHERE relnamespace IN ('auth'::regnamespace, 'public'::regnamespace) AND relkind = 'r'")) {
                while (named.next()) {
                    tables.add(named.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
        }
        return rows;
    }

    private static String query(String name, String type) {
        return "{\"name\": \"" + name + "\", \"in\": \"query\", \"schema\": {\"type\": \"" + type + "\"}}";
    }

    private static String shortened(String text) {
        return text.length() < 60 ? text : text.substring(0, 60) + "…";
    }
}
