package hotleads.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.hours.Hours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactTimesTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final ContactTimes STARTING = ContactTimes.KIND.starting();

    @ParameterizedTest
    @CsvSource({
        // Tuesday at 8:59am, and at 7pm; Friday night and Saturday: until Monday.
        "2030-11-26T13:59:00Z, 2030-11-26T14:00:00Z",
        "2030-11-27T00:00:00Z, 2030-11-27T14:00:00Z",
        "2030-11-30T01:00:00Z, 2030-12-02T14:00:00Z",
        "2030-11-30T17:00:00Z, 2030-12-02T14:00:00Z",
        // The Friday before the clocks go forward, for the Monday after.
        "2030-03-09T12:00:00Z, 2030-03-11T13:00:00Z"
    })
    void openWhenTheNextHoursBegin(Instant now, Instant opens) {
        assertThat(STARTING.opensAt(now, ZONE)).contains(opens);
    }

    @ParameterizedTest
    @CsvSource({"2030-11-26T14:00:00Z", "2030-11-26T23:59:59Z"})
    void areOpenMeanwhile(Instant now) {
        assertThat(STARTING.opensAt(now, ZONE)).isEmpty();
    }

    @Test
    void areAlwaysWhereNoneAreSaid() {
        assertThat(new ContactTimes(List.of()).opensAt(Instant.EPOCH, ZONE)).isEmpty();
    }

    @Test
    void goOnOverMidnightWhereTheyShould() {
        ContactTimes always = new ContactTimes(IntStream.rangeClosed(1, 7)
                .mapToObj(day -> new Hours(day, 0, Hours.DAY))
                .toList());

        assertThat(always.opensAt(Instant.parse("2030-11-26T05:00:00Z"), ZONE)).isEmpty();
        assertThat(always.opensAt(Instant.parse("2030-11-26T04:59:59Z"), ZONE)).isEmpty();
    }

    @Test
    void onceAWeekOpenAgainAWeekLater() {
        ContactTimes tuesdays = new ContactTimes(List.of(new Hours(2, 540, 600)));

        assertThat(tuesdays.opensAt(Instant.parse("2030-11-26T16:00:00Z"), ZONE))
                .contains(Instant.parse("2030-12-03T14:00:00Z"));
    }
}
