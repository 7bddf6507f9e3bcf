package hotleads.core.sweeps;

import hotleads.core.acts.Acts;
import hotleads.core.connections.AcuityHealth;
import hotleads.core.connections.AcuityPace;
import hotleads.core.connections.DateWindow;
import hotleads.core.connections.Difference;
import hotleads.core.connections.ReadAppointment;
import hotleads.core.connections.ReadWindow;
import hotleads.core.observations.Bookings;
import hotleads.core.sources.Turn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Walks windows of appointment dates, which is the only way to learn what hooks missed (Acuity has no list of changes),
 * and then looks at each booking of ours that did not turn up: it may be gone, or have moved out of the window.
 */
@Component
class RunSweep {
    static final String JOB = "sweep-acuity";
    private static final Logger log = LoggerFactory.getLogger(RunSweep.class);
    private static final String NOT_NOW = "no-turn";

    private final Sweeps sweeps;
    private final ReadWindow readWindow;
    private final ReadAppointment readAppointment;
    private final AcuityPace pace;
    private final AcuityHealth health;
    private final Bookings bookings;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    RunSweep(
            Sweeps sweeps,
            ReadWindow readWindow,
            ReadAppointment readAppointment,
            AcuityPace pace,
            AcuityHealth health,
            Bookings bookings,
            Acts acts,
            TransactionTemplate transaction,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.sweeps = sweeps;
        this.readWindow = readWindow;
        this.readAppointment = readAppointment;
        this.pace = pace;
        this.health = health;
        this.bookings = bookings;
        this.acts = acts;
        this.transaction = transaction;
        this.zone = zone;
    }

    /** Whether everything was compared; what could be read is taken in either way. */
    boolean run(UUID id) throws InterruptedException {
        Findings findings = new Findings();
        try {
            compare(id, findings);
        } catch (InterruptedException stopping) {
            finish(id, findings.incomplete("core-ended"));
            throw stopping;
        } catch (RuntimeException broken) {
            // Half a comparison must not look like a whole one; what broke it is told by whoever runs this.
            finish(id, findings.incomplete("failed"));
            throw broken;
        }
        finish(id, findings);
        return findings.cause() == null;
    }

    private void compare(UUID id, Findings findings) throws InterruptedException {
        List<DateWindow> windows = sweeps.find(id).orElseThrow().window().pieces();
        lookAtWhatDidNotTurnUp(id, readWindows(id, windows, findings), findings);
    }

    /** The windows that were read whole; only in these does a booking's absence tell anything. */
    private List<DateWindow> readWindows(UUID id, List<DateWindow> windows, Findings findings)
            throws InterruptedException {
        List<DateWindow> whole = new ArrayList<>();
        for (DateWindow window : windows) {
            if (readOne(window, findings)) {
                whole.add(window);
            }
            sweeps.progress(id, whole.size());
        }
        return whole;
    }

    private boolean readOne(DateWindow window, Findings findings) throws InterruptedException {
        if (!pace.awaitTurn(Turn.SWEEP)) {
            findings.incomplete(NOT_NOW);
            return false;
        }
        ReadWindow.Read read = readWindow.read(window.from(), window.to());
        findings.saw(read.present());
        if (read.present().isEmpty()) {
            findings.showedNothing(window);
        }
        read.differences().forEach(findings::differs);
        String cause = read.cause();
        if (cause != null) {
            findings.incomplete(cause);
        }
        return cause == null;
    }

    private void lookAtWhatDidNotTurnUp(UUID id, List<DateWindow> read, Findings findings) throws InterruptedException {
        for (DateWindow window : read) {
            for (long booking : bookings.startingIn(window.begins(zone), window.ends(zone))) {
                if (!findings.hasSeen(booking)) {
                    lookAt(booking, window, findings);
                    sweeps.progress(id, read.size());
                }
            }
        }
    }

    private void lookAt(long booking, DateWindow window, Findings findings) throws InterruptedException {
        if (!pace.awaitTurn(Turn.SWEEP)) {
            findings.incomplete(NOT_NOW);
            return;
        }
        try {
            note(booking, window, readAppointment.read(booking), findings);
        } catch (RuntimeException poison) {
            // One booking that cannot be taken in must not keep the others unlooked at.
            log.warn(
                    "Appointment {} could not be taken in: {}",
                    booking,
                    poison.getClass().getName());
            findings.incomplete("not-taken-in");
        }
    }

    private static void note(long booking, DateWindow window, ReadAppointment.Read read, Findings findings) {
        Difference difference = read.difference();
        String cause = read.cause();
        if (cause != null) {
            findings.incomplete(cause);
        } else if (difference != null) {
            findings.differs(booking, difference);
        } else {
            findings.isThere(booking, window);
        }
    }

    private void finish(UUID id, Findings findings) {
        transaction.executeWithoutResult(status -> {
            boolean whole = findings.cause() == null;
            if (sweeps.finish(id, findings)) {
                acts.byJob(JOB, whole ? "sweep.finished" : "sweep.stopped", "sweep", id.toString());
                if (whole) {
                    health.wholeWindowsRead();
                } else if (Findings.BROUGHT_NOTHING.equals(findings.cause())) {
                    health.broughtNothing();
                }
            }
        });
    }
}
