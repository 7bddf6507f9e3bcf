package hotleads.core.connections;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.Ids;
import hotleads.core.leads.Evaluations;
import hotleads.core.observations.Appointments;
import hotleads.core.time.PracticeClock;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns an answer into what we hold, in one transaction: observation, booking, the person's place on the list, audit
 * entry, order done.
 */
@Component
class TakeInAnswer {
    private final Appointments appointments;
    private final Evaluations evaluations;
    private final Orders orders;
    private final AuditLog audit;
    private final Ids ids;
    private final PracticeClock practiceClock;
    private final Clock clock;

    TakeInAnswer(
            Appointments appointments,
            Evaluations evaluations,
            Orders orders,
            AuditLog audit,
            Ids ids,
            PracticeClock practiceClock,
            Clock clock) {
        this.appointments = appointments;
        this.evaluations = evaluations;
        this.orders = orders;
        this.audit = audit;
        this.ids = ids;
        this.practiceClock = practiceClock;
        this.clock = clock;
    }

    /** The answer to one order. */
    @Transactional
    public void answered(Order order, long ticket, AppointmentsAnswer answer) {
        boolean news = answered(order.appointment(), ticket, answer);
        orders.done(order, ticket, news);
    }

    /**
     * The answer to a read nobody ordered.
     *
     * @return whether it told something new
     */
    @Transactional
    public boolean answered(long id, long ticket, AppointmentsAnswer answer) {
        fetched("booking.fetched", "appointment", Long.toString(id));
        boolean gone = answer.outcome() == ProviderOutcome.GONE;
        boolean news = gone
                || !appointments
                        .compare(answer.appointments(), ticket)
                        .changed()
                        .isEmpty();
        if (news && appointments.isOvertaken(id, ticket)) {
            orders.ask(id);
            return false;
        }
        Set<UUID> touched = new LinkedHashSet<>();
        var receivedAt = practiceClock.instant();
        for (AcuityAppointment appointment : answer.appointments()) {
            touched.addAll(appointments.take(appointment, ticket, receivedAt));
        }
        if (gone) {
            touched.addAll(appointments.takeGone(id, ticket, receivedAt));
        }
        evaluations.evaluate(touched);
        return news && !touched.isEmpty();
    }

    /** One changed appointment of a window's answer. */
    @Transactional
    public void changed(AcuityAppointment appointment, long ticket) {
        if (appointments.isOvertaken(appointment.id(), ticket)) {
            orders.ask(appointment.id());
            return;
        }
        evaluations.evaluate(appointments.take(appointment, ticket, practiceClock.instant()));
    }

    /** A window was read whole and all that changed in it is taken in. */
    @Transactional
    public void windowRead(DateWindow window, long ticket, ReadWindow.Read read, Consumer<ReadWindow.Read> alongside) {
        appointments.windowRead(
                ticket,
                window.from(),
                window.to(),
                practiceClock.instant(),
                read.served().size(),
                read.differences().size());
        fetched("window.fetched", "window", window.from() + "." + window.to());
        alongside.accept(read);
    }

    private void fetched(String act, String kind, String subject) {
        audit.append(Entry.done(ids.next(), clock.instant(), Actor.job("read-acuity"), act, kind, subject, null));
    }
}
