package hotleads.core.calendars;

import hotleads.contracts.BusyTime;
import hotleads.contracts.GoogleFreeBusyQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceFreshness;
import hotleads.core.sources.SourceFreshness.Status;
import hotleads.core.sources.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a practitioner is free at Google, asked right before a time is offered. */
@Component
public class FreeAtGoogle {
    /** What is known from before may be offered for so long, and with a warning after. */
    private static final Duration HOLDS = Duration.ofMinutes(10);

    private final GoogleAddresses addresses;
    private final GoogleCalls google;
    private final GoogleEvents events;
    private final SourceFreshness freshness;
    private final Clock clock;

    FreeAtGoogle(
            GoogleAddresses addresses,
            GoogleCalls google,
            GoogleEvents events,
            SourceFreshness freshness,
            Clock clock) {
        this.addresses = addresses;
        this.google = google;
        this.events = events;
        this.freshness = freshness;
        this.clock = clock;
    }

    /**
     * When they are busy.
     *
     * @param certain whether Google said so now, or within ten minutes
     */
    public record Known(boolean certain, List<BusyTime> busy) {
        public boolean isBusy(Instant from, Instant to) {
            return busy.stream().anyMatch(time -> time.from().isBefore(to) && from.isBefore(time.to()));
        }
    }

    /** @return nothing where no calendar at Google belongs to this one */
    public Optional<Known> between(long calendar, Instant from, Instant to) {
        if (!addresses.has(calendar)) {
            // Whose account does not open may be busy all the same: what was read last is better than "free".
            return addresses.mayHave(calendar) ? Optional.of(fromBefore(calendar, from, to)) : Optional.empty();
        }
        ProviderAnswer<List<BusyTime>> asked = google.freeBusy(calendar, new GoogleFreeBusyQuery(from, to), Turn.LIVE);
        return Optional.of(asked.content() == null ? fromBefore(calendar, from, to) : new Known(true, asked.content()));
    }

    private Known fromBefore(long calendar, Instant from, Instant to) {
        Status status = freshness.of(Source.GOOGLE, Long.toString(calendar));
        Instant fetchedTo = status.fetchedTo();
        boolean holds = fetchedTo != null && fetchedTo.plus(HOLDS).isAfter(clock.instant());
        return new Known(
                holds,
                events.touching(List.of(calendar), from, to).stream()
                        .filter(event -> event.busy() && event.booking() == null)
                        .map(event -> new BusyTime(event.startsAt(), event.endsAt()))
                        .toList());
    }
}
