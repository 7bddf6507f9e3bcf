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
import hotleads.core.observations.Appointments.Comparison;
import hotleads.core.time.PracticeClock;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        appointments.holdOffWindows();
        fetched("booking.fetched", "appointment", Long.toString(id));
        boolean gone = answer.outcome() == ProviderOutcome.GONE;
        boolean news = gone
                || !appointments
                        .compare(answer.appointments(), ticket)
                        .changed()
                        .isEmpty();
        if (news
                && !appointments
                        .overtaken(List.of(id), answer.appointments(), ticket)
                        .isEmpty()) {
            orders.ask(id);
            return false;
        }
        var receivedAt = practiceClock.instant();
        Set<UUID> touched = gone
                ? appointments.takeGone(id, ticket, receivedAt)
                : appointments.take(answer.appointments(), ticket, receivedAt);
        evaluations.evaluate(touched);
        return news && !touched.isEmpty();
    }

    /** Changed appointments of a window's answer: all of them or none. */
    @Transactional
    public void changed(List<AcuityAppointment> changed, long ticket, ReadWindow.Alongside alongside) {
        appointments.holdOffWindows();
        Set<Long> overtaken = appointments.overtaken(
                changed.stream().map(AcuityAppointment::id).toList(), changed, ticket);
        overtaken.forEach(orders::ask);
        List<AcuityAppointment> believed = changed.stream()
                .filter(appointment -> !overtaken.contains(appointment.id()))
                .toList();
        evaluations.evaluate(appointments.take(believed, ticket, practiceClock.instant()));
        alongside.takenIn(appointments.firstToldOf(
                believed.stream().map(AcuityAppointment::id).toList(), ticket));
    }

    /**
     * Says that a window was read whole, once nothing in it differs from what we hold: older answers that were on their
     * way are taken in by then, and whoever brings one later sees it.
     *
     * @param settled what differed, and is taken in or asked about anew
     * @param alongside belongs to the transaction that says so
     * @return what else differs and has to be taken in before
     */
    @Transactional
    public Comparison windowRead(
            DateWindow window,
            ReadWindow.Read read,
            List<AcuityAppointment> answered,
            Set<Long> settled,
            ReadWindow.Alongside alongside) {
        appointments.awaitAnswersOnTheirWay();
        Comparison open = appointments.compare(answered, read.ticket()).without(settled);
        if (open.changed().isEmpty() && read.whole()) {
            appointments.windowRead(
                    read.ticket(),
                    window.from(),
                    window.to(),
                    practiceClock.instant(),
                    read.served().size(),
                    read.differences().size());
            fetched("window.fetched", "window", window.from() + "." + window.to());
            alongside.readWhole(read);
        }
        return open;
    }

    private void fetched(String act, String kind, String subject) {
        audit.append(Entry.done(ids.next(), clock.instant(), Actor.job("read-acuity"), act, kind, subject, null));
    }
}
