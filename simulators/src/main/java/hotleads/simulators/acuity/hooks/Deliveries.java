package hotleads.simulators.acuity.hooks;

import hotleads.simulators.storage.StateFile;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every webhook still to be delivered, and the last few hundred that ended. */
public final class Deliveries {

    private static final int KEPT = 300;

    /** What the file holds. */
    record Stored(long nextId, List<Delivery> deliveries, Map<String, Instant> failingSince, Set<String> switchedOff) {}

    private final StateFile file;
    private final Map<Long, Delivery> waiting = new TreeMap<>();
    private final Set<Long> underWay = new HashSet<>();
    private final Deque<Delivery> ended = new ArrayDeque<>();
    private final Map<String, Instant> failingSince = new HashMap<>();
    private final Set<String> switchedOff = new HashSet<>();
    private long nextId = 1;
    private volatile boolean kept = true;

    public Deliveries(StateFile file) {
        this.file = file;
        file.read(Stored.class).ifPresent(this::restore);
    }

    synchronized Delivery add(Instant now, HookMessage message) {
        var delivery = Delivery.waiting(nextId++, now, message.target(), message.body(), message.signing());
        waiting.put(delivery.id(), delivery);
        return delivery;
    }

    /** True once for each attempt: false when it was made, or is being made, by somebody else. */
    synchronized boolean begin(Delivery delivery) {
        return delivery.equals(waiting.get(delivery.id())) && underWay.add(delivery.id());
    }

    synchronized Delivery update(Delivery delivery) {
        underWay.remove(delivery.id());
        waiting.remove(delivery.id());
        if (delivery.isWaiting()) {
            waiting.put(delivery.id(), delivery);
        } else {
            ended.addLast(delivery);
            while (ended.size() > KEPT) {
                ended.removeFirst();
            }
        }
        return delivery;
    }

    public void save() {
        if (kept) {
            file.save(this::stored);
        }
    }

    /** While a history is played, thousands of webhooks are not worth a file each: killed, it is played anew. */
    public void keep(boolean wanted) {
        kept = wanted;
        save();
    }

    public synchronized List<Delivery> waiting() {
        return List.copyOf(waiting.values());
    }

    /** The newest first. */
    public synchronized List<Delivery> newest(int most) {
        return Stream.concat(waiting.values().stream(), ended.stream())
                .sorted(Comparator.comparing(Delivery::id).reversed())
                .limit(most)
                .toList();
    }

    public synchronized Optional<Delivery> find(long id) {
        return Stream.concat(waiting.values().stream(), ended.stream())
                .filter(delivery -> delivery.id() == id)
                .findFirst();
    }

    synchronized Instant failing(String target, Instant now) {
        return failingSince.computeIfAbsent(target, key -> now);
    }

    synchronized void working(String target) {
        failingSince.remove(target);
    }

    synchronized void switchOff(String target) {
        switchedOff.add(target);
    }

    /** A webhook made anew for this address works again. */
    public void switchOn(String target) {
        synchronized (this) {
            switchedOff.remove(target);
            failingSince.remove(target);
        }
        save();
    }

    public synchronized boolean isSwitchedOff(String target) {
        return switchedOff.contains(target);
    }

    public synchronized Set<String> switchedOff() {
        return Set.copyOf(switchedOff);
    }

    /** What a person does in Acuity's settings after a hook was switched off. */
    public void switchAllOn() {
        synchronized (this) {
            switchedOff.clear();
            failingSince.clear();
        }
        save();
    }

    private synchronized Stored stored() {
        var all = new ArrayList<>(ended);
        all.addAll(waiting.values());
        return new Stored(nextId, all, Map.copyOf(failingSince), Set.copyOf(switchedOff));
    }

    private synchronized void restore(Stored stored) {
        nextId = stored.nextId();
        stored.deliveries().forEach(this::update);
        failingSince.putAll(stored.failingSince());
        switchedOff.addAll(stored.switchedOff());
    }
}
