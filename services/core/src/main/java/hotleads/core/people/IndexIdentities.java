package hotleads.core.people;

import hotleads.core.RunUntilShutdown;
import hotleads.core.vault.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes digests anew of identities that have none by today's rules: after an upgrade, or because someone asked. */
@Component
class IndexIdentities extends RunUntilShutdown {
    private static final Logger log = LoggerFactory.getLogger(IndexIdentities.class);
    private static final int AT_ONCE = 200;
    private static final Duration PACE = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final ContactCards cards;
    private final IdentityDigests digests;
    private final Vault vault;
    private final TransactionTemplate transaction;
    // Erased ones do not open: they are passed over until the next start.
    private final Set<UUID> unreadable = ConcurrentHashMap.newKeySet();

    IndexIdentities(
            JdbcClient jdbc,
            ContactCards cards,
            IdentityDigests digests,
            Vault vault,
            TransactionTemplate transaction) {
        super("index-identities");
        this.jdbc = jdbc;
        this.cards = cards;
        this.digests = digests;
        this.vault = vault;
        this.transaction = transaction;
    }

    @Override
    protected void round() throws InterruptedException {
        List<UUID> waiting = jdbc.sql("SELECT id FROM identity WHERE NOT indexed AND id <> ALL (?) ORDER BY id LIMIT ?")
                .params(unreadable.toArray(UUID[]::new), AT_ONCE)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
        waiting.forEach(this::index);
        if (waiting.size() < AT_ONCE) {
            Thread.sleep(PACE);
        }
    }

    private void index(UUID identity) {
        try {
            transaction.executeWithoutResult(status -> {
                digests.put(identity, cards.ofIdentity(identity), vault.holdSearch());
                jdbc.sql("UPDATE identity SET indexed = true WHERE id = ?")
                        .param(identity)
                        .update();
            });
        } catch (RuntimeException failure) {
            // One that does not open must not keep the others from being found.
            unreadable.add(identity);
            log.warn(
                    "Identity {} could not be indexed: {}",
                    identity,
                    failure.getClass().getName());
        }
    }
}
