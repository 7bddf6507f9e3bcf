package hotleads.simulators.history;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    private static final Instant UNTIL = Instant.parse("2026-11-23T14:00:00Z");

    private final Script script = Script.endingAt(UNTIL, 1);

    @Test
    void isTheSameForTheSameSeedAndEnd() {
        assertThat(Script.endingAt(UNTIL, 1)).isEqualTo(script);
        assertThat(Script.endingAt(UNTIL, 2)).isNotEqualTo(script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T05:00:00Z", "2026-12-31T23:00:00Z", "2027-03-15T12:00:00Z"})
    void isAYearOfSixtyPeopleAndAThousandBookingsWheneverItEnds(String end) {
        Instant until = Instant.parse(end);
        Script played = Script.endingAt(until, 1);

        assertThat(Duration.between(played.begins(), until).toDays()).isBetween(340L, 390L);
        assertThat(books(played).count()).isBetween(1_000L, 1_500L);
        assertThat(books(played).map(book -> book.wish().client().name()).distinct())
                .hasSize(60);
    }

    @Test
    void goesForwardInTimeAndEndsBeforeItsEnd() {
        assertThat(script.deeds()).isSortedAccordingTo(Comparator.comparing(Deed::at));
        assertThat(script.deeds()).allMatch(deed -> deed.at().isBefore(UNTIL));
    }

    @Test
    void nothingHappensToABookingBeforeItIsMadeNorAfterItsEnd() {
        Map<Integer, List<Deed>> lives = script.deeds().stream().collect(groupingBy(Deed::booking));

        assertThat(lives.values()).allSatisfy(life -> {
            assertThat(life.getFirst()).isInstanceOf(Deed.Book.class);
            assertThat(life.stream().filter(Deed.Book.class::isInstance)).hasSize(1);
            assertThat(life.subList(0, life.size() - 1)).noneMatch(Deed.Cancel.class::isInstance);
        });
    }

    @Test
    void sessionsAreMovedAndCancelledWithMuchNoticeAndLittle() {
        List<Duration> notices = script.deeds().stream()
                .filter(deed -> deed instanceof Deed.Cancel cancel && !cancel.noShow())
                .map(deed -> Duration.between(deed.at(), startOf(deed.booking())))
                .toList();

        assertThat(notices)
                .hasSizeGreaterThan(30)
                .anyMatch(one -> one.toHours() < 24)
                .anyMatch(one -> one.toDays() > 2);
        assertThat(moves()).hasSizeGreaterThan(40);
        assertThat(moves())
                .allMatch(
                        move -> move.at().isBefore(bookOf(move.booking()).wish().startsAt()));
    }

    @Test
    void someSessionsWereMissedAndAreMarkedSoAfterwards() {
        List<Deed> missed = script.deeds().stream()
                .filter(deed -> deed instanceof Deed.Cancel cancel && cancel.noShow())
                .toList();

        assertThat(missed).hasSizeGreaterThan(10).allMatch(deed -> deed.at().isAfter(startOf(deed.booking())));
    }

    @Test
    void itsLastDaysAreWholeLivesOfWhatWasBookedInThem() {
        Script month = script.last(Duration.ofDays(30));

        assertThat(month.begins()).isAfterOrEqualTo(UNTIL.minus(Duration.ofDays(30)));
        assertThat(books(month).count()).isBetween(30L, 300L);
        assertThat(month.deeds())
                .containsExactlyElementsOf(script.deeds().stream()
                        .filter(deed -> !bookOf(deed.booking()).at().isBefore(UNTIL.minus(Duration.ofDays(30))))
                        .toList());
    }

    private List<Deed.Move> moves() {
        return script.deeds().stream()
                .filter(Deed.Move.class::isInstance)
                .map(Deed.Move.class::cast)
                .toList();
    }

    private Instant startOf(int booking) {
        return bookOf(booking).wish().startsAt();
    }

    private Deed.Book bookOf(int booking) {
        return books(script)
                .filter(book -> book.booking() == booking)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Deed.Book> books(Script script) {
        return script.deeds().stream().filter(Deed.Book.class::isInstance).map(Deed.Book.class::cast);
    }
}
