package hotleads.core.live;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.request.RequestId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream that tells an open browser that the list changed; it carries a version and nothing else. */
@RestController
class LiveController {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final long NO_TIMEOUT = 0;

    private final LiveVersion version;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;
    private final Set<SseEmitter> open = ConcurrentHashMap.newKeySet();

    LiveController(LiveVersion version, AuditLog audit, Ids ids, Clock clock) {
        this.version = version;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(Caller caller, @RequestHeader(name = "Last-Event-ID", defaultValue = "0") long lastEventId) {
        Actor actor = Actor.person(caller.accountId(), caller.role().word());
        audit.append(
                Entry.done(ids.next(), clock.instant(), actor, "live.opened", "list", "leads", RequestId.current()));
        SseEmitter stream = new SseEmitter(NO_TIMEOUT);
        // One virtual thread a stream, which waits: a reader that is slow holds up nobody but itself.
        Thread writer = Thread.ofVirtual().name("live").unstarted(() -> write(stream, lastEventId));
        stream.onCompletion(() -> {
            open.remove(stream);
            writer.interrupt();
        });
        stream.onError(failure -> writer.interrupt());
        open.add(stream);
        writer.start();
        return stream;
    }

    /** A stream never ends by itself, and a shutdown would wait for it until it is killed. */
    @EventListener(ContextClosedEvent.class)
    void endAll() {
        open.forEach(SseEmitter::complete);
    }

    private void write(SseEmitter stream, long lastEventId) {
        try {
            long told = lastEventId;
            stream.send(SseEmitter.event().comment("open").reconnectTime(2_000));
            while (true) {
                long now = version.awaitHigher(told, HEARTBEAT);
                stream.send(now > told ? event(now) : SseEmitter.event().comment("still here"));
                told = Math.max(told, now);
            }
        } catch (IOException | IllegalStateException gone) {
            stream.complete();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static SseEmitter.SseEventBuilder event(long version) {
        return SseEmitter.event()
                .id(Long.toString(version))
                .name("leads")
                .data(Map.of("version", version), MediaType.APPLICATION_JSON);
    }
}
