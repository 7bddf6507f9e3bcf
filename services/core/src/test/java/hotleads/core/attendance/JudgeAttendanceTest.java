package hotleads.core.attendance;

import static hotleads.core.attendance.SomeSession.ANA;
import static hotleads.core.attendance.SomeSession.between;
import static hotleads.core.attendance.SomeSession.elsewhere;
import static hotleads.core.attendance.SomeSession.group;
import static hotleads.core.attendance.SomeSession.guest;
import static hotleads.core.attendance.SomeSession.host;
import static hotleads.core.attendance.SomeSession.judged;
import static hotleads.core.attendance.SomeSession.known;
import static hotleads.core.attendance.SomeSession.registered;
import static hotleads.core.attendance.SomeSession.ringing;
import static hotleads.core.attendance.SomeSession.room;
import static hotleads.core.attendance.SomeSession.signedIn;
import static hotleads.core.attendance.SomeSession.waiting;
import static hotleads.core.attendance.SomeSession.with;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.attendance.Room.Witness;
import org.junit.jupiter.api.Test;

/** What is made of who was in which room. */
class JudgeAttendanceTest {
    private static final Witness SAW_NOBODY = new Witness(true, false, false);

    @Test
    void whoTypedTheirNameAndStayedAttended() {
        Judgement judged = judged(with(ANA), room(host(-2, 51), guest("Ana Reyes", 1, 50)));

        assertThat(judged.state()).isEqualTo(AttendanceState.ATTENDED);
        assertThat(judged.rung()).isEqualTo(Rung.NAME);
        assertThat(judged.presentSeconds()).isEqualTo(49 * 60);
    }

    @Test
    void theSurestRungIsNamed() {
        assertThat(judged(with(ANA), room(host(0, 50), registered("A.", "ana@example.org", 0, 50)))
                        .rung())
                .isEqualTo(Rung.REGISTRANT);
        assertThat(judged(with(ANA), room(host(0, 50), signedIn("A.", "ana@example.org", 0, 50)))
                        .rung())
                .isEqualTo(Rung.EMAIL);
        assertThat(judged(with(ANA), room(host(0, 50), ringing("+12025550103", 0, 50)))
                        .rung())
                .isEqualTo(Rung.PHONE);
        assertThat(judged(with(ANA), room(host(0, 50), guest("Ana", 0, 50))).rung())
                .isEqualTo(Rung.GIVEN_NAME);
    }

    @Test
    void namesAreReadInEitherOrderAndWithoutAccents() {
        Known jose = known("José", "Ñandú", "j@example.org", "+12025550104");

        assertThat(judged(with(jose), room(host(0, 50), guest("Nandu Jose", 0, 50)))
                        .verdict())
                .isEqualTo(Verdict.ATTENDED);
    }

    @Test
    void presenceIsSummedOnceOverRejoinsAndDevices() {
        Judgement judged = judged(
                with(ANA),
                room(host(0, 50), guest("Ana Reyes", 0, 20), guest("Ana Reyes", 22, 50), guest("Ana Reyes", 25, 45)));

        assertThat(judged.present()).containsExactly(between(0, 20), between(22, 50));
        assertThat(judged.presentSeconds()).isEqualTo(48 * 60);
    }

    @Test
    void twoRunsOfTheRoomAreOneSession() {
        Judgement judged = judged(
                with(ANA),
                room(host(-1, 15), guest("Ana Reyes", 0, 15)),
                room(host(16, 50), guest("Ana Reyes", 16, 50)));

        assertThat(judged.presentSeconds()).isEqualTo(49 * 60);
        assertThat(judged.runs()).hasSize(2);
    }

    @Test
    void tenMinutesLateIsLateAndNineAreNot() {
        assertThat(judged(with(ANA), room(host(0, 50), guest("Ana Reyes", 10, 50)))
                        .state())
                .isEqualTo(AttendanceState.LATE);
        assertThat(judged(with(ANA), room(host(0, 50), guest("Ana Reyes", 9, 50)))
                        .state())
                .isEqualTo(AttendanceState.ATTENDED);
    }

    @Test
    void whoWaitedOutsideInTimeWasNotLate() {
        assertThat(judged(with(ANA), room(host(12, 50), waiting("Ana Reyes", 0, 13), guest("Ana Reyes", 13, 50)))
                        .state())
                .isEqualTo(AttendanceState.ATTENDED);
    }

    @Test
    void whoWentBeforeHalfOfItLeftEarly() {
        assertThat(judged(with(ANA), room(host(0, 30), guest("Ana Reyes", 0, 20)))
                        .state())
                .isEqualTo(AttendanceState.LEFT_EARLY);
    }

    @Test
    void whoWentTogetherWithThePractitionerDidNot() {
        assertThat(judged(with(ANA), room(host(0, 20), guest("Ana Reyes", 0, 20)))
                        .state())
                .isEqualTo(AttendanceState.ATTENDED);
    }

