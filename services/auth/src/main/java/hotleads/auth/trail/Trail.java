package hotleads.auth.trail;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.request.RequestId;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import hotleads.vault.Unopened;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends what was done or refused; call it in the transaction of the act. */
@Component
public class Trail {
    private static final Logger log = LoggerFactory.getLogger(Trail.class);

    private final AuditLog entries;
    private final SealingKeys keys;
    private final Clock clock;

    Trail(JdbcTemplate jdbc, SealingKeys keys, Clock clock) {
        this.entries = new AuditLog(jdbc);
        this.keys = keys;
        this.clock = clock;
    }

    public void done(Actor actor, Act act, Subject subject, ClientAddress address) {
        append(actor, act, subject, "done", 1, address);
    }

    public void refused(Actor actor, Act act, Subject subject, ClientAddress address) {
        append(actor, act, subject, "refused", 1, address);
    }

    /** @param count how many alike refusals the entry stands for */
    public void refused(Actor actor, Act act, Subject subject, ClientAddress address, int count) {
        append(actor, act, subject, "refused", count, address);
    }

    /** What is found, opened; when it does not open that is recorded, and it is as if it were not there. */
    public <T> Optional<T> opened(Supplier<Optional<T>> found) {
        Unopened unopened = new Unopened();
        Optional<T> opened = unopened.open(found).flatMap(one -> one);
        unopened.places().forEach(this::unopened);
        return opened;
    }

    /** Whoever alters or moves a sealed value leaves a trace at its next reading. */
    public void unopened(Place place) {
        log.warn("The sealed value in {}.{}, row {}, does not open", place.table(), place.column(), place.row());
        refused(
                Actor.service("auth"),
                Act.SEALED_REFUSED,
                new Subject("sealed-value", place.table() + "." + place.column() + "/" + place.row()),
                ClientAddress.NONE);
    }

    private void append(Actor actor, Act act, Subject subject, String outcome, int count, ClientAddress address) {
        UUID id = UUID.randomUUID();
        SealingKey key = address.equals(ClientAddress.NONE) ? null : keyFor(subject);
        entries.append(new Entry(
                id,
                clock.instant(),
                actor,
                act.word(),
                subject.kind(),
                subject.id(),
                outcome,
                count,
                RequestId.current(),
                key == null ? null : key.seal(address.value(), new Place("audit_entry", "sealed", id)),
                key == null ? null : key.id()));
    }

    private SealingKey keyFor(Subject subject) {
        return subject.key() == null ? keys.own(SealingKeys.Purpose.TRAIL) : subject.key();
    }

    /**
     * What an act was done to.
     *
     * @param key seals the address beside the entry; with the account's own key, erasing the account erases its
     *     addresses
     */
    public record Subject(
            @Nullable String kind,
            @Nullable String id,
            @Nullable SealingKey key) {
        /** For what strangers did to nothing we know. */
        public static final Subject UNKNOWN = new Subject(null, null, null);

        public Subject(String kind, String id) {
            this(kind, id, null);
        }
    }
}
