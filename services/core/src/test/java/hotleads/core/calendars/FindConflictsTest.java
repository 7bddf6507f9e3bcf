package hotleads.core.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.calendars.CalendarBookings.Session;
import hotleads.core.calendars.Conflict.Kind;
import hotleads.core.calendars.GoogleEvents.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindConflictsTest {
    private static final Instant NINE = Instant.parse("2026-11-24T14:00:00Z");
    private static final UUID ANA = new UUID(0, 1);
    private static final UUID BO = new UUID(0, 2);

    @Test
    void severalPeopleInOneSessionAreAGroupAndOnePersonTwiceIsNot() {
        assertThat(kinds(session(1, ANA, 5, NINE), session(2, BO, 5, NINE))).isEmpty();
        assertThat(kinds(session(1, ANA, 5, NINE), session(2, ANA, 5, NINE))).containsExactly(Kind.DOUBLE_BOOKING);
        assertThat(kinds(session(1, ANA, 5, NINE), session(2, BO, 6, NINE))).containsExactly(Kind.DOUBLE_BOOKING);
    }

    @Test
    void whatIsOverIsNobodysConflictAnyMore() {
        Session one = session(1, ANA, 5, NINE);
        Session other = session(2, BO, 6, NINE);

        assertThat(FindConflicts.in(known(List.of(one, other), List.of(), Set.of(), NINE.plusSeconds(7_200))))
                .isEmpty();
    }

    @Test
    void backToBackIsNoOverlap() {
        assertThat(kinds(session(1, ANA, 5, NINE), session(2, BO, 6, NINE.plus(Duration.ofMinutes(50)))))
                .isEmpty();
    }

    @Test
    void nothingIsSaidOfGoogleBeforeGoogleWasReadAgain() {
        Session session = session(1, ANA, 5, NINE);

        assertThat(FindConflicts.in(known(List.of(session), List.of(), Set.of(), NINE)))
                .isEmpty();
        assertThat(FindConflicts.in(known(List.of(session), List.of(), Set.of(1L), NINE)))
                .extracting(Conflict::kind)
                .containsExactly(Kind.NOT_IN_GOOGLE);
    }

    @Test
    void anEventWhoseBookingIsNoMoreIsOnlyInGoogle() {
        Stored event = new Stored(1, 7, NINE, NINE.plusSeconds(3_000), false, true, false, 99L);

        assertThat(FindConflicts.in(known(List.of(), List.of(event), Set.of(99L), NINE)))
                .extracting(Conflict::kind)
                .containsExactly(Kind.ONLY_IN_GOOGLE);
    }

    @Test
    void whatDoesNotLieInWorkingTimeIsOutsideOfIt() {
        Session early = session(1, ANA, 5, NINE);
        Session late = session(2, BO, 5, NINE.plus(Duration.ofHours(3)));
        FindConflicts.Known known = new FindConflicts.Known(
                7, List.of(early, late), List.of(), late::equals, List.of(), Set.of(), NINE.minusSeconds(60));

        assertThat(FindConflicts.in(known)).extracting(Conflict::booking).containsExactly(1L);
    }

    /** Random calendars against the plainest way to say it. */
    @Test
    void overlapsAreFoundExactly() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            List<Session> sessions = IntStream.range(0, random.nextInt(8))
                    .mapToObj(i -> session(
                            i,
                            new UUID(0, random.nextInt(3)),
                            random.nextInt(2),
                            NINE.plus(Duration.ofMinutes(10L * random.nextInt(30)))))
                    .sorted(java.util.Comparator.comparing(Session::startsAt).thenComparing(Session::id))
                    .toList();
            long expected = 0;
            for (Session one : sessions) {
                for (Session other : sessions) {
                    boolean group = one.type() == other.type()
                            && one.startsAt().equals(other.startsAt())
                            && !one.person().equals(other.person());
                    expected += one.id() < other.id() && one.overlaps(other) && !group ? 1 : 0;
                }
            }
            assertThat(FindConflicts.in(known(sessions, List.of(), Set.of(), NINE.minusSeconds(60))))
                    .filteredOn(conflict -> conflict.kind() == Kind.DOUBLE_BOOKING)
                    .hasSize((int) expected);
        }
    }

    private static List<Kind> kinds(Session... sessions) {
        return FindConflicts.in(known(List.of(sessions), List.of(), Set.of(), NINE.minus(Duration.ofDays(1)))).stream()
                .map(Conflict::kind)
                .toList();
    }

    private static FindConflicts.Known known(
            List<Session> sessions, List<Stored> events, Set<Long> settled, Instant now) {
        return new FindConflicts.Known(7, sessions, events, all -> true, List.of(), settled, now);
    }

    private static Session session(long id, UUID person, long type, Instant start) {
        return new Session(id, 7, person, type, start, start.plus(Duration.ofMinutes(50)));
    }
}
