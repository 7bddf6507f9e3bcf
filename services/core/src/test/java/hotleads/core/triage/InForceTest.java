package hotleads.core.triage;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.core.leads.rules.Standing.Snooze;
import hotleads.core.triage.Permissions.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InForceTest {
    private static final UUID TONY = UUID.fromString("00000000-0000-4000-8000-00000000707e");
    private static final UUID ROB = UUID.fromString("00000000-0000-4000-8000-0000000000b0");
    private static final Instant NINE = Instant.parse("2026-11-23T14:00:00Z");

    private final List<ActDone> latestFirst = new ArrayList<>();

    @Test
    void isNothingWithoutAnAct() {
        InForce none = InForce.of(latestFirst);

        assertThat(none.snooze()).isNull();
        assertThat(none.owner()).isNull();
        assertThat(none.disputed()).isEmpty();
        assertThat(none.permissions()).isEqualTo(Permissions.NOT_ASKED);
    }

    @Test
    void isTheLatestSnoozeUntilWoken() {
        done(new Act.Snoozed(NINE.plusSeconds(60)));
        done(new Act.Snoozed(null));
        assertThat(InForce.of(latestFirst).snooze()).isEqualTo(new Snooze(NINE.plusSeconds(2), null, TONY.toString()));

        done(new Act.Woken());
        assertThat(InForce.of(latestFirst).snooze()).isNull();
    }

    @Test
    void isTheLatestOwnerWhoMayBeNobody() {
        done(new Act.OwnerSet(TONY));
        done(new Act.OwnerSet(ROB));
        assertThat(InForce.of(latestFirst).owner()).isEqualTo(ROB);

        done(new Act.OwnerSet(null));
        assertThat(InForce.of(latestFirst).owner()).isNull();
    }

    @Test
    void isEveryDisputeAndMark() {
        done(new Act.ReasonDisputed("B1-one", "B1", "other", null));
        done(new Act.ReasonDisputed("R2-two", "R2", "attended", "was here"));
        done(new Act.CancelledByUs(7));

        assertThat(InForce.of(latestFirst).disputed()).containsExactlyInAnyOrder("B1-one", "R2-two");
        assertThat(InForce.of(latestFirst).cancelledByUs()).containsExactly(7L);
    }

    @Test
    void isNothingThatWasTakenBack() {
        done(new Act.OwnerSet(ROB));
        latestFirst.addFirst(new ActDone(UUID.randomUUID(), TONY, NINE, new Act.OwnerSet(TONY), true));

        assertThat(InForce.of(latestFirst).owner()).isEqualTo(ROB);
    }

    @Test
    void mayPhoneAndWriteUnlessTheySaidNo() {
        Permissions noCalls =
                new Permissions(false, Permission.REFUSED, Permission.NOT_ASKED, Permission.ALLOWED, null);
        Permissions never = new Permissions(true, Permission.ALLOWED, Permission.ALLOWED, Permission.ALLOWED, null);

        assertThat(List.of(noCalls.mayPhone(), noCalls.mayWrite())).containsExactly(false, true);
        assertThat(List.of(never.mayPhone(), never.mayWrite())).containsOnly(false);
        assertThat(Permissions.NOT_ASKED.mayPhone()).isTrue();
    }

    private void done(Act act) {
        latestFirst.addFirst(
                new ActDone(UUID.randomUUID(), TONY, NINE.plusSeconds(latestFirst.size() + 1), act, false));
    }
}
