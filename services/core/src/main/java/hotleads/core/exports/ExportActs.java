package hotleads.core.exports;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import hotleads.core.vault.Vault;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.request.RequestId;
import hotleads.vault.Place;
import hotleads.vault.SealingKey;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the trail says of copies of records, in the transaction of the act; a reason is sealed under the person's key.
 */
@Component
class ExportActs {
    private static final String SUBJECT = "person";

    private final AuditLog audit;
    private final Acts acts;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final JdbcClient jdbc;

    ExportActs(AuditLog audit, Acts acts, Vault vault, Ids ids, Clock clock, JdbcClient jdbc) {
        this.audit = audit;
        this.acts = acts;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    void asked(Caller caller, UUID person, String reason) {
        UUID id = ids.next();
        SealingKey key = vault.key(jdbc.sql("SELECT key_id FROM person WHERE id = ?")
                .param(person)
                .query(UUID.class)
                .single());
        audit.append(new Entry(
                id,
                clock.instant(),
                Actor.person(caller.accountId(), caller.role().word()),
                "person.export-asked",
                SUBJECT,
                person.toString(),
                "done",
                1,
                RequestId.current(),
                key.seal(reason, new Place("audit_entry", "sealed", id)),
                key.id()));
    }

    void done(Caller caller, String act, UUID person) {
        acts.byPerson(caller, act, SUBJECT, person.toString());
    }

    void byJob(String act, UUID person) {
        acts.byJob(MakeExports.NAME, act, SUBJECT, person.toString());
    }
}
