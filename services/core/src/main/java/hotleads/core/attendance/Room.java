package hotleads.core.attendance;

import java.util.List;

/**
 * One time a room was open.
 *
 * @param run the number its observations go by
 * @param own the session's practitioner's; false for any other's at that time
 * @param people how many the provider counted
 * @param stays in the order they began; none where the provider lists nobody
 * @param settled read late enough after its end for the list to grow no more
 * @param witness what hooks told of it
 */
record Room(long run, boolean own, Span open, int people, List<Stay> stays, boolean settled, Witness witness) {
    /**
     * What hooks told.
     *
     * @param whole from its opening to its closing
     * @param others anybody but the host joined
     * @param outside anybody stood in the waiting room
     */
    record Witness(boolean whole, boolean others, boolean outside) {
        static final Witness NONE = new Witness(false, false, false);
    }

    boolean isEmptyButForItsHost() {
        return people <= 1 && stays.stream().allMatch(Stay::host);
    }
}
