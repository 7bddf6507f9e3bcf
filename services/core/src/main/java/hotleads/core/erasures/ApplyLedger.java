package hotleads.core.erasures;

import hotleads.core.acts.Acts;
import hotleads.core.erasures.ErasureConfiguration.LedgerPlace;
import hotleads.core.tombstones.Tombstones;
import hotleads.core.vault.Vault;
import hotleads.platform.health.ReadyCheck;
import hotleads.vault.inuse.SearchKeys;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does again to the database what the ledger says was done: after a backup was put back, or when core was killed
 * between the ledger and the database. At the start, before any job runs and anybody is answered.
 */
@Component
class ApplyLedger implements InitializingBean, ReadyCheck {
    static final String JOB = "apply-ledger";
    private static final Logger log = LoggerFactory.getLogger(ApplyLedger.class);

    private final LedgerPlace place;
    private final Erasures erasures;
    private final RemovePerson remove;
    private final Tombstones tombstones;
    private final Vault vault;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private volatile boolean ahead;

    ApplyLedger(
            LedgerPlace place,
            Erasures erasures,
            RemovePerson remove,
            Tombstones tombstones,
            Vault vault,
            Acts acts,
            TransactionTemplate transaction) {
        this.place = place;
        this.erasures = erasures;
        this.remove = remove;
        this.tombstones = tombstones;
        this.vault = vault;
        this.acts = acts;
        this.transaction = transaction;
    }

    /** @throws LedgerUnusable which ends the start; without a database yet it is done as soon as that answers */
    @Override
    public void afterPropertiesSet() {
        try {
            apply();
        } catch (DataAccessException | TransactionException away) {
            // Until then nothing is taken in, and core says that it is not ready.
            log.warn("The erasure ledger waits for the database");
        }
    }

    @Override
    public String name() {
        return "erasures";
    }

    @Override
    public Optional<String> problem() {
        if (tombstones.isLedgerApplied()) {
            return Optional.empty();
        }
        try {
            apply();
            return Optional.empty();
        } catch (LedgerUnusable unusable) {
            return Optional.of(String.valueOf(unusable.getMessage()));
        } catch (DataAccessException | TransactionException away) {
            return Optional.of("The erasure ledger waits for PostgreSQL");
        }
    }

    /** Something is about to be appended, and what follows may fail without this program ending. */
    void mayBeAhead() {
        ahead = true;
    }

    void catchUp() {
        if (ahead) {
            ahead = false;
            try {
                apply();
            } catch (RuntimeException failed) {
                ahead = true;
                throw failed;
            }
        }
    }

    /** Leaves the database and the ledger knowing of the same erasures. */
    void apply() {
        transaction.executeWithoutResult(status -> {
            vault.holdAlone();
            if (place.ledger() == null) {
                refuseIfOneIsNeeded();
            } else {
                apply(place.ledger());
            }
        });
        tombstones.ledgerIsApplied();
    }

    /** Whoever names none any more would have people back with a backup that is put back. */
    private void refuseIfOneIsNeeded() {
        if (!erasures.entries().isEmpty()) {
            throw new LedgerUnusable(
                    "People were erased from this database, and no erasure ledger is named. Name its file or bucket in "
                            + LedgerFile.VARIABLE);
        }
    }

    private void apply(ErasureLedger ledger) {
        SearchKeys keys = vault.everySearch();
        List<Erased> held = held(ledger, keys);
        List<Erased> known = erasures.entries();
        without(held, known).forEach(this::doAgain);
        without(known, held).forEach(lacking -> {
            ledger.append(lacking, keys);
            acts.byJob(JOB, "erasure.ledger-mended", "erasure", lacking.id().toString());
        });
    }

    private List<Erased> held(ErasureLedger ledger, SearchKeys keys) {
        Optional<UUID> ours = erasures.ledger();
        Optional<ErasureLedger.Held> read = ledger.read(keys);
        if (read.isEmpty()) {
            begin(ledger, ours, keys);
            return List.of();
        }
        if (ours.isPresent() && !ours.get().equals(read.get().id())) {
            throw new LedgerUnusable("This database does not belong to " + ledger.name()
                    + ". Put the one that does in its place, or name it in " + LedgerFile.VARIABLE);
        }
        if (ours.isEmpty()) {
            // A backup from before the ledger was begun.
            erasures.ledgerIs(read.get().id());
        }
        return read.get().entries();
    }

    private void begin(ErasureLedger ledger, Optional<UUID> ours, SearchKeys keys) {
        if (ours.isPresent() && !ledger.mayBegin()) {
            throw new LedgerUnusable("This database belongs to an erasure ledger, and there is none at " + ledger.name()
                    + ". Put it back: without it, people who were erased since this database was copied would be"
                    + " back. If it is lost for good, " + ledger.howToBeginAnew()
                    + ", and a new one is begun with what the"
                    + " database knows");
        }
        UUID id = ours.orElseGet(UUID::randomUUID);
        ledger.begin(id, keys);
        if (ours.isEmpty()) {
            erasures.ledgerIs(id);
        }
        acts.byJob(JOB, "erasure.ledger-begun", "ledger", id.toString());
    }

    private void doAgain(Erased erased) {
        var destroyed = remove.remove(erased.persons(), erased.identities(), erased.keys());
        erasures.done(erased, Fingerprint.of(erased.persons(), erased.identities()), destroyed);
        acts.byJob(JOB, "erasure.applied", "person", erased.person().toString());
    }

    private static List<Erased> without(List<Erased> these, List<Erased> those) {
        Set<UUID> known = those.stream().map(Erased::id).collect(Collectors.toSet());
        return these.stream().filter(one -> !known.contains(one.id())).toList();
    }
}
