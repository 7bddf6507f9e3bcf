package hotleads.core.leads.rules;

import static hotleads.core.leads.rules.SomeCrm.overdueFrom;
import static hotleads.core.leads.rules.SomeFacts.daysAgo;
import static hotleads.core.leads.rules.SomeFacts.inDays;
import static hotleads.core.leads.rules.SomeFacts.someone;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P2. */
class TaskOverdueTest {

    @ParameterizedTest
    @CsvSource({"1, 110", "2, 220", "9, 220", "16, 220", "30, 110"})
    void buildsForTwoDaysHoldsForFourteenAndThenFades(double days, int tenths) {
        assertThat(someone().with(overdueFrom(daysAgo(days))).reason("P2").tenths())
                .isEqualTo(tenths);
    }

    @Test
    void isNothingBeforeItsDayIsOverAndSaysWhenThatIs() {
        SomeFacts person = someone().with(overdueFrom(inDays(1)));

        assertThat(person.rules()).doesNotContain("P2");
        assertThat(person.evaluated().nextChangeAt()).isBetween(inDays(1), inDays(1.01));
    }

    @Test
    void listsWhoeverHasBookedToo() {
        SomeFacts booked = someone().with(SomeBooking.at(inDays(3)));

        assertThat(booked.evaluated().placement().state()).isEqualTo(Placement.State.OFF_THE_LIST);
        assertThat(booked.with(overdueFrom(daysAgo(3))).evaluated().placement().state())
                .isEqualTo(Placement.State.LISTED);
    }

    @Test
    void ofSeveralTheLastThatCameDueSpeaks() {
        SomeFacts person = someone().with(overdueFrom(daysAgo(40)), overdueFrom(daysAgo(3)), overdueFrom(inDays(2)));

        Reason reason = person.reason("P2");

        assertThat(reason.sentence().values()).containsEntry("tasks", 2L).containsEntry("dueAt", daysAgo(4));
        assertThat(reason.tenths()).isEqualTo(220);
    }

    @Test
    void saysWhenZohoIsLateAndDoesNotNeedAcuity() {
        SomeFacts person = someone().with(overdueFrom(daysAgo(3)));

        assertThat(person.zoho(daysAgo(1)).reason("P2").sourceLate()).isTrue();
        assertThat(person.acuity(daysAgo(1), daysAgo(1)).rules()).contains("P2");
    }
}
