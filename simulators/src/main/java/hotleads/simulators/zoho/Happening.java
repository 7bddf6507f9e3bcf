package hotleads.simulators.zoho;

import java.time.Instant;
import java.util.Map;

/**
 * Something that is done in the CRM at a moment.
 *
 * @param who what the script calls the record, as ids come only with making
 * @param what fields that are written; of a merge, the other record's word under {@code loser}
 */
record Happening(Instant at, Kind kind, String who, Map<String, String> what) {

    /** What is done. */
    enum Kind {
        ENQUIRE,
        CHANGE,
        CONVERT,
        TASK,
        DELETE,
        MERGE
    }

    Happening {
        what = Map.copyOf(what);
    }
}
