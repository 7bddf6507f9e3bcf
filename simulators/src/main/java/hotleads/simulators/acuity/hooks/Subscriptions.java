package hotleads.simulators.acuity.hooks;

import hotleads.simulators.storage.StateFile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The webhooks made over the API, one event each. */
public final class Subscriptions {

    private static final int MOST = 25;
    private static final long FIRST_ID = 8123;
    private static final String ORDER_COMPLETED = "order.completed";
    private static final Set<Integer> PORTS = Set.of(80, 443);

    /** One event and where it goes. */
    public record Subscription(long id, String event, String target) {}

    /** How a wish for a webhook ended. */
    public sealed interface Wish {
        /** It is active from now on. */
        record Made(Subscription subscription) implements Wish {}

        /** It cannot be, for this reason. */
        record NotPossible(String why) implements Wish {}
    }

    private record Stored(List<Subscription> subscriptions) {}

    private final StateFile file;
    private final List<Subscription> subscriptions = new ArrayList<>();

    public Subscriptions(StateFile file) {
        this.file = file;
        file.read(Stored.class).ifPresent(stored -> subscriptions.addAll(stored.subscriptions));
    }

    public synchronized List<Subscription> all() {
        return List.copyOf(subscriptions);
    }

    public synchronized Wish add(String event, String target) {
        Optional<String> obstacle = obstacle(event, target);
        if (obstacle.isPresent()) {
            return new Wish.NotPossible(obstacle.get());
        }
        long id = subscriptions.stream().mapToLong(Subscription::id).max().orElse(FIRST_ID - 1) + 1;
        var made = new Subscription(id, event, target);
        subscriptions.add(made);
        save();
        return new Wish.Made(made);
    }

    public synchronized boolean remove(long id) {
        boolean removed = subscriptions.removeIf(one -> one.id == id);
        save();
        return removed;
    }

    private Optional<String> obstacle(String event, String target) {
        if (subscriptions.size() >= MOST) {
            return Optional.of("At most 25 webhooks are allowed.");
        }
        if (HookEvent.ofLongName(event).isEmpty() && !event.equals(ORDER_COMPLETED)) {
            return Optional.of("Invalid event.");
        }
        return isAllowed(target) ? Optional.empty() : Optional.of("Invalid target: port must be 443 or 80.");
    }

    private static boolean isAllowed(@Nullable String target) {
        try {
            URI uri = URI.create(String.valueOf(target));
            boolean https = "https".equals(uri.getScheme());
            int port = uri.getPort() >= 0 ? uri.getPort() : https ? 443 : 80;
            return uri.getHost() != null && (https || "http".equals(uri.getScheme())) && PORTS.contains(port);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void save() {
        file.save(() -> new Stored(all()));
    }
}
