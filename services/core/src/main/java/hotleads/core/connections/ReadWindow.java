package hotleads.core.connections;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.core.observations.Appointments;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads one window whole: what differs is taken in one by one, what does not costs nothing. */
@Component
class ReadWindow {
    private static final Logger log = LoggerFactory.getLogger(ReadWindow.class);

    private final SyncClient sync;
    private final Appointments appointments;
    private final AcuityHealth health;
    private final TakeInAnswer takeIn;

    ReadWindow(SyncClient sync, Appointments appointments, AcuityHealth health, TakeInAnswer takeIn) {
        this.sync = sync;
        this.appointments = appointments;
        this.health = health;
        this.takeIn = takeIn;
    }

    /**
     * What a read brought.
     *
     * @param served the ids of all appointments of the window that are taken in
     * @param changed those of them that told something new
     * @param whole whether the provider answered and nothing had to be left out
     */
    record Read(long ticket, Set<Long> served, Set<Long> changed, boolean whole) {}

    Read read(LocalDate from, LocalDate to) {
        long ticket = appointments.nextTicket();
        AppointmentsAnswer answer = sync.window(from, to);
        health.heard(answer);
        return AcuityHealth.answered(answer)
                ? takeIn(from, to, ticket, answer)
                : new Read(ticket, Set.of(), Set.of(), false);
    }

    private Read takeIn(LocalDate from, LocalDate to, long ticket, AppointmentsAnswer answer) {
        List<AcuityAppointment> read = answer.appointments();
        Set<Long> served = read.stream().map(AcuityAppointment::id).collect(Collectors.toSet());
        List<AcuityAppointment> changed = appointments.changedAmong(read);
        for (AcuityAppointment appointment : changed) {
            try {
                takeIn.changed(appointment, ticket);
            } catch (RuntimeException poison) {
                // One record that cannot be taken in must not keep the others of its window out.
                log.warn(
                        "Appointment {} could not be taken in: {}",
                        appointment.id(),
                        poison.getClass().getName());
                served.remove(appointment.id());
            }
        }
        boolean whole = served.size() == read.size() && answer.unreadable().isEmpty();
        if (whole) {
            takeIn.windowRead(from, to, ticket, read.size(), changed.size());
        }
        return new Read(
                ticket, served, changed.stream().map(AcuityAppointment::id).collect(Collectors.toSet()), whole);
    }
}
