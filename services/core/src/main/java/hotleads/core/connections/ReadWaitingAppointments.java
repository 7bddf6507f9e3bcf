package hotleads.core.connections;

import hotleads.core.RunUntilShutdown;
import hotleads.core.inbox.WakeUp;
import hotleads.core.sources.Turn;
import hotleads.core.time.PracticeClock;
import hotleads.platform.traces.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at every appointment a hook named. Few are read one by one as they come; when many wait, windows serve most of
 * them at one read each.
 */
@Component
class ReadWaitingAppointments extends RunUntilShutdown {
    private static final Logger log = LoggerFactory.getLogger(ReadWaitingAppointments.class);
    private static final int AT_ONCE = 200;
    private static final int MANY = 12;
    private static final int CALLS_AT_ONCE = 8;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);
    private final Orders orders;
    private final ReadAppointment readAppointment;
    private final AcuityPace pace;
    private final TakeInAnswer takeIn;
    private final ReadWindow readWindow;
    private final WakeUp wakeUp;
    private final PracticeClock practiceClock;
    private final Traces traces;
    private final Clock clock;

    ReadWaitingAppointments(
            Orders orders,
            ReadAppointment readAppointment,
            AcuityPace pace,
            TakeInAnswer takeIn,
            ReadWindow readWindow,
            WakeUp wakeUp,
            PracticeClock practiceClock,
            Traces traces,
            Clock clock) {
        super("read-waiting-appointments");
        this.orders = orders;
        this.readAppointment = readAppointment;
        this.pace = pace;
        this.takeIn = takeIn;
        this.readWindow = readWindow;
        this.wakeUp = wakeUp;
        this.practiceClock = practiceClock;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    protected void round() throws InterruptedException {
        List<Order> claimed = orders.claim(AT_ONCE);
        if (claimed.isEmpty()) {
            wakeUp.await(IDLE);
            return;
        }
        readOneByOne(claimed.size() < MANY ? claimed : notServedByWindows(claimed));
    }

    private List<Order> notServedByWindows(List<Order> claimed) throws InterruptedException {
        List<Order> open = new ArrayList<>(claimed);
        for (BusyWindow window : BusyWindow.worthReading(orders.knownStarts(claimed), practiceClock.instant())) {
            if (!pace.awaitTurn(Turn.LIVE)) {
                break;
            }
            ReadWindow.Read read = readWindow.read(window.from(), window.to());
            open.removeIf(order -> {
                boolean isServed = read.served().contains(order.appointment());
                if (isServed) {
                    orders.done(order, read.ticket(), read.differences().containsKey(order.appointment()));
                }
                return isServed;
            });
        }
        return open;
    }

    private void readOneByOne(List<Order> claimed) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Order order : claimed) {
                if (!pace.awaitTurn(Turn.LIVE)) {
                    orders.putBack(order, clock.instant().plus(IDLE));
                    continue;
                }
                calls.acquire();
                threads.execute(() -> readReleasing(order));
            }
        }
    }

    private void readReleasing(Order order) {
        try (Traces.Step _ = traces.work("read-appointment")) {
            read(order);
        } catch (RuntimeException poison) {
            // One order that cannot be taken in stops no other; it is tried again, ever more rarely.
            log.warn(
                    "Appointment {} could not be taken in: {}",
                    order.appointment(),
                    poison.getClass().getName());
            orders.failed(order, "not-taken-in");
        } finally {
            calls.release();
        }
    }

    private void read(Order order) {
        ReadAppointment.Told told = readAppointment.ask(order.appointment());
        if (told.usable()) {
            takeIn.answered(order, told.ticket(), told.answer());
        } else {
            orders.failed(order, AcuityHealth.causeOf(told.answer()));
        }
    }
}
