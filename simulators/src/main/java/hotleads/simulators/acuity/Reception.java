package hotleads.simulators.acuity;

import hotleads.simulators.acuity.hooks.HookEvent;
import hotleads.simulators.acuity.hooks.HookSender;
import hotleads.simulators.practice.Act;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.NewBooking;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.storage.StateFile;
import java.time.Instant;
import java.util.function.Function;

/** Every change of a booking goes through here: changed, kept on disk, and then told to the webhooks. */
public final class Reception {

    private final Practice practice;
    private final StateFile file;
    private final HookSender hooks;

    public Reception(Practice practice, StateFile file, HookSender hooks) {
        this.practice = practice;
        this.file = file;
        this.hooks = hooks;
    }

    public Act book(NewBooking wish) {
        return announce(HookEvent.SCHEDULED, practice.book(wish));
    }

    public Act cancel(long id, boolean noShow, String note) {
        return announce(HookEvent.CANCELED, practice.cancel(id, noShow, note));
    }

    /** {@code unchecked} moves it even where the calendar is taken, as staff may. */
    public Act move(long id, Instant start, long calendarId, boolean unchecked) {
        return announce(HookEvent.RESCHEDULED, practice.move(id, start, calendarId, unchecked));
    }

    public Act edit(long id, Function<Booking, Booking> edit) {
        return announce(HookEvent.CHANGED, practice.edit(id, edit));
    }

    /** Acuity tells nobody about a deletion; it only answers 404 from now on. */
    public boolean delete(long id) {
        boolean deleted = practice.delete(id);
        save();
        return deleted;
    }

    /** Keeps what was changed without a webhook. */
    public void save() {
        file.save(practice::state);
    }

    // Hooks leave only after the change is readable and on disk: their receiver comes back at once to look.
    private Act announce(HookEvent event, Act act) {
        if (act instanceof Act.Done(Booking booking)) {
            var prepared = hooks.prepare(event, booking);
            save();
            hooks.release(prepared);
        }
        return act;
    }
}
