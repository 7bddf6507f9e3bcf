package hotleads.core.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was made of who was in which room.
 *
 * @param state never {@link AttendanceState#MISSED} on one fact alone
 * @param rung by what they were known; null when they were not
 * @param present when they were in the meeting, overlaps once
 * @param arrivedAt when they came, the waiting room included
 * @param presentSeconds within the booked span
 * @param hostSeconds how long the practitioner was there within the booked span
 * @param settled nothing that comes later can change it
 * @param runs the runs it stands on
 */
public record Judgement(
        Verdict verdict,
        AttendanceState state,
        @Nullable Rung rung,
        List<Span> present,
        @Nullable Instant arrivedAt,
        long presentSeconds,
        long hostSeconds,
        Set<Fact> facts,
        boolean settled,
        List<Long> runs) {
    public static final Judgement NOT_FETCHED = new Judgement(
            Verdict.UNKNOWN, AttendanceState.NOT_FETCHED, null, List.of(), null, 0, 0, Set.of(), false, List.of());

    public Judgement {
        present = List.copyOf(present);
        facts = Set.copyOf(facts);
        runs = List.copyOf(runs);
    }
}
