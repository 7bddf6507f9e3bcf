package hotleads.core.erasures;

import hotleads.core.leads.Evaluations;
import hotleads.core.people.Groups;
import hotleads.core.people.People;
import hotleads.core.vault.Vault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Destroys the keys of somebody's identities and removes what is nothing without them, in the caller's transaction, who
 * holds the keys alone. Done to an older copy of the database, it removes what of them was there then.
 */
@Component
class RemovePerson {
    private final Holdings holdings;
    private final People people;
    private final Groups groups;
    private final Evaluations evaluations;
    private final Vault vault;
    private final JdbcClient jdbc;

    RemovePerson(
            Holdings holdings, People people, Groups groups, Evaluations evaluations, Vault vault, JdbcClient jdbc) {
        this.holdings = holdings;
        this.people = people;
        this.groups = groups;
        this.evaluations = evaluations;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** @return how many rows of each kind there were */
    Map<String, Long> remove(List<UUID> persons, List<UUID> identities, List<UUID> keys) {
        people.holdNewcomers();
        List<UUID> others = leaveOthersWhole(persons, identities);
        Extent extent = Extent.of(withThoseLeftEmpty(persons, identities), identities, jdbc);
        List<UUID> tied = people.tiedTo(extent.persons());
        forgetReasons(extent);
        Map<String, Long> counts = holdings.remove(extent);
        jdbc.sql("DELETE FROM sealing_key WHERE id = ANY (?)")
                .param(keys.toArray(UUID[]::new))
                .update();
        // No match with them waits any more, which may have kept others off the list.
        others.addAll(tied);
        others.removeAll(extent.persons());
        evaluations.evaluate(others);
        forgetKeysAfterwards(extent.keys());
        return counts;
    }

    /**
     * Of an older copy: records that were parted from this person before the erasure are somebody else's.
     *
     * @return those somebodies
     */
    private List<UUID> leaveOthersWhole(List<UUID> persons, List<UUID> identities) {
        UUID[] gone = persons.toArray(UUID[]::new);
        UUID[] theirs = identities.toArray(UUID[]::new);
        Map<UUID, List<UUID>> byHome = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT id, home_id FROM identity
                        WHERE (person_id = ANY (?) OR home_id = ANY (?)) AND NOT id = ANY (?) ORDER BY id
                        """).params(gone, gone, theirs).query(row -> {
            byHome.computeIfAbsent(row.getObject("home_id", UUID.class), first -> new ArrayList<>())
                    .add(row.getObject("id", UUID.class));
        });
        List<UUID> others = new ArrayList<>();
        byHome.values().forEach(together -> others.add(groups.apart(together)));
        jdbc.sql("UPDATE person SET part_of = NULL WHERE part_of = ANY (?) AND NOT id = ANY (?)")
                .params(gone, gone)
                .update();
        jdbc.sql("""
                        UPDATE person p SET shown_as = left_over.id
                        FROM (SELECT home_id, person_id, id FROM identity WHERE NOT id = ANY (?) ORDER BY id DESC) AS left_over
                        WHERE p.id IN (left_over.home_id, left_over.person_id) AND p.shown_as = ANY (?) AND NOT p.id = ANY (?)
                        """).params(theirs, theirs, gone).update();
        return others;
    }

    /** Of an older copy: whoever consisted of nothing but these records then was this person too. */
    private List<UUID> withThoseLeftEmpty(List<UUID> persons, List<UUID> identities) {
        return jdbc.sql("SELECT id FROM person WHERE id = ANY (?) OR shown_as = ANY (?)")
                .params(persons.toArray(UUID[]::new), identities.toArray(UUID[]::new))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Why it was asked for, this time or before, was said under their own key. */
    private void forgetReasons(Extent extent) {
        extent.in(jdbc.sql("UPDATE erasure SET reason = NULL, key_id = NULL WHERE key_id = ANY (:keys)"))
                .update();
    }

    private void forgetKeysAfterwards(List<UUID> keys) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                vault.forget(keys);
            }
        });
    }
}
