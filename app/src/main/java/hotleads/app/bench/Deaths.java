package hotleads.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** Kills as {@code kill -9} does, several at once, and sees all of them come back. */
public final class Deaths {
    private static final String READY = "\"status\":\"ready\"";
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private final HttpClient client;
    private final URI ready;
    private final Function<Victim, OptionalLong> pid;
    private final Duration backWithin;

    /**
     * @param gateway asks all that stand behind it whether they are ready, and core and auth ask the database
     * @param backWithin far beyond what it takes: what is asked is whether anything is lost, on however slow a disk
     */
    public Deaths(HttpClient client, URI gateway, Function<Victim, OptionalLong> pid, Duration backWithin) {
        this.client = client;
        this.ready = gateway.resolve("/readyz");
        this.pid = pid;
        this.backWithin = backWithin;
    }

    /**
     * Returns when none of them is what it was and everything is ready.
     *
     * @return how long that took
     * @throws IllegalStateException when it takes too long
     */
    public Duration of(Collection<Victim> victims) throws InterruptedException {
        Map<Victim, Long> killed = new EnumMap<>(Victim.class);
        for (Victim victim : victims) {
            pid.apply(victim).ifPresent(process -> killed.put(victim, process));
        }
        long began = System.nanoTime();
        killed.values().forEach(Deaths::kill);
        while (!areBack(killed)) {
            if (System.nanoTime() - began > backWithin.toNanos()) {
                throw new IllegalStateException("Not ready again after the death of " + victims);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static void kill(long process) {
        ProcessHandle.of(process).ifPresent(alive -> {
            alive.destroyForcibly();
            var _ = alive.onExit().join();
        });
    }

    private boolean areBack(Map<Victim, Long> killed) throws InterruptedException {
        boolean others = killed.entrySet().stream().allMatch(one -> {
            OptionalLong now = pid.apply(one.getKey());
            return now.isPresent() && now.getAsLong() != one.getValue();
        });
        return others && isReady();
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(ready).timeout(ANSWER).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .contains(READY);
        } catch (IOException notYet) {
            return false;
        }
    }
}
