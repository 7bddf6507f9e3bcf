package hotleads.core.leads;

import hotleads.core.leads.rules.Evaluation;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** What is sealed of an evaluation: all that is words. */
record StoredEvaluation(List<ReasonShown> reasons, PlacementShown placement) {
    static StoredEvaluation of(Evaluation evaluation) {
        return new StoredEvaluation(
                evaluation.reasons().stream().map(ReasonShown::of).toList(), PlacementShown.of(evaluation.placement()));
    }

    /** @param words what was sealed, as this mapper wrote it */
    static StoredEvaluation read(byte[] words, JsonMapper mapper) {
        byte[] reasons = {};
        byte[] placement = {};
        try (JsonParser parser = mapper.createParser(words)) {
            parser.nextToken();
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                byte[] value = value(words, parser);
                switch (name) {
                    case "reasons" -> reasons = value;
                    case "placement" -> placement = value;
                    default -> {}
                }
            }
        }
        return new StoredEvaluation(
                new StoredReasons(reasons, mapper), mapper.readValue(placement, PlacementShown.class));
    }

    /** The bytes of the value that the parser has come to, which it leaves behind. */
    private static byte[] value(byte[] words, JsonParser parser) {
        long begins = parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Arrays.copyOfRange(
                words, (int) begins, (int) parser.currentLocation().getByteOffset());
    }
}
