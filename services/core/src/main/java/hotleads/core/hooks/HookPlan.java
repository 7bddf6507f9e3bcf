package hotleads.core.hooks;

import hotleads.contracts.AcuityHook;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * What has to be done at Acuity so that everything is told to us once.
 *
 * @param remove ids of hooks of ours that deliver no more, or to an address that is ours no longer
 * @param make events nobody tells us of
 * @param fits whether Acuity has room for them
 */
record HookPlan(List<Long> remove, List<String> make, boolean fits) {
    private static final String PREFIX = "appointment.";

    /**
     * One a hook. {@code changed} comes first: it fires beside each of the others, so with one place left it tells all.
     */
    private static final List<String> NEEDED =
            List.of("appointment.changed", "appointment.scheduled", "appointment.canceled", "appointment.rescheduled");

    private static final int MOST_AN_ACCOUNT = 25;

    /**
     * @param there all hooks made over the API, whoever made them
     * @param ours ids of those we made: no other is touched
     */
    static HookPlan of(List<AcuityHook> there, Set<Long> ours, URI target) {
        List<Long> remove = there.stream()
                .filter(hook -> ours.contains(hook.id()) && !tells(hook, target))
                .map(AcuityHook::id)
                .toList();
        List<String> missing = NEEDED.stream()
                .filter(event -> there.stream().noneMatch(hook -> tells(hook, target) && isOf(event, hook)))
                .toList();
        int room = Math.max(0, MOST_AN_ACCOUNT - (there.size() - remove.size()));
        return new HookPlan(remove, missing.subList(0, Math.min(room, missing.size())), room >= missing.size());
    }

    private static boolean tells(AcuityHook hook, URI target) {
        return hook.active() && hook.target().equals(target.toString());
    }

    /** Acuity writes an event with and without its prefix. */
    private static boolean isOf(String event, AcuityHook hook) {
        return event.equals(hook.event()) || event.equals(PREFIX + hook.event());
    }
}
