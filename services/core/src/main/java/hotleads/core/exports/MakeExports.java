package hotleads.core.exports;

import hotleads.contracts.AccountsHeld;
import hotleads.core.RunUntilShutdown;
import hotleads.core.exports.PersonExport.State;
import hotleads.core.vault.ReportUnopened;
import hotleads.vault.Unopened;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the copies that were asked for, one at a time, and does away with those nobody fetched. One is whole or not
 * there: auth is asked first, then all is read as of one moment, and it is stored in one transaction.
 */
@Component
class MakeExports extends RunUntilShutdown {
    static final String NAME = "make-exports";

    private static final Logger log = LoggerFactory.getLogger(MakeExports.class);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int AT_ONCE = 20;
    /** A program that dies of one each time must not do so for ever. */
    private static final int MOST_TRIES = 3;

    private final Exports exports;
    private final CollectRecord collect;
    private final AccountsAtAuth accounts;
    private final ReportUnopened report;
    private final ExportActs acts;
    private final JsonMapper json;
    private final Clock clock;
    private final ZoneId zone;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate asOfOneMoment;

    MakeExports(
            Exports exports,
            CollectRecord collect,
            AccountsAtAuth accounts,
            ReportUnopened report,
            ExportActs acts,
            JsonMapper json,
            Clock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        super(NAME);
        this.exports = exports;
        this.collect = collect;
        this.accounts = accounts;
        this.report = report;
        this.acts = acts;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.asOfOneMoment = new TransactionTemplate(transactions);
        this.asOfOneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    protected void round() throws InterruptedException {
        expire();
        PersonExport export = exports.takeUp().orElse(null);
        if (export == null) {
            Thread.sleep(PACE);
            return;
        }
        try {
            if (export.tries() > MOST_TRIES) {
                throw new IllegalStateException("It was begun too often");
            }
            make(export);
        } catch (RuntimeException failure) {
            // Whoever asked is told, and asks again. The kind only, a message may quote data.
            log.warn(
                    "The export {} failed with {}",
                    export.id(),
                    failure.getClass().getName());
            failed(export, causeOf(failure));
        }
    }

    private void make(PersonExport export) {
        Instant madeAt = clock.instant();
        AccountsHeld held = accounts.of(Whose.of(export.personId(), jdbc).people());
        ObjectNode parts = Objects.requireNonNull(asOfOneMoment.execute(status -> {
            Unopened unopened = new Unopened();
            ObjectNode found = json.createObjectNode();
            found.put("madeAt", madeAt.toString());
            found.put("zone", zone.getId());
            found.set("parts", collect.of(export.personId(), held, unopened));
            found.put("leftOut", unopened.places().size());
            report.of(unopened);
            return found;
        }));
        NameStaff.name(parts, accounts.names(NameStaff.accountsIn(parts)));
        byte[] archive = Archive.of(parts, madeAt, zone, json);
        transaction.executeWithoutResult(status -> {
            if (exports.ready(export, archive)) {
                acts.byJob("person.export-made", export.personId());
            }
        });
    }

    private void failed(PersonExport export, String cause) {
        transaction.executeWithoutResult(status -> {
            if (exports.failed(export.id(), cause)) {
                acts.byJob("person.export-failed", export.personId());
            }
        });
    }

    private void expire() {
        transaction.executeWithoutResult(status -> {
            List<PersonExport> late = exports.late(AT_ONCE);
            late.forEach(export -> {
                exports.end(export.id(), State.EXPIRED);
                acts.byJob("person.export-expired", export.personId());
            });
        });
    }

    private static String causeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException) {
                return "accounts-away";
            }
            // Class 53: out of disk, memory or connections.
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().startsWith("53")) {
                return "no-room";
            }
        }
        return "not-made";
    }
}
