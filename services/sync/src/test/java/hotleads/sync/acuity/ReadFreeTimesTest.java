package hotleads.sync.acuity;

import static hotleads.sync.AcuityStandIn.json;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.TimeCheckQuery;
import hotleads.sync.AcuityStandIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Free times, as Acuity writes them. */
class ReadFreeTimesTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T20:30:00Z");

    private final AcuityStandIn acuity = new AcuityStandIn();
    private final SomeReads reads = new SomeReads(acuity.uri());

    @AfterEach
    void stop() {
        acuity.close();
    }

    @Test
    void areAskedForInAZone() {
        acuity.reacts(json(200, "[{\"date\":\"2026-12-01\"}]"));

        var dates = reads.freeTimes.dates(new FreeDatesQuery(YearMonth.of(2026, 12), 1, 2, "America/New_York"));

        assertThat(dates.content()).containsExactly(LocalDate.of(2026, 12, 1));
        assertThat(acuity.asked().getFirst().path())
                .isEqualTo(
                        "/acuity/api/v1/availability/dates?month=2026-12&appointmentTypeID=1&calendarID=2&timezone=America%2FNew_York");
    }

    @Test
    void areLeftOutWhenNoPlaceIsLeft() {
        acuity.reacts(json(200, """
                [{"time":"2026-11-24T15:30:00-0500","slotsAvailable":1},{"time":"2026-11-24T16:30:00-05:00","slotsAvailable":"0"}]"""));

        var times = reads.freeTimes.times(new FreeTimesQuery(LocalDate.of(2026, 11, 24), 1, 2, "America/New_York"));

        assertThat(times.content()).containsExactly(TUESDAY);
    }

    @Test
    void areNoneOfThemBelievedWhenOneCannotBeRead() {
        acuity.reacts(json(200, "[{\"time\":\"2026-11-24T15:30:00-0500\"},{\"time\":\"3:30pm\"}]"));

        var times = reads.freeTimes.times(new FreeTimesQuery(LocalDate.of(2026, 11, 24), 1, 2, "America/New_York"));

        assertThat(times.cause()).isEqualTo("bad-content");
    }

    @Test
    void areCheckedWhetherAnObjectOrAListComesBack() {
        acuity.reacts(json(200, "{\"datetime\":\"2026-11-24T20:30:00+0000\",\"valid\":true}"));
        assertThat(check().content()).isTrue();

        acuity.reacts(json(200, "[{\"datetime\":\"2026-11-24T20:30:00+0000\",\"valid\":false}]"));
        assertThat(check().content()).isFalse();
    }

    @Test
    void areTakenWhenAcuitySaysSoUnderWhateverNumber() {
        for (int status : new int[] {400, 409, 422}) {
            acuity.reacts(
                    json(status, "{\"status_code\":" + status + ",\"message\":\"x\",\"error\":\"not_available\"}"));

            assertThat(check().content()).isFalse();
        }
    }

    @Test
    void areNotCheckedByAnAnswerWithoutAWordOnIt() {
        acuity.reacts(json(200, "{\"datetime\":\"2026-11-24T20:30:00+0000\"}"));

        assertThat(check().cause()).isEqualTo("bad-content");
    }

    private ProviderAnswer<Boolean> check() {
        return reads.freeTimes.check(new TimeCheckQuery(TUESDAY, 1, 2));
    }
}
