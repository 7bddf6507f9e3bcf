package hotleads.core.firstcontact;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.firstcontact.Enquiries.Enquiry;
import hotleads.core.firstcontact.FirstContactsController.OwnMedian;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MedianTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
    private static final UUID TONY = new UUID(0, 1);
    private static final UUID ROB = new UUID(0, 2);

    @Test
    void isEachOnesOwnOfWhatTheyWereFirstToAnswer() {
        assertThat(FirstContactsController.medians(List.of(
                        answered(10, TONY),
                        answered(30, TONY),
                        answered(500, TONY),
                        answered(7, ROB),
                        answered(9, ROB))))
                .containsExactly(new OwnMedian(TONY, 3, 30), new OwnMedian(ROB, 2, 7));
    }

    @Test
    void leavesOutWhatNobodyAnsweredAndWhatZohoTells() {
        assertThat(FirstContactsController.medians(
                        List.of(answered(10, null), new Enquiry(UUID.randomUUID(), MONDAY, null, null))))
                .isEmpty();
    }

    private static Enquiry answered(int minutes, @Nullable UUID by) {
        return new Enquiry(UUID.randomUUID(), MONDAY, MONDAY.plusSeconds(minutes * 60L), by);
    }
}
