package hotleads.core.connections;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.AppointmentsAnswer;
import hotleads.core.observations.Appointments;
import hotleads.core.observations.Appointments.Comparison;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads one window whole: what differs is taken in, some at a time, what does not costs nothing. */
@Component
public class ReadWindow {
    private static final Logger log = LoggerFactory.getLogger(ReadWindow.class);
    /** What is being taken in waits for no other, so no transaction is long. */
    private static final int AT_ONCE = 100;

    private final SyncClient sync;
    private final Appointments appointments;
    private final AcuityHealth health;
    private final TakeInAnswer takeIn;
    private final Orders orders;

    ReadWindow(SyncClient sync, Appointments appointments, AcuityHealth health, TakeInAnswer takeIn, Orders orders) {
        this.sync = sync;
        this.appointments = appointments;
        this.health = health;
        this.takeIn = takeIn;
        this.orders = orders;
    }

    /**
     * What a read brought.
     *
     * @param present the ids of all appointments of the window, those among them too that could not be read or taken in
     * @param served the ids of all that are taken in
     * @param differences in what we did not hold as the provider has it
     * @param cause why the window does not count as read whole, as a stable word; null when it does
     */
    public record Read(
            long ticket,
            Set<Long> present,
            Set<Long> served,
            Map<Long, Difference> differences,
            @Nullable String cause) {
        public boolean whole() {
            return cause == null;
        }
    }

    /**
     * What a look found.
     *
     * @param unknown how many of the rows we hold nothing of
     * @param cause why nothing came, as a stable word; null when something did
     */
    public record Look(int rows, int unknown, @Nullable String cause) {}

    /** Asks and compares, and stores nothing. */
    public Look look(LocalDate from, LocalDate to) {
        long ticket = appointments.nextTicket();
        AppointmentsAnswer answer = sync.window(from, to);
        health.heard(answer);
        return AcuityHealth.answered(answer)
                ? new Look(
                        answer.appointments().size(),
                        appointments
                                .compare(answer.appointments(), ticket)
                                .unknown()
                                .size(),
                        null)
                : new Look(0, 0, AcuityHealth.causeOf(answer));
    }

    /** What belongs to the transactions of a read. */
    public interface Alongside {
        /**
         * Some of what differs is taken in, which a core that dies will not find different again.
         *
         * @param brought how many appointments this read was the first to tell of
         */
        default void takenIn(int brought) {}

        /** The window was read whole; not called if it was not. */
        default void readWhole(Read read) {}
    }

    public Read read(LocalDate from, LocalDate to) {
        return read(from, to, new Alongside() {});
    }

    public Read read(LocalDate from, LocalDate to, Alongside alongside) {
        long ticket = appointments.nextTicket();
        AppointmentsAnswer answer = sync.window(from, to);
        health.heard(answer);
        return AcuityHealth.answered(answer)
                ? takeIn(new DateWindow(from, to), ticket, answer, alongside)
                : new Read(ticket, Set.of(), Set.of(), Map.of(), AcuityHealth.causeOf(answer));
    }

    private Read takeIn(DateWindow window, long ticket, AppointmentsAnswer answer, Alongside alongside) {
        Set<Long> served =
                answer.appointments().stream().map(AcuityAppointment::id).collect(Collectors.toSet());
        Set<Long> present = new HashSet<>(served);
        present.addAll(answer.unreadable());
        Map<Long, Difference> differences = new HashMap<>();
        Set<Long> settled = new HashSet<>();
        Comparison open;
        Read read;
        do {
            read = new Read(ticket, present, served, differences, causeOf(answer, served));
            open = takeIn.windowRead(window, read, answer.appointments(), settled, alongside);
            if (settled.isEmpty()) {
                differences.putAll(differences(open));
            }
            open.changed().stream()
                    .gather(Gatherers.windowFixed(AT_ONCE))
                    .forEach(some -> served.removeAll(notTakenIn(some, ticket, alongside)));
            // Each is tried once: an older answer that comes after this one changes nothing any more.
            open.changed().forEach(appointment -> settled.add(appointment.id()));
        } while (!open.changed().isEmpty());
        return read;
    }

    private Map<Long, Difference> differences(Comparison compared) {
        List<Long> changed =
                compared.changed().stream().map(AcuityAppointment::id).toList();
        Set<Long> waiting = orders.waitingAmong(changed);
        Map<Long, Difference> differences = new HashMap<>();
        changed.forEach(id -> differences.put(
                id,
                waiting.contains(id)
                        ? Difference.UNDER_WAY
                        : compared.unknown().contains(id) ? Difference.MISSING : Difference.DIFFERENT));
        return differences;
    }

    /** One record that cannot be taken in must not keep the others of its window out: then each is tried by itself. */
    private Set<Long> notTakenIn(List<AcuityAppointment> some, long ticket, Alongside alongside) {
        try {
            takeIn.changed(some, ticket, alongside);
            return Set.of();
        } catch (RuntimeException poison) {
            if (some.size() > 1) {
                return some.stream()
                        .flatMap(one -> notTakenIn(List.of(one), ticket, alongside).stream())
                        .collect(Collectors.toSet());
            }
            long id = some.getFirst().id();
            log.warn(
                    "Appointment {} could not be taken in: {}",
                    id,
                    poison.getClass().getName());
            return Set.of(id);
        }
    }

    private static @Nullable String causeOf(AppointmentsAnswer answer, Set<Long> served) {
        if (!answer.unreadable().isEmpty()) {
            return "unreadable-record";
        }
        return served.size() < answer.appointments().size() ? "not-taken-in" : null;
    }
}
