package hotleads.core.vault;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.platform.request.RequestId;
import hotleads.vault.Place;
import hotleads.vault.Unopened;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records sealed values that do not open: whoever alters or moves one leaves a trace at its next reading. */
@Component
public class ReportUnopened {
    /** What the trail says of it. */
    public static final String ACT = "sealed.refused";

    private static final Logger log = LoggerFactory.getLogger(ReportUnopened.class);

    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    ReportUnopened(AuditLog audit, Ids ids, Clock clock) {
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What an answer had to leave out.
     *
     * @param count how many stored values did not open
     * @param reference of the entries in the audit trail that name them: the request's id
     */
    public record UnopenedShown(int count, @Nullable String reference) {}

    /** An entry for each, in the caller's transaction; null when all opened. */
    public @Nullable UnopenedShown of(Unopened unopened) {
        if (unopened.isEmpty()) {
            return null;
        }
        record(unopened.places());
        return new UnopenedShown(unopened.places().size(), RequestId.current());
    }

    void record(Set<Place> places) {
        places.forEach(place -> log.warn(
                "The sealed value in {}.{}, row {}, does not open", place.table(), place.column(), place.row()));
        audit.append(places.stream().map(this::entry).toList());
    }

    private Entry entry(Place place) {
        return Entry.refused(
                ids.next(),
                clock.instant(),
                Actor.service("core"),
                ACT,
                "sealed-value",
                place.table() + "." + place.column() + "/" + place.row(),
                RequestId.current());
    }
}
