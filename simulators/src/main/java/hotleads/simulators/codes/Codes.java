package hotleads.simulators.codes;

import hotleads.simulators.storage.StateFile;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The keys in the pretend phone, and their codes by real time. */
public final class Codes {

    private static final int MOST = 50;

    /** What the phone's screen shows for one key. */
    public record Shown(String label, String code, long secondsLeft, int stepSeconds) {}

    private record Stored(List<PhoneKey> keys) {}

    private final StateFile file;
    private final Clock clock;
    private final List<PhoneKey> keys = new ArrayList<>();

    public Codes(StateFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        file.read(Stored.class).ifPresent(stored -> keys.addAll(stored.keys));
    }

    /** False when the text holds no usable key. A label set up anew replaces its old key. */
    public boolean add(String text) {
        var key = PhoneKey.read(text);
        key.ifPresent(this::keep);
        return key.isPresent();
    }

    /** The newest first. */
    public List<Shown> shown() {
        Instant now = clock.instant();
        return keys().reversed().stream()
                .map(key -> new Shown(key.label(), key.codeAt(now), key.secondsLeftAt(now), key.stepSeconds()))
                .toList();
    }

    public void forgetAll() {
        synchronized (this) {
            keys.clear();
        }
        save();
    }

    private void keep(PhoneKey key) {
        synchronized (this) {
            keys.removeIf(old -> old.label().equals(key.label()));
            keys.add(key);
            if (keys.size() > MOST) {
                keys.removeFirst();
            }
        }
        save();
    }

    private synchronized List<PhoneKey> keys() {
        return List.copyOf(keys);
    }

    private void save() {
        file.save(() -> new Stored(keys()));
    }
}
