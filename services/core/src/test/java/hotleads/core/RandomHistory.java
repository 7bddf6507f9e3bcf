package hotleads.core;

import static hotleads.core.SomeAppointments.appointment;

import hotleads.contracts.AcuityAppointment;
import hotleads.contracts.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Clients who book, move, cancel, miss and mend their names at random, and the hooks that tell of it, or do not. */
final class RandomHistory {
    private static final double[] SHARES_LOST = {0, 0.3, 0.7, 1};
    private static final String[] NAMES = {"Ana", "Bo", "Cy", "Di"};

    private final Random random;
    private final long firstId;
    private final Instant noon;
    private final Map<Long, AcuityAppointment> acuity;
    private final BiFunction<String, Long, Delivery> hook;
    private final double lost;
    private final Map<Long, SomeAppointments.Builder> made = new HashMap<>();
    private final List<Delivery> waiting = new ArrayList<>();
    private long nextId;

    /** @param acuity what the stand-in answers from */
    RandomHistory(
            Random random,
            long firstId,
            Instant today,
            Map<Long, AcuityAppointment> acuity,
            BiFunction<String, Long, Delivery> hook) {
        this.random = random;
        this.firstId = firstId;
        this.nextId = firstId;
        // Far from midnight in every zone that matters, so that a day is the same day for all.
        this.noon = today.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(17));
        this.acuity = acuity;
        this.hook = hook;
        this.lost = SHARES_LOST[random.nextInt(SHARES_LOST.length)];
    }

    synchronized void act() {
        List<Long> there = new ArrayList<>(acuity.keySet());
        Collections.sort(there);
        if (there.size() < 2 || random.nextInt(4) == 0) {
            book(nextId++);
            return;
        }
        long id = there.get(random.nextInt(there.size()));
        SomeAppointments.Builder booking = Objects.requireNonNull(made.get(id));
        switch (random.nextInt(7)) {
            case 0, 1 -> change(id, "canceled", booking.cancelled());
            case 2 -> change(id, "canceled", booking.missed());
            case 3 -> change(id, "rescheduled", booking.at(someNoon()));
            case 4 -> change(id, "changed", named(booking, random.nextInt(NAMES.length)));
            case 5 -> change(id, "changed", booking.lasting(25 + random.nextInt(50)));
            default -> {
                acuity.remove(id);
                tell("changed", id);
            }
        }
    }

    /**
     * Changes one booking for a while, untold.
     *
     * @return null when there is none
     */
    synchronized @Nullable Detour detour() {
        List<Long> there = new ArrayList<>(acuity.keySet());
        if (there.isEmpty()) {
            return null;
        }
        Collections.sort(there);
        long id = there.get(random.nextInt(there.size()));
        AcuityAppointment before = Objects.requireNonNull(acuity.get(id));
        SomeAppointments.Builder booking = Objects.requireNonNull(made.get(id));
        acuity.put(id, booking.lasting(before.durationMinutes() + 100).build());
        return new Detour(
                id,
                () -> acuity.put(id, booking.lasting(before.durationMinutes()).build()));
    }

    /** A change of one booking, and the way back. */
    record Detour(long id, Runnable back) {}

    private void book(long id) {
        SomeAppointments.Builder booking =
                named(appointment(id), random.nextInt(NAMES.length)).at(someNoon());
        made.put(id, booking);
        change(id, "scheduled", booking);
    }

    private SomeAppointments.Builder named(SomeAppointments.Builder booking, int who) {
        return booking.named(NAMES[who], "Of" + firstId).reachedBy(NAMES[who] + firstId + "@example.org", null);
    }

    private Instant someNoon() {
        return noon.plus(Duration.ofDays(random.nextInt(175) - 40L));
    }

    private void change(long id, String action, SomeAppointments.Builder booking) {
        acuity.put(id, booking.build());
        tell(action, id);
    }

    /** Acuity tells of every act twice, in either order. */
    private void tell(String action, long id) {
        for (String told : List.of(action, "changed")) {
            if (random.nextDouble() >= lost) {
                waiting.add(random.nextInt(waiting.size() + 1), hook.apply(told, id));
            }
        }
    }

    /** Some of those that wait, in any order, some of them for the second time. */
    synchronized List<Delivery> someHooks() {
        List<Delivery> some = new ArrayList<>();
        for (int left = random.nextInt(waiting.size() + 1); left > 0; left--) {
            Delivery one = waiting.get(random.nextInt(waiting.size()));
            some.add(one);
            if (random.nextInt(3) > 0) {
                waiting.remove(one);
            }
        }
        return some.stream().distinct().toList();
    }

    /** Whether every act is told, sooner or later. */
    boolean isToldWhole() {
        return lost == 0;
    }

    /** All that wait. */
    synchronized List<Delivery> allHooks() {
        List<Delivery> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    /** Not acknowledged, so it comes again. */
    synchronized void putBack(List<Delivery> unacknowledged) {
        waiting.addAll(unacknowledged);
    }

    synchronized boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    synchronized int upTo(int bound) {
        return random.nextInt(bound);
    }
}
