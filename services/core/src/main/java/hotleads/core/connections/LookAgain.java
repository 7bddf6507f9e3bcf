package hotleads.core.connections;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.core.Ids;
import hotleads.core.observations.Appointments;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at an appointment again because someone here wants to, at the same pace as every other read. */
@Component
public class LookAgain {
    private final Orders orders;
    private final Appointments appointments;
    private final SyncClient sync;
    private final AcuityPace pace;
    private final AcuityHealth health;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    LookAgain(
            Orders orders,
            Appointments appointments,
            SyncClient sync,
            AcuityPace pace,
            AcuityHealth health,
            AuditLog audit,
            Ids ids,
            Clock clock) {
        this.orders = orders;
        this.appointments = appointments;
        this.sync = sync;
        this.pace = pace;
        this.health = health;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** An answer and the ticket that was drawn before it was asked for. */
    public record Read(long ticket, AppointmentsAnswer answer) {}

    /**
     * Asks as a hook would, in the caller's transaction.
     *
     * @return the order, done once a look has served it
     */
    public long ask(long appointment) {
        return orders.ask(appointment);
    }

    /** Reads without taking in; empty when Acuity gave no answer that could be read. */
    public Optional<Read> readOnly(long appointment, String job) throws InterruptedException {
        if (!pace.awaitTurn()) {
            return Optional.empty();
        }
        long ticket = appointments.nextTicket();
        AppointmentsAnswer answer = sync.appointment(appointment);
        health.heard(answer);
        audit.append(Entry.done(
                ids.next(),
                clock.instant(),
                Actor.job(job),
                "booking.fetched",
                "appointment",
                Long.toString(appointment),
                null));
        return AcuityHealth.answered(answer) && answer.unreadable().isEmpty()
                ? Optional.of(new Read(ticket, answer))
                : Optional.empty();
    }
}
