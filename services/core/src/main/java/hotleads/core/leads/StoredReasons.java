package hotleads.core.leads;

import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reasons as they were sealed. A page gets their JSON as it is, which costs a tenth of reading and writing it; it is
 * read when somebody asks what they say.
 */
@JsonSerialize(using = StoredReasons.Verbatim.class)
final class StoredReasons extends AbstractList<ReasonShown> {
    private final byte[] json;
    private final JsonMapper mapper;
    private @Nullable List<ReasonShown> read;

    /** @param json an array of {@link ReasonShown}, as this mapper wrote it */
    StoredReasons(byte[] json, JsonMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    private List<ReasonShown> read() {
        List<ReasonShown> known = read;
        if (known == null) {
            known = mapper.readValue(json, new TypeReference<List<ReasonShown>>() {});
            read = known;
        }
        return known;
    }

    @Override
    public ReasonShown get(int index) {
        return read().get(index);
    }

    @Override
    public int size() {
        return read().size();
    }

    /** Writes the bytes that were read. */
    static final class Verbatim extends ValueSerializer<StoredReasons> {
        @Override
        public void serialize(StoredReasons reasons, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(new String(reasons.json, StandardCharsets.UTF_8));
        }
    }
}
