package hotleads.core.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.AcuityHook;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is to be done about the hooks at Acuity. */
class HookPlanTest {
    private static final URI TARGET = URI.create("https://practice.example.org/webhooks/acuity");
    private static final String ELSEWHERE = "https://elsewhere.example.org/a";

    @Test
    void isToMakeAllFourWhereThereAreNone() {
        HookPlan plan = HookPlan.of(List.of(), Set.of(), TARGET);

        assertThat(plan.make())
                .containsExactly(
                        "appointment.changed",
                        "appointment.scheduled",
                        "appointment.canceled",
                        "appointment.rescheduled");
        assertThat(plan.remove()).isEmpty();
        assertThat(plan.fits()).isTrue();
    }

    @Test
    void isNothingWhenAllStandWhoeverMadeThemAndHoweverTheyAreSpelled() {
        List<AcuityHook> there = List.of(
                hook(1, "changed"),
                hook(2, "appointment.scheduled"),
                hook(3, "canceled"),
                hook(4, "appointment.rescheduled"));

        HookPlan plan = HookPlan.of(there, Set.of(2L), TARGET);

        assertThat(plan.make()).isEmpty();
        assertThat(plan.remove()).isEmpty();
    }

    @Test
    void isToReplaceOnlyOursWhenTheyAreOffOrGoElsewhere() {
        List<AcuityHook> there = List.of(
                new AcuityHook(1, "appointment.changed", TARGET.toString(), false),
                new AcuityHook(2, "appointment.scheduled", ELSEWHERE, true),
                new AcuityHook(3, "appointment.canceled", ELSEWHERE, true),
                new AcuityHook(4, "appointment.rescheduled", TARGET.toString(), false));

        HookPlan plan = HookPlan.of(there, Set.of(1L, 2L), TARGET);

        assertThat(plan.remove()).containsExactly(1L, 2L);
        assertThat(plan.make()).hasSize(4);
    }

    @Test
    void keepsToTheTwentyFiveAnAccountMayHave() {
        List<AcuityHook> there = new ArrayList<>();
        for (int id = 1; id <= 24; id++) {
            there.add(new AcuityHook(id, "order.completed", ELSEWHERE, true));
        }

        HookPlan almost = HookPlan.of(there, Set.of(), TARGET);
        there.add(new AcuityHook(25, "order.completed", ELSEWHERE, true));
        HookPlan full = HookPlan.of(there, Set.of(), TARGET);

        assertThat(almost.make()).containsExactly("appointment.changed");
        assertThat(almost.fits()).isFalse();
        assertThat(full.make()).isEmpty();
        assertThat(full.fits()).isFalse();
    }

    private static AcuityHook hook(long id, String event) {
        return new AcuityHook(id, event, TARGET.toString(), true);
    }
}
