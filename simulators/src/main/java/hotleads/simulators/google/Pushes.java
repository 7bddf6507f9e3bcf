package hotleads.simulators.google;

import hotleads.simulators.time.Later;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** The channels, and the pushes they get: headers and nothing else, with no promise. */
public final class Pushes {

    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(0, 500, 502, 503, 504);
    private static final int TRIES = 5;
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Set<String> waiting = new HashSet<>();
    private final GoogleFaults faults;
    private final PushPost post;
    private final InstantSource time;
    private final Later later;
    private final Executor pool;

    Pushes(List<Channel> known, GoogleFaults faults, PushPost post, InstantSource time, Later later, Executor pool) {
        known.forEach(channel -> channels.put(channel.id(), channel));
        this.faults = faults;
        this.post = post;
        this.time = time;
        this.later = later;
        this.pool = pool;
    }

    public synchronized List<Channel> all() {
        return List.copyOf(channels.values());
    }

    /** Nothing when the id was given before: channels are never renewed. */
    synchronized boolean open(Channel channel) {
        if (channels.putIfAbsent(channel.id(), channel) != null) {
            return false;
        }
        pool.execute(() -> push(channel, "sync", 1, 0));
        return true;
    }

    synchronized boolean stop(String id, String resource, String address) {
        return Optional.ofNullable(channels.get(id))
                .filter(channel -> channel.resource().equals(resource))
                .filter(channel -> channel.address().equals(address))
                .map(channel -> channels.put(id, channel.asStopped()))
                .isPresent();
    }

    /** Changes close together are told once. */
    synchronized void changed(String address) {
        if (waiting.add(address)) {
            later.run(TOGETHER, () -> pool.execute(() -> tell(address)));
        }
    }

    private void tell(String address) {
        for (Channel channel : due(address)) {
            push(channel, "exists", channel.messages(), 0);
        }
    }

    private synchronized List<Channel> due(String address) {
        waiting.remove(address);
        Instant now = time.instant();
        channels.values().removeIf(channel -> channel.expires().isBefore(now.minus(Duration.ofDays(2))));
        List<Channel> due = channels.values().stream()
                .filter(channel -> channel.address().equals(address))
                .filter(channel -> faults.on(GoogleFault.PUSH_AFTER_STOP)
                        || (!channel.stopped() && channel.expires().isAfter(now)))
                .map(Channel::afterMessage)
                .toList();
        due.forEach(channel -> channels.put(channel.id(), channel));
        return due;
    }

    private void push(Channel channel, String state, long number, int tried) {
        if (faults.on(GoogleFault.PUSH_OFF)) {
            return;
        }
        try {
            int status = post.post(URI.create(channel.target()), headers(channel, state, number));
            if (WORTH_ANOTHER_TRY.contains(status) && tried + 1 < TRIES) {
                later.run(
                        Duration.ofSeconds(1L << tried),
                        () -> pool.execute(() -> push(channel, state, number, tried + 1)));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> headers(Channel channel, String state, long number) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Goog-Channel-ID", channel.id());
        String token = faults.on(GoogleFault.PUSH_WRONG_TOKEN) ? "nobody-gave-this" : channel.token();
        if (token != null) {
            headers.put("X-Goog-Channel-Token", token);
        }
        headers.put(
                "X-Goog-Channel-Expiration",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(channel.expires().atOffset(ZoneOffset.UTC)));
        headers.put("X-Goog-Resource-ID", channel.resource());
        headers.put(
                "X-Goog-Resource-URI",
                "https://www.googleapis.com/calendar/v3/calendars/" + channel.address() + "/events?alt=json");
        headers.put("X-Goog-Resource-State", state);
        headers.put("X-Goog-Message-Number", Long.toString(number));
        return headers;
    }
}
