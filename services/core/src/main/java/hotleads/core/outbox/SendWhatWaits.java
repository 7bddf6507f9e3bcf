package hotleads.core.outbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import hotleads.core.RunUntilShutdown;
import hotleads.core.outbox.Departures.Claimed;
import hotleads.platform.traces.Traces;
import hotleads.vault.CannotOpen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox; a try whose end nobody knows is looked up before the next. Each kind goes its own
 * way: a provider that is slow holds up nothing that goes to another.
 */
@Component
class SendWhatWaits extends RunUntilShutdown {
    private static final Logger log = LoggerFactory.getLogger(SendWhatWaits.class);
    /** Some providers let few call at once, and reads want their share. */
    private static final int AT_ONCE = 2;

    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration WHILE_SOME_LEAVE = Duration.ofMillis(50);

    private final Departures departures;
    private final Traces traces;
    private final Map<String, Outward> ways;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    SendWhatWaits(Departures departures, ObjectProvider<Outward> ways, Traces traces) {
        super("send-what-waits");
        this.departures = departures;
        this.traces = traces;
        this.ways = ways.stream().collect(toMap(Outward::kind, identity()));
    }

    @Override
    protected void round() throws InterruptedException {
        for (String kind : ways.keySet()) {
            if (!underWay.contains(kind)) {
                List<Claimed> claimed = departures.claim(kind, AT_ONCE);
                if (!claimed.isEmpty()) {
                    underWay.add(kind);
                    Thread.ofVirtual().name("outward-" + kind).start(() -> sendAll(kind, claimed));
                }
            }
        }
        Thread.sleep(underWay.isEmpty() ? PACE : WHILE_SOME_LEAVE);
    }

    private void sendAll(String kind, List<Claimed> claimed) {
        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            claimed.forEach(one -> side.execute(() -> sendAlone(one)));
        } finally {
            underWay.remove(kind);
        }
    }

    private void sendAlone(Claimed claimed) {
        try (Traces.Step _ = traces.work("send-parcel")) {
            send(claimed);
        } catch (CannotOpen altered) {
            departures.stillUnsure(claimed, "outbox.unreadable", null, true);
        } catch (RuntimeException failure) {
            // The kind only, as a message may quote what was to be sent. Its lease ends, and it is looked up.
            log.warn(
                    "Parcel {} could not be sent: {}",
                    claimed.id(),
                    failure.getClass().getName());
        }
    }

    private void send(Claimed claimed) {
        Outward way = Objects.requireNonNull(ways.get(claimed.kind()));
        Parcel parcel = departures.open(claimed);
        if (claimed.unsure() && !mayBeSent(claimed, way.lookUp(parcel))) {
            return;
        }
        departures.begun(claimed);
        departures.ended(claimed, way.send(parcel));
    }

    private boolean mayBeSent(Claimed claimed, Sent found) {
        switch (found) {
            case Sent.NotThere() -> {
                return true;
            }
            case Sent.Saved saved -> departures.ended(claimed, saved);
            case Sent.Refused(String cause) -> departures.stillUnsure(claimed, cause, null, true);
            case Sent.Later(String cause, Duration wait) -> departures.stillUnsure(claimed, cause, wait, false);
            case Sent.Unclear(String cause) -> departures.stillUnsure(claimed, cause, null, false);
        }
        return false;
    }
}
