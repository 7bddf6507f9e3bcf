package hotleads.core.connections;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.core.acts.Acts;
import hotleads.core.sources.Turn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at an appointment again because someone here wants to, at the same pace as every other read. */
@Component
public class LookAgain {
    private final Orders orders;
    private final ReadAppointment readAppointment;
    private final AcuityPace pace;
    private final Acts acts;

    LookAgain(Orders orders, ReadAppointment readAppointment, AcuityPace pace, Acts acts) {
        this.orders = orders;
        this.readAppointment = readAppointment;
        this.pace = pace;
        this.acts = acts;
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
        if (!pace.awaitTurn(Turn.LIVE)) {
            return Optional.empty();
        }
        String subject = Long.toString(appointment);
        acts.beforehand(job, "booking.fetching", "appointment", subject);
        ReadAppointment.Told told = readAppointment.ask(appointment);
        acts.byJob(job, told.usable() ? "booking.fetched" : "booking.not-fetched", "appointment", subject);
        return told.usable() ? Optional.of(new Read(told.ticket(), told.answer())) : Optional.empty();
    }
}
