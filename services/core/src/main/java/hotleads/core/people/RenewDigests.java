package hotleads.core.people;

import hotleads.core.vault.Vault;
import hotleads.vault.CannotOpen;
import hotleads.vault.Purpose;
import hotleads.vault.inuse.Renewal;
import hotleads.vault.inuse.SearchKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The digests that people are found and recognised by, under the search key in force. */
@Component
@Order(1)
class RenewDigests implements Renewal {
    private static final int AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final ContactCards cards;
    private final IdentityDigests index;
    private final Vault vault;

    RenewDigests(JdbcClient jdbc, ContactCards cards, IdentityDigests index, Vault vault) {
        this.jdbc = jdbc;
        this.cards = cards;
        this.index = index;
        this.vault = vault;
    }

    @Override
    public Purpose purpose() {
        return Purpose.SEARCH;
    }

    @Override
    public long rows() {
        return jdbc.sql("SELECT count(*) FROM identity").query(Long.class).single();
    }

    @Override
    public Batch renewAfter(@Nullable String mark) {
        SearchKeys keys = vault.holdSearch();
        List<UUID> identities = jdbc.sql("SELECT id FROM identity WHERE id > ? ORDER BY id LIMIT ?")
                .params(mark == null ? FIRST : UUID.fromString(mark), AT_ONCE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        Map<UUID, ContactDetails> opened = new HashMap<>();
        identities.forEach(identity -> open(identity, opened));
        Map<UUID, Long> records = recordsOf(opened.entrySet().stream()
                .filter(identity -> !identity.getValue().reachable())
                .map(Map.Entry::getKey)
                .toList());
        opened.forEach((identity, details) -> renew(identity, details, records.getOrDefault(identity, 0L), keys));
        return new Batch(
                identities.size(),
                identities.size() - opened.size(),
                identities.size() < AT_ONCE ? null : identities.getLast().toString());
    }

    private void open(UUID identity, Map<UUID, ContactDetails> opened) {
        try {
            opened.put(identity, cards.ofIdentity(identity));
        } catch (CannotOpen unreadable) {
            // Erased, or altered: nobody can be shown who was found by it.
        }
    }

    /** Whoever can be reached in no way is told apart by the one record there is of them. */
    private Map<UUID, Long> recordsOf(List<UUID> identities) {
        Map<UUID, Long> records = new HashMap<>();
        if (!identities.isEmpty()) {
            jdbc.sql(
                            "SELECT identity_id, min(record_id) FROM observation WHERE identity_id = ANY (?) GROUP BY identity_id")
                    .param(identities.toArray(UUID[]::new))
                    .query(row -> {
                        records.put(row.getObject(1, UUID.class), row.getLong(2));
                    });
        }
        return records;
    }

    private void renew(UUID identity, ContactDetails details, long record, SearchKeys keys) {
        index.put(identity, details, keys);
        jdbc.sql("UPDATE identity SET digest = ? WHERE id = ?")
                .params(keys.of(People.DIGEST, People.fingerprint(details, record)), identity)
                .update();
    }
}
