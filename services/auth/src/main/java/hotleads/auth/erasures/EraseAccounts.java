package hotleads.auth.erasures;

import hotleads.audit.Actor;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.contracts.AccountHoldings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes the accounts that are about some people, and their keys, so that nothing sealed with them opens any more.
 * Nothing of them is opened for it: an account that does not open goes as well. Done twice it does nothing more.
 */
@Component
class EraseAccounts {
    /** Whatever else holds a row of an account goes before it. */
    private static final List<String> OF_AN_ACCOUNT =
            List.of("session", "factor", "recovery_list", "passkey_user", "known_browser", "notice", "factor_reset");

    private final JdbcClient jdbc;
    private final Trail trail;

    EraseAccounts(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    AccountHoldings holdingsOf(Collection<UUID> people) {
        return jdbc.sql("""
                        WITH theirs AS (SELECT id FROM account WHERE person_id = ANY (:people))
                        SELECT (SELECT count(*) FROM theirs) AS accounts,
                               (SELECT count(*) FROM session WHERE account_id IN (SELECT id FROM theirs)) AS sessions,
                               (SELECT count(*) FROM working_factor WHERE account_id IN (SELECT id FROM theirs)) AS factors,
                               (SELECT count(*) FROM invite WHERE person_id = ANY (:people) AND over_at IS NULL) AS invites
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query((row, number) -> new AccountHoldings(
                        row.getInt("accounts"), row.getInt("sessions"), row.getInt("factors"), row.getInt("invites")))
                .single();
    }

    @Transactional
    public void erase(UUID erasure, Collection<UUID> people, Actor by) {
        UUID[] theirs = people.toArray(UUID[]::new);
        // Invites first: one that is just being accepted makes its account before it is gone.
        List<UUID> keys = new ArrayList<>(jdbc.sql("DELETE FROM invite WHERE person_id = ANY (?) RETURNING key_id")
                .param(theirs)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list());
        List<UUID> accounts = jdbc.sql("SELECT id FROM account WHERE person_id = ANY (?) ORDER BY id FOR UPDATE")
                .param(theirs)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        accounts.forEach(account -> keys.add(remove(account)));
        jdbc.sql("""
                        DELETE FROM sealing_key k WHERE id = ANY (?)
                          AND NOT EXISTS (SELECT 1 FROM account a WHERE a.key_id = k.id)
                          AND NOT EXISTS (SELECT 1 FROM invite i WHERE i.key_id = k.id)
                        """).param(keys.toArray(UUID[]::new)).update();
        accounts.forEach(account -> trail.done(
                by, Act.ACCOUNT_ERASED, new Trail.Subject("account", account.toString()), ClientAddress.NONE));
        if (accounts.isEmpty() && !keys.isEmpty()) {
            trail.done(by, Act.ACCOUNT_ERASED, new Trail.Subject("erasure", erasure.toString()), ClientAddress.NONE);
        }
    }

    /** @return its key */
    private UUID remove(UUID account) {
        OF_AN_ACCOUNT.forEach(table -> jdbc.sql("DELETE FROM " + table + " WHERE account_id = ?")
                .param(account)
                .update());
        return jdbc.sql("DELETE FROM account WHERE id = ? RETURNING key_id")
                .param(account)
                .query(UUID.class)
                .single();
    }
}
