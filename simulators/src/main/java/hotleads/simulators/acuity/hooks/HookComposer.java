package hotleads.simulators.acuity.hooks;

import hotleads.simulators.acuity.hooks.Subscriptions.Subscription;
import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.practice.Booking;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the webhooks for one act on a booking, in the order in which they leave. */
public final class HookComposer {

    // Above every id the practice ever gives.
    private static final long NOBODYS_ID = 999_000_000;

    private final @Nullable String staticTarget;
    private final Subscriptions subscriptions;
    private final Faults faults;

    public HookComposer(@Nullable String staticTarget, Subscriptions subscriptions, Faults faults) {
        this.staticTarget = staticTarget;
        this.subscriptions = subscriptions;
        this.faults = faults;
    }

    List<HookMessage> compose(HookEvent event, Booking booking) {
        var messages = new ArrayList<HookMessage>();
        for (HookEvent each : inOrder(event)) {
            if (staticTarget != null) {
                messages.add(message(staticTarget, actionOfStatic(each), booking));
            }
            for (Subscription one : subscriptions.all()) {
                if (one.event().equals(each.longName())) {
                    messages.add(message(one.target(), each.longName(), booking));
                }
            }
        }
        return faults.on(Fault.DUPLICATE_HOOKS)
                ? messages.stream().flatMap(one -> List.of(one, one).stream()).toList()
                : messages;
    }

    private List<HookEvent> inOrder(HookEvent event) {
        if (event == HookEvent.CHANGED) {
            return List.of(event);
        }
        return faults.on(Fault.SWAPPED_HOOKS) ? List.of(HookEvent.CHANGED, event) : List.of(event, HookEvent.CHANGED);
    }

    private String actionOfStatic(HookEvent event) {
        return faults.on(Fault.LONG_ACTION_NAMES) ? event.longName() : event.shortName();
    }

    private HookMessage message(String target, String action, Booking booking) {
        long id = faults.on(Fault.UNKNOWN_APPOINTMENT) ? NOBODYS_ID + booking.id() % 1000 : booking.id();
        String type = faults.on(Fault.NO_APPOINTMENT_TYPE) ? "" : "&appointmentTypeID=" + booking.typeId();
        String body = "action=" + spelled(action) + "&id=" + id + "&calendarID=" + booking.calendarId() + type;
        return new HookMessage(target, faults.on(Fault.ESCAPED_BODY) ? body + "&extra=one%2Ctwo" : body, signing());
    }

    private String spelled(String action) {
        String said = faults.on(Fault.UNKNOWN_ACTION) ? "appointment.teleported" : action;
        return faults.on(Fault.ESCAPED_BODY) ? "%%%02X%s".formatted((int) said.charAt(0), said.substring(1)) : said;
    }

    private Signing signing() {
        if (faults.on(Fault.FORGED_SIGNATURE)) {
            return Signing.FORGED;
        }
        return faults.on(Fault.OLD_KEY_SIGNATURE) ? Signing.OLD_KEY : Signing.RIGHT;
    }
}
