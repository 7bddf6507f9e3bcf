package hotleads.simulators.history;

import hotleads.simulators.acuity.Readers;
import hotleads.simulators.acuity.Reception;
import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.faults.Fault;
import hotleads.simulators.faults.Faults;
import hotleads.simulators.log.Log;
import hotleads.simulators.practice.Act;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.time.Pause;
import hotleads.simulators.time.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/**
 * Plays a {@link Script}: moves the practice's clock to each act, performs it, lets its webhooks be taken and whatever
 * they made somebody read be read, and only then goes on.
 *
 * <p>So all that others note about it (when they were told, what stood there before) is as if they had been there.
 */
public final class Player {

    /** Acts closer together than this happen without waiting in between. */
    private static final Duration TOGETHER = Duration.ofMinutes(15);

    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    /** Long enough for a reader to write down what it has just been answered. */
    private static final int QUIET_LOOKS = 6;

    private static final int LOOKS_FOR_A_READ = 600;
    private static final int LOOKS_FOR_A_DELIVERY = 24_000;
    private static final int NOBODY_READS = 5;

    /** How far it is. */
    public sealed interface State {
        /** Nothing was asked for yet. */
        record Idle() implements State {}

        /** It runs. */
        record Playing(LocalDate day, int done, int of) implements State {}

        /** The practice's clock stands where the script ends. */
        record Done(int acts, int bookings) implements State {}

        /** It cannot go on. */
        record Failed(String why) implements State {}
    }

    /** Whether playing was begun. */
    public enum Start {
        BEGUN,
        ALREADY_BEGUN,
        NOT_EMPTY,
        TOO_LATE
    }

    private final Practice practice;
    private final Reception reception;
    private final Runnable keep;
    private final Deliveries deliveries;
    private final Readers readers;
    private final Faults faults;
    private final PracticeClock clock;
    private final Pause pause;
    private final Executor thread;
    private final Map<Integer, Long> ids = new HashMap<>();
    private final AtomicReference<State> state = new AtomicReference<>(new State.Idle());
    private final List<BiConsumer<Instant, Long>> others = new CopyOnWriteArrayList<>();
    private int unread;

    /** {@code keep} writes down what the acts, each for itself, do not. */
    public Player(
            Practice practice,
            Reception reception,
            Runnable keep,
            Deliveries deliveries,
            Readers readers,
            Faults faults,
            PracticeClock clock,
            Pause pause,
            Executor thread) {
        this.practice = practice;
        this.reception = reception;
        this.keep = keep;
        this.deliveries = deliveries;
        this.readers = readers;
        this.faults = faults;
        this.clock = clock;
        this.pause = pause;
        this.thread = thread;
    }

    /** Others whose year it is too; told until when and from which seed, before the first act. */
    public void whenBegun(BiConsumer<Instant, Long> other) {
        others.add(other);
    }

    public State state() {
        return state.get();
    }

    /**
     * The practice must be empty, and its clock stand before the first act: time does not go back.
     *
     * @param length how much of the year, counted from its end
     */
    public Start begin(Instant until, Duration length, long seed) {
        if (!practice.bookings().isEmpty()) {
            return state() instanceof State.Idle ? Start.NOT_EMPTY : Start.ALREADY_BEGUN;
        }
        var script = Script.endingAt(until, seed).last(length);
        if (clock.instant().isAfter(script.begins())) {
            return Start.TOO_LATE;
        }
        State first = playing(script.begins(), 0, script);
        if (!(state() instanceof State.Idle idle) || !state.compareAndSet(idle, first)) {
            return Start.ALREADY_BEGUN;
        }
        others.forEach(other -> other.accept(until, seed));
        thread.execute(() -> play(script));
        return Start.BEGUN;
    }

    private void play(Script script) {
        faults.set(Fault.NO_RATE_LIMIT, true);
        deliveries.keep(false);
        State end = playToItsEnd(script);
        faults.set(Fault.NO_RATE_LIMIT, false);
        deliveries.keep(true);
        keep.run();
        // Last of all: whoever waits for it may stop us at once.
        state.set(end);
    }

    private State playToItsEnd(Script script) {
        try {
            perform(script);
            moveTo(script.until());
            return new State.Done(script.deeds().size(), practice.bookings().size());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new State.Failed("it was stopped");
        } catch (RuntimeException broken) {
            // Whoever waits for the end must hear of it.
            Log.error("history-failed", Map.of("kind", broken.getClass().getSimpleName()));
            return new State.Failed(String.valueOf(broken.getMessage()));
        }
    }

    private void perform(Script script) throws InterruptedException {
        List<Deed> deeds = script.deeds();
        int next = 0;
        while (next < deeds.size()) {
            Instant moment = deeds.get(next).at();
            moveTo(moment);
            var touched = new ArrayList<Booking>();
            while (next < deeds.size() && deeds.get(next).at().isBefore(moment.plus(TOGETHER))) {
                touched.add(perform(deeds.get(next)));
                next++;
            }
            awaitSettled(touched);
            state.set(playing(moment, next, script));
        }
    }

    private static State playing(Instant moment, int done, Script script) {
        return new State.Playing(
                moment.atZone(Catalogue.ZONE).toLocalDate(),
                done,
                script.deeds().size());
    }

    private void moveTo(Instant moment) {
        Duration ahead = Duration.between(clock.instant(), moment);
        if (ahead.isPositive()) {
            clock.step(ahead);
        }
    }

    private Booking perform(Deed deed) {
        Act act = switch (deed) {
            case Deed.Book(Instant at, int number, var wish) -> reception.book(wish);
            case Deed.Move(Instant at, int number, Instant start, long calendar) ->
                reception.move(id(number), start, calendar, true);
            case Deed.Cancel(Instant at, int number, boolean noShow) -> reception.cancel(id(number), noShow, "");
            case Deed.Label(Instant at, int number, long label) ->
                reception.edit(id(number), one -> one.edited(one.client(), label, one.notes()));
        };
        if (act instanceof Act.Done(Booking booking)) {
            ids.put(deed.booking(), booking.id());
            return booking;
        }
        throw new IllegalStateException("an act of the script was refused");
    }

    private long id(int number) {
        Long id = ids.get(number);
        if (id == null) {
            throw new IllegalStateException("the script names a booking before it is made");
        }
        return id;
    }

    private void awaitSettled(List<Booking> touched) throws InterruptedException {
        awaitDelivered();
        if (unread >= NOBODY_READS) {
            return;
        }
        long reads = readers.reads();
        int quiet = 0;
        for (int look = 0; look < LOOKS_FOR_A_READ; look++) {
            pause.sleep(LOOK_EVERY);
            quiet = readers.reads() == reads ? quiet + 1 : 0;
            reads = readers.reads();
            if (quiet >= QUIET_LOOKS && isKnown(touched)) {
                unread = 0;
                return;
            }
        }
        // A receiver may take hooks and read nothing: then there is nobody to wait for.
        unread++;
    }

    /** The same booking may have been touched twice; what counts is how it is now. */
    private boolean isKnown(List<Booking> touched) {
        return touched.stream()
                .allMatch(one -> practice.find(one.id()).filter(readers::know).isPresent());
    }

    private void awaitDelivered() throws InterruptedException {
        for (int look = 0; look < LOOKS_FOR_A_DELIVERY; look++) {
            if (deliveries.waiting().isEmpty()) {
                return;
            }
            pause.sleep(LOOK_EVERY);
        }
        throw new IllegalStateException("the receiver did not take a webhook for two minutes");
    }
}
