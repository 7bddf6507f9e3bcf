package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeCrm.enquired;
import static hotleads.core.leads.rules.SomeCrm.referred;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.outcome;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** E1 and E3. */
class NewEnquiryTest {

    @ParameterizedTest
    @CsvSource({"0, 500", "3, 250", "6, 125"})
    void halvesInThreeDaysFromWhenTheyWrote(double days, int tenths) {
        assertThat(someone().with(enquired(daysAgo(days))).reason("E1").tenths())
                .isEqualTo(tenths);
    }

    @Test
    void theWorkedExampleOfANewReferral() {
        SomeFacts person = someone().with(referred(daysAgo(2 / 24.0)));

        assertThat(person.reason("E1").tenths()).isEqualTo(490);
        assertThat(person.reason("E3").tenths()).isEqualTo(80);
        assertThat(person.evaluated().scoreTenths()).isEqualTo(570);
        assertThat(person.evaluated().band()).isEqualTo(Band.HOT);

        SomeFacts later = someone().with(referred(daysAgo(3)));
        assertThat(later.reason("E1").tenths()).isEqualTo(250);
        assertThat(later.reason("E3").tenths()).isEqualTo(75);
        assertThat(later.evaluated().scoreTenths()).isEqualTo(325);
        assertThat(later.evaluated().band()).isEqualTo(Band.WARM);
    }

    @Test
    void restsOnZohosRecordAndTellsHowTheyCame() {
        Reason reason = someone().with(enquired(daysAgo(1))).reason("E1");

        assertThat(reason.sentence()).isEqualTo(new Sentence("E1", Map.of("enquiredAt", daysAgo(1), "channel", "web")));
        assertThat(reason.evidence())
                .containsExactly(new Evidence(
                        Source.ZOHO,
                        Long.toString(SomeCrm.LEAD),
                        daysAgo(1),
                        daysAgo(1).plus(Duration.ofMinutes(10))));
        assertThat(reason.removedBy()).containsExactly("outcome", "booking", "junk");
        assertThat(someone().with(enquired(daysAgo(1))).evaluated().waitingSince())
                .isEqualTo(daysAgo(1));
    }

    @ParameterizedTest
    @EnumSource(OutcomeKind.class)
    void isRemovedByAnyOutcomeLoggedSince(OutcomeKind kind) {
        assertThat(someone()
                        .with(enquired(daysAgo(2)))
                        .with(outcome(kind, daysAgo(1)))
                        .rules())
                .doesNotContain("E1");
        assertThat(someone()
                        .with(enquired(daysAgo(2)))
                        .with(outcome(kind, daysAgo(3)))
                        .rules())
                .contains("E1");
    }

    @Test
    void isRemovedByABookingMadeSinceThoughThatWasCancelled() {
        BookingFact made = SomeBooking.madeAt(daysAgo(1), SomeBooking.cancelled(inDays(1), daysAgo(0.5)));

        assertThat(someone().with(referred(daysAgo(2))).with(made).rules()).doesNotContain("E1", "E3");
        assertThat(someone()
                        .with(referred(daysAgo(2)))
                        .with(SomeBooking.at(inDays(1)))
                        .rules())
                .doesNotContain("E1", "E3");
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, mode = EnumSource.Mode.EXCLUDE, names = "NEW")
    void isNotClaimedOnceZohoTellsAnythingElse(Stage stage) {
        assertThat(someone()
                        .with(SomeCrm.enquiry(daysAgo(2), "web", stage, null))
                        .rules())
                .doesNotContain("E1");
    }

    @Test
    void isNotClaimedOfOneThatBecameAContact() {
        assertThat(someone().with(SomeCrm.converted(daysAgo(2))).rules()).doesNotContain("E1");
    }

    @Test
    void aReferralThatIsJunkIsNone() {
        assertThat(someone()
                        .with(SomeCrm.enquiry(daysAgo(2), "referral", Stage.CLOSED, null))
                        .rules())
                .doesNotContain("E3");
        assertThat(someone()
                        .with(SomeCrm.enquiry(daysAgo(2), "referral", Stage.CONTACTED, null))
                        .rules())
                .contains("E3");
    }

    @Test
    void isMarkedWhenZohoIsLateAndStaysWhenItHasStopped() {
        SomeFacts person = someone().with(enquired(daysAgo(1)));

        assertThat(person.reason("E1").sourceLate()).isFalse();
        assertThat(person.zoho(daysAgo(0.5)).reason("E1").sourceLate()).isTrue();
        assertThat(person.zoho(inDays(0.5)).evaluated().nextChangeAt()).isBeforeOrEqualTo(inDays(0.5));
    }

    @Test
    void isWithheldWhenAcuityHasStopped() {
        assertThat(someone()
                        .with(enquired(daysAgo(1)))
                        .acuity(daysAgo(1), daysAgo(1))
                        .rules())
                .doesNotContain("E1");
    }

    @Test
    void anEnquiryIsAMoveOfTheirsThatOverrulesAnEarlierNo() {
        SomeFacts no = someone().with(outcome(OutcomeKind.NOT_INTERESTED, daysAgo(30)));

        assertThat(no.with(enquired(daysAgo(1))).evaluated().placement().state())
                .isEqualTo(Placement.State.LISTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTEMPTED", "CONTACTED", "QUALIFIED"})
    void anAnswerGivenInZohoIsAReplyToo(Stage stage) {
        SomeFacts replied = someone().with(SomeCrm.enquiry(daysAgo(9), "web", stage, daysAgo(5)));

        assertThat(replied.reason("E2").tenths()).isEqualTo(200);
        assertThat(replied.reason("E2").sentence().values()).containsEntry("kind", "in-zoho");
        assertThat(replied.with(outcome(OutcomeKind.LEFT_MESSAGE, daysAgo(4)))
                        .reason("E2")
                        .evidence())
                .extracting(Evidence::source)
                .containsExactly(Source.ACT);
        assertThat(someone()
                        .with(SomeCrm.enquiry(daysAgo(9), "web", Stage.CLOSED, daysAgo(5)))
                        .rules())
                .doesNotContain("E2");
    }
}
