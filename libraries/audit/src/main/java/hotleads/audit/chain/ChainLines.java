package hotleads.audit.chain;

import java.io.OutputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a chain as lines of JSON: the form of exports, of anchor files and of what auth hands to core. */
public final class ChainLines implements ChainReader, AutoCloseable {
    static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final JsonGenerator json;

    /** @param out is flushed, never closed */
    public ChainLines(OutputStream out) {
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    @Override
    public void begins(String chain, long after, byte[] hash, byte[] key) {
        json.writeStartObject();
        json.writeStringProperty("chain", chain);
        json.writeNumberProperty("after", after);
        json.writeBinaryProperty("hash", hash);
        json.writeBinaryProperty("key", key);
        end();
    }

    @Override
    public void keyChanges(KeyChange change) {
        json.writeStartObject();
        json.writeBinaryProperty("newKey", change.key());
        json.writeBinaryProperty("follows", change.follows());
        json.writeBinaryProperty("signature", change.signature());
        end();
    }

    @Override
    public void link(Link link) {
        json.writeStartObject();
        json.writeNumberProperty("seq", link.seq());
        json.writeBinaryProperty("hash", link.hash());
        json.writeStringProperty("id", link.entryId().toString());
        StoredEntry entry = link.entry();
        if (entry != null) {
            json.writeObjectPropertyStart("entry");
            write(entry);
            json.writeEndObject();
        } else if (link.digest() != null) {
            json.writeBinaryProperty("digest", link.digest());
        }
        end();
    }

    private void write(StoredEntry entry) {
        json.writeStringProperty("id", entry.id().toString());
        json.writeStringProperty("at", entry.at().toString());
        text("actorKind", entry.actorKind());
        text("actor", entry.actor());
        text("role", entry.role());
        text("act", entry.act());
        text("subjectKind", entry.subjectKind());
        text("subject", entry.subject());
        text("outcome", entry.outcome());
        json.writeNumberProperty("count", entry.count());
        text("requestId", entry.requestId());
        if (entry.sealed() != null) {
            json.writeBinaryProperty("sealed", entry.sealed());
        }
        UUID key = entry.keyId();
        text("keyId", key == null ? null : key.toString());
        json.writeNumberProperty("arrived", entry.arrived());
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    @Override
    public void anchor(Anchor anchor) {
        json.writeStartObject();
        json.writeNumberProperty("anchor", anchor.seq());
        json.writeStringProperty("at", anchor.at().toString());
        json.writeBinaryProperty("hash", anchor.hash());
        json.writeBinaryProperty("key", anchor.key());
        json.writeBinaryProperty("signature", anchor.signature());
        end();
    }

    @Override
    public void ends(String chain, long links) {
        json.writeStartObject();
        json.writeStringProperty("ends", chain);
        json.writeNumberProperty("links", links);
        end();
    }

    private void end() {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() {
        json.close();
    }
}
