package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListPlaceTest {
    private static final UUID FIRST = UUID.fromString("10000000-0000-0000-0000-000000000000");
    private static final UUID SECOND = UUID.fromString("f0000000-0000-0000-0000-000000000000");

    @Test
    void putsHigherScoresFirst() {
        assertThat(new ListPlace(461, NOW, SECOND)).isLessThan(new ListPlace(460, daysAgo(9), FIRST));
    }

    @Test
    void putsOlderEvidenceFirstAmongEqualScores() {
        assertThat(new ListPlace(460, daysAgo(9), SECOND)).isLessThan(new ListPlace(460, NOW, FIRST));
        assertThat(new ListPlace(460, NOW, SECOND)).isLessThan(new ListPlace(460, null, FIRST));
    }

    @Test
    void goesByTheIdAsWrittenAtLast() {
        Stream<ListPlace> places = Stream.of(new ListPlace(460, NOW, SECOND), new ListPlace(460, NOW, FIRST));

        assertThat(places.sorted().map(ListPlace::person)).containsExactly(FIRST, SECOND);
    }

    @Test
    void isEqualToItselfOnly() {
        assertThat(new ListPlace(460, NOW, FIRST)).isEqualByComparingTo(new ListPlace(460, NOW, FIRST));
    }
}