    @Test
    void aLonePractitionerIsNoProofByItself() {
        Judgement judged = judged(with(ANA), room(host(-1, 17)));

        assertThat(judged.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(judged.state()).isEqualTo(AttendanceState.UNCONFIRMED);
        assertThat(judged.hostSeconds()).isEqualTo(17 * 60);
    }

    @Test
    void twoFactsThatDoNotDependOnEachOtherAre() {
        Judgement judged = judged(with(ANA), room(SAW_NOBODY, true, host(-1, 17)));

        assertThat(judged.state()).isEqualTo(AttendanceState.MISSED);
        assertThat(judged.facts()).containsExactlyInAnyOrder(Fact.HOST_ALONE, Fact.HOOKS_SAW_NOBODY);
    }

    @Test
    void nothingIsMissedBeforeTheListHasStoppedGrowing() {
        assertThat(judged(with(ANA), room(Witness.NONE, false, host(-1, 17))).state())
                .isEqualTo(AttendanceState.NOT_FETCHED);
    }

    @Test
    void aRoomThatWasOpenForAMomentSaysNothing() {
        Judgement judged = judged(with(ANA), room(host(0, 5)));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.facts()).contains(Fact.SHORTLY_OPEN);
    }

    @Test
    void noRoomIsNoAbsence() {
        assertThat(judged(with(ANA)).state()).isEqualTo(AttendanceState.NOT_ON_ZOOM);
        assertThat(judged(with(ANA)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aStrangerIsSomeone() {
        assertThat(judged(with(ANA), room(host(0, 50), guest("iPhone", 0, 50))).state())
                .isEqualTo(AttendanceState.SOMEONE_JOINED);
        assertThat(judged(with(ANA), room(host(0, 50), guest("", 0, 50))).state())
                .isEqualTo(AttendanceState.SOMEONE_JOINED);
    }

    @Test
    void aHookThatSawSomebodyIsBelievedBeforeACount() {
        assertThat(judged(with(ANA), room(new Witness(true, true, false), true, host(0, 20)))
                        .state())
                .isEqualTo(AttendanceState.SOMEONE_JOINED);
    }

    @Test
    void whoWasNotLetInDidNotMissIt() {
        Judgement judged = judged(with(ANA), room(new Witness(true, false, true), true, host(0, 20)));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.facts()).contains(Fact.WAITED_OUTSIDE);
    }

    @Test
    void whoSatInAnotherRoomDidNotMissIt() {
        Judgement judged = judged(
                with(ANA), room(host(0, 20)), elsewhere(host(0, 50), guest("Ana Reyes", 1, 6), guest("Bo", 0, 50)));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judged.facts()).contains(Fact.OTHER_ROOM);
    }

    @Test
    void aNameDoesNotCountInAGroup() {
        assertThat(judged(group(ANA), room(host(0, 50), guest("Ana Reyes", 0, 50), guest("Bo Lee", 0, 50)))
                        .state())
                .isEqualTo(AttendanceState.SOMEONE_JOINED);
        assertThat(judged(group(ANA), room(host(0, 50), signedIn("Ana", "ana@example.org", 0, 50)))
                        .verdict())
                .isEqualTo(Verdict.ATTENDED);
    }

    @Test
    void theOneBeforeOfTheSameNameIsNotTheOneOfNow() {
        Known namesake = known("Ana", "Reyes", "other.ana@example.org", "+12025550199");

        Judgement judged = judged(with(ANA, namesake), room(host(-55, 20), guest("Ana Reyes", -50, 4)));

        assertThat(judged.verdict()).isNotEqualTo(Verdict.ATTENDED);
    }

    @Test
    void aSharedAddressUnderTheOthersNameIsTheOther() {
        Known parent = known("Maud", "Thistledown", "family@example.org", "+12025550123");
        Known child = known("Pip", "Thistledown", "family@example.org", "+12025550123");

        assertThat(judged(
                                with(child, parent),
                                room(host(0, 50), signedIn("Maud Thistledown", "family@example.org", 0, 50)))
                        .state())
                .isEqualTo(AttendanceState.SOMEONE_JOINED);
        assertThat(judged(
                                with(child, parent),
                                room(host(0, 50), signedIn("Pip Thistledown", "family@example.org", 0, 50)))
                        .verdict())
                .isEqualTo(Verdict.ATTENDED);
    }

    @Test
    void aNameUnderAnotherAddressIsAnotherPerson() {
        assertThat(judged(with(ANA), room(host(0, 50), signedIn("Ana Reyes", "someone@example.org", 0, 50)))
                        .state())
                .isEqualTo(AttendanceState.SOMEONE_JOINED);
    }

    @Test
    void whoOnlyLookedInIsNotSaidToHaveBeenThere() {
        assertThat(judged(with(ANA), room(host(0, 50), guest("Ana Reyes", 3, 4)))
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }
}
