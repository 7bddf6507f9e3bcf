package hotleads.core.leads;

import hotleads.core.vault.Vault;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.SealingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds a person against every other act until the transaction ends, and refuses whoever saw an older state: of two at
 * once one wins, and the other is told what happened.
 */
@Component
class HoldPerson {
    private final JdbcClient jdbc;
    private final Vault vault;

    HoldPerson(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * The person held.
     *
     * @param newVersion the one that an act made now brings about
     */
    record Held(SealingKey key, long newVersion) {}

    Held now(UUID person) {
        Locked locked = lock(person);
        return new Held(vault.key(locked.keyId), locked.factsVersion + 1);
    }

    /** @param seen the version the caller's page showed */
    Held asSeen(UUID person, long seen, Caller caller) {
        Locked locked = lock(person);
        if (locked.factsVersion != seen) {
            throw changedMeanwhile(person, seen, locked.factsVersion, caller);
        }
        return new Held(vault.key(locked.keyId), locked.factsVersion + 1);
    }

    private Locked lock(UUID person) {
        return jdbc.sql("SELECT key_id, facts_version FROM person WHERE id = ? FOR UPDATE")
                .param(person)
                .query(Locked.class)
                .optional()
                .orElseThrow(() -> new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person"));
    }

    /** Tells what the other did, so that the page can say it and keep what was typed. */
    private Problem changedMeanwhile(UUID person, long seen, long current, Caller caller) {
        Map<String, Object> told = new HashMap<>();
        Change latest = latestAct(person, seen).orElseGet(() -> latestNews(person));
        told.put("recordVersion", current);
        told.put("latestKind", latest.kind);
        told.put("latestAt", latest.at);
        told.put("latestByYou", caller.accountId().equals(latest.by));
        if (latest.by != null) {
            told.put("latestBy", latest.by);
        }
        return new Problem(
                HttpStatus.CONFLICT, "changed-under-you", "Something about this person changed meanwhile", told);
    }

    private Optional<Change> latestAct(UUID person, long seen) {
        return jdbc.sql("""
                        WITH done AS (
                          SELECT kind, at, account_id, version, undone_at, undone_by, undone_version FROM outcome WHERE person_id = ?
                          UNION ALL
                          SELECT kind, at, account_id, version, undone_at, undone_by, undone_version FROM act WHERE person_id = ?)
                        SELECT kind, at, account_id, version FROM done WHERE version > ?
                        UNION ALL
                        SELECT 'undone', undone_at, undone_by, undone_version FROM done WHERE undone_version > ?
                        ORDER BY version DESC LIMIT 1
                        """)
                .params(person, person, seen, seen)
                .query((row, number) -> Change.read(row))
                .optional();
    }

    /** None of us did anything, so Acuity told something new. */
    private Change latestNews(UUID person) {
        return jdbc.sql("SELECT 'booking', max(received_at), NULL::uuid FROM booking WHERE person_id = ?")
                .param(person)
                .query((row, number) -> Change.read(row))
                .single();
    }

    private record Locked(UUID keyId, long factsVersion) {}

    private record Change(String kind, Instant at, @Nullable UUID by) {
        static Change read(ResultSet row) throws SQLException {
            Timestamp at = row.getTimestamp(2);
            return new Change(
                    row.getString(1), at == null ? Instant.EPOCH : at.toInstant(), row.getObject(3, UUID.class));
        }
    }
}
