package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeFacts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One booking feeds one reason, and what adds to it. */
class ScoredTest {

    @Test
    void keepsTheReasonWithMostPoints() {
        Scored weaker = scored(Rule.B1, 1L, 100);
        Scored stronger = scored(Rule.R1, 1L, 101);

        assertThat(Scored.oneReasonPerBooking(List.of(weaker, stronger))).containsExactly(stronger);
    }

    @Test
    void keepsTheFirstRuleOfEqualOnes() {
        Scored first = scored(Rule.B1, 1L, 100);
        Scored second = scored(Rule.R1, 1L, 100);

        assertThat(Scored.oneReasonPerBooking(List.of(second, first))).containsExactly(first);
    }

    @Test
    void keepsWhatAddsToTheReasonKept() {
        Scored base = scored(Rule.B1, 1L, 100);
        Scored addOn = scored(Rule.B2, 1L, 300);
        Scored other = scored(Rule.R1, 1L, 99);

        assertThat(Scored.oneReasonPerBooking(List.of(base, addOn, other))).containsExactly(base, addOn);
    }

    @Test
    void dropsWhatAddsToAReasonDropped() {
        Scored base = scored(Rule.B1, 1L, 100);
        Scored addOn = scored(Rule.B2, 1L, 300);
        Scored other = scored(Rule.R1, 1L, 101);

        assertThat(Scored.oneReasonPerBooking(List.of(base, addOn, other))).containsExactly(other);
    }

    @Test
    void leavesOtherBookingsAndThoseWithoutOneAlone() {
        List<Scored> apart = List.of(scored(Rule.B1, 1L, 100), scored(Rule.R1, 2L, 200), scored(Rule.P1, null, 300));

        assertThat(Scored.oneReasonPerBooking(apart)).isEqualTo(apart);
    }

    private static Scored scored(Rule rule, @Nullable Long booking, int tenths) {
        return new Scored(rule, new Finding(booking, Course.fadingFrom(NOW), Map.of(), List.of()), tenths, false);
    }
}
