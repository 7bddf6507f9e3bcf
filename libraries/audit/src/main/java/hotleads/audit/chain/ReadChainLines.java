package hotleads.audit.chain;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads {@link ChainLines} and refuses what they never hold: a name we do not know or one said twice could show a
 * person something that no hash covers.
 */
public final class ReadChainLines {
    private final JsonParser json;
    private final ChainReader reader;
    private final Map<String, Object> fields = new HashMap<>();

    private ReadChainLines(JsonParser json, ChainReader reader) {
        this.json = json;
        this.reader = reader;
    }

    /** @throws ChainUnreadable when it is something else, or breaks off within a line */
    public static void read(InputStream lines, ChainReader reader) {
        try (JsonParser json = ChainLines.JSON.createParser(ObjectReadContext.empty(), lines)) {
            new ReadChainLines(json, reader).all();
        } catch (JacksonException | IllegalArgumentException | ArithmeticException | DateTimeException malformed) {
            throw new ChainUnreadable();
        }
    }

    private void all() {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            require(token == JsonToken.START_OBJECT);
            line();
        }
    }

    private void line() {
        fields.clear();
        StoredEntry entry = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            if (name.equals("entry")) {
                require(entry == null && json.currentToken() == JsonToken.START_OBJECT);
                Map<String, Object> outer = Map.copyOf(fields);
                fields.clear();
                for (String inner = json.nextName(); inner != null; inner = json.nextName()) {
                    json.nextToken();
                    keep(inner);
                }
                entry = entry();
                fields.putAll(outer);
            } else {
                keep(name);
            }
        }
        say(entry);
        require(fields.isEmpty());
    }

    /** Numbers as numbers, bytes as the base64 they are written in, for the field decides what it is. */
    private void keep(String name) {
        Object value = switch (json.currentToken()) {
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_STRING -> isBytes(name) ? json.getBinaryValue() : json.getString();
            default -> throw new ChainUnreadable();
        };
        require(fields.put(name, value) == null);
    }

    private static boolean isBytes(String name) {
        return switch (name) {
            case "hash", "key", "newKey", "follows", "signature", "digest", "sealed" -> true;
            default -> false;
        };
    }

    private void say(@Nullable StoredEntry entry) {
        if (fields.containsKey("seq")) {
            reader.link(new Link(number("seq"), id("id"), bytes("hash"), entry, bytesIfAny("digest")));
        } else if (fields.containsKey("anchor")) {
            reader.anchor(new Anchor(
                    number("anchor"), Instant.parse(text("at")), bytes("hash"), bytes("key"), bytes("signature")));
        } else if (fields.containsKey("newKey")) {
            reader.keyChanges(new KeyChange(bytes("newKey"), bytes("follows"), bytes("signature")));
        } else if (fields.containsKey("chain")) {
            reader.begins(text("chain"), number("after"), bytes("hash"), bytes("key"));
        } else {
            reader.ends(text("ends"), number("links"));
        }
    }

    private StoredEntry entry() {
        StoredEntry entry = new StoredEntry(
                id("id"),
                Instant.parse(text("at")),
                text("actorKind"),
                textIfAny("actor"),
                textIfAny("role"),
                text("act"),
                textIfAny("subjectKind"),
                textIfAny("subject"),
                text("outcome"),
                Math.toIntExact(number("count")),
                textIfAny("requestId"),
                bytesIfAny("sealed"),
                fields.containsKey("keyId") ? id("keyId") : null,
                number("arrived"));
        require(fields.isEmpty());
        return entry;
    }

    private String text(String name) {
        String value = textIfAny(name);
        if (value == null) {
            throw new ChainUnreadable();
        }
        return value;
    }

    private @Nullable String textIfAny(String name) {
        Object value = fields.remove(name);
        require(value == null || value instanceof String);
        return (String) value;
    }

    private UUID id(String name) {
        return UUID.fromString(text(name));
    }

    private long number(String name) {
        if (fields.remove(name) instanceof Long value) {
            return value;
        }
        throw new ChainUnreadable();
    }

    private byte[] bytes(String name) {
        byte[] value = bytesIfAny(name);
        if (value == null) {
            throw new ChainUnreadable();
        }
        return value;
    }

    private byte @Nullable [] bytesIfAny(String name) {
        Object value = fields.remove(name);
        require(value == null || value instanceof byte[]);
        return (byte[]) value;
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new ChainUnreadable();
        }
    }
}
