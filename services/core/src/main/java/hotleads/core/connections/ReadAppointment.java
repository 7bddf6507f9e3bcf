package hotleads.core.connections;

import hotleads.contracts.AppointmentsAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.observations.Appointments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one appointment, whatever its date: the only way to learn that one is gone or has moved out of a window. */
@Component
public class ReadAppointment {
    private final SyncClient sync;
    private final Appointments appointments;
    private final AcuityHealth health;
    private final TakeInAnswer takeIn;

    ReadAppointment(SyncClient sync, Appointments appointments, AcuityHealth health, TakeInAnswer takeIn) {
        this.sync = sync;
        this.appointments = appointments;
        this.health = health;
        this.takeIn = takeIn;
    }

    /**
     * What a read brought.
     *
     * @param difference null when we held it as the provider has it
     * @param cause why nothing came, as a stable word; null when something did
     */
    public record Read(
            @Nullable Difference difference, @Nullable String cause) {}

    public Read read(long id) {
        Told told = ask(id);
        if (!told.usable()) {
            return new Read(null, AcuityHealth.causeOf(told.answer));
        }
        boolean news = takeIn.answered(id, told.ticket, told.answer);
        boolean gone = told.answer.outcome() == ProviderOutcome.GONE;
        return new Read(news ? gone ? Difference.EXTRA : Difference.DIFFERENT : null, null);
    }

    /** An answer, not taken in yet, with the ticket that was drawn before asking. */
    record Told(long ticket, AppointmentsAnswer answer) {
        boolean usable() {
            return AcuityHealth.answered(answer) && answer.unreadable().isEmpty();
        }
    }

    Told ask(long id) {
        long ticket = appointments.nextTicket();
        AppointmentsAnswer answer = sync.appointment(id);
        health.heard(answer);
        return new Told(ticket, answer);
    }
}
