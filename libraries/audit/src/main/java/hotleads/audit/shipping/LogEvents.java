package hotleads.audit.shipping;

import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.ChainLines;
import hotleads.audit.chain.KeyChange;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;

/**
 * Links and anchors as log events, in calls of the size that CloudWatch Logs takes: 1 MiB and 26 bytes an event, 10,000
 * events, in order of time, none older than two weeks, all within a day.
 */
final class LogEvents {
    private static final int MOST_BYTES = 1_048_576;
    private static final int BYTES_AN_EVENT = 26;
    private static final int MOST_EVENTS = 10_000;
    /** What one event may hold, with room for its overhead. */
    private static final int LONGEST = 250_000;

    private static final Duration SPAN = Duration.ofHours(23);

    private final ChainHash hash;
    private final Instant now;
    private final List<List<InputLogEvent>> calls = new ArrayList<>();
    private List<InputLogEvent> call = new ArrayList<>();
    private long bytes;
    private Instant last;

    /** @param sentUpTo no event of an earlier round bears a later time: CloudWatch shows them by their times */
    LogEvents(String chain, Instant sentUpTo, Instant now) {
        this.hash = new ChainHash(chain);
        this.now = now;
        Instant earliest = now.minus(SPAN);
        // What lies hours ahead, as after a clock was put back, it does not take.
        Instant upTo = sentUpTo.isAfter(now) ? now : sentUpTo;
        this.last = upTo.isBefore(earliest) ? earliest : upTo;
    }

    void add(Link link) {
        StoredEntry entry = link.entry();
        String line = line(lines -> lines.link(link));
        if (entry != null && line.length() > LONGEST) {
            // Too long to send: its digest still holds its place in the chain, and the entry lies in the database.
            Link withoutEntry = new Link(link.seq(), link.entryId(), link.hash(), null, hash.digest(entry));
            line = line(lines -> lines.link(withoutEntry));
        }
        add(line, entry == null ? now : entry.at());
    }

    void add(KeyChange change) {
        // Before the first line that needs it, and so not later than that one.
        add(line(lines -> lines.keyChanges(change)), last);
    }

    void add(Anchor anchor) {
        add(line(lines -> lines.anchor(anchor)), anchor.at());
    }

    private void add(String line, Instant at) {
        int size = line.getBytes(StandardCharsets.UTF_8).length + BYTES_AN_EVENT;
        if (!call.isEmpty() && (bytes + size > MOST_BYTES || call.size() == MOST_EVENTS)) {
            calls.add(call);
            call = new ArrayList<>();
            bytes = 0;
        }
        // The chain's order is what counts: an entry told of late gets the time of the one before it. The line has its
        // own.
        last = at.isBefore(last) ? last : at.isAfter(now) ? now : at;
        call.add(InputLogEvent.builder()
                .message(line)
                .timestamp(last.toEpochMilli())
                .build());
        bytes += size;
    }

    List<List<InputLogEvent>> calls() {
        if (!call.isEmpty()) {
            calls.add(call);
            call = new ArrayList<>();
            bytes = 0;
        }
        return List.copyOf(calls);
    }

    private static String line(java.util.function.Consumer<ChainLines> writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ChainLines lines = new ChainLines(out)) {
            writing.accept(lines);
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
