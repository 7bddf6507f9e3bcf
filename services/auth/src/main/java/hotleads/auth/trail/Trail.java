package hotleads.auth.trail;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.auth.sealing.SealingKeys;
import hotleads.platform.request.RequestId;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends what was done or refused; call it in the transaction of the act. */
@Component
public class Trail {
    private final AuditLog log;
    private final SealingKeys keys;
    private final Clock clock;

    Trail(JdbcTemplate jdbc, SealingKeys keys, Clock clock) {
        this.log = new AuditLog(jdbc);
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

    private void append(Actor actor, Act act, Subject subject, String outcome, int count, ClientAddress address) {
        UUID id = UUID.randomUUID();
        SealingKey key = address.equals(ClientAddress.NONE) ? null : keyFor(subject);
        log.append(new Entry(
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
