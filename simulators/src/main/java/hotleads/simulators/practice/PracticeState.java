package hotleads.simulators.practice;

import java.util.List;

/** Everything about the practice that a restart must find again. */
public record PracticeState(long nextId, List<Booking> bookings, List<Block> blocks) {

    public PracticeState {
        bookings = List.copyOf(bookings);
        blocks = List.copyOf(blocks);
    }

    public static PracticeState empty() {
        return new PracticeState(FIRST_ID, List.of(), List.of());
    }

    static final long FIRST_ID = 399_682_001;
}
