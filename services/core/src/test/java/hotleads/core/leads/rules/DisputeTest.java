package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeBooking.cancelled;
import static hotleads.core.leads.rules.SomeFacts.NOW;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** "This reason is wrong". */
class DisputeTest {
    private final SomeFacts person = someone().with(cancelled(inDays(5), NOW));

    @Test
    void removesTheReason() {
        SomeFacts disputed = person.disputing(person.reason("B1"));

        assertThat(disputed.rules()).isEmpty();
        assertThat(disputed.evaluated().scoreTenths()).isZero();
    }

    @Test
    void takesWhatAddsToItAlong() {
        SomeFacts late = someone().with(cancelled(inDays(0.5), NOW));

        assertThat(late.rules()).contains("B2");
        assertThat(late.disputing(late.reason("B1")).rules()).isEmpty();
    }

    @Test
    void leavesTheSameRulesOtherReasons() {
        SomeFacts both = person.with(cancelled(inDays(9), NOW));

        assertThat(both.disputing(both.reason("B1")).rules()).containsExactly("B1");
    }

    @Test
    void holdsOnlyWhileTheEvidenceIsWhatItWas() {
        SomeFacts disputed = person.disputing(person.reason("B1"));

        assertThat(disputed.with(cancelled(inDays(5), daysAgo(1))).rules()).contains("B1");
    }

    @Test
    void holdsAsTimeGoesOn() {
        SomeFacts disputed = person.disputing(person.reason("B1"));

        assertThat(disputed.rulesAt(inDays(2))).isEmpty();
    }

    @Test
    void cannotNameAnAdjustment() {
        SomeFacts capped = someone().with(cancelled(inDays(7), NOW), cancelled(inDays(14), NOW));

        assertThat(capped.reason("CAP-BOOKING").key()).isNull();
        assertThat(capped.reason("B1").key()).startsWith("B1-").hasSize(3 + 24);
    }

    @Test
    void namesRulesApartThatRestOnTheSame() {
        SomeFacts late = someone().with(cancelled(inDays(0.5), NOW));

        assertThat(late.reason("B1").evidence()).isEqualTo(late.reason("B2").evidence());
        assertThat(late.reason("B1").key()).isNotEqualTo(late.reason("B2").key());
    }
}
