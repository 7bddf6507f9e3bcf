package hotleads.core.zoho;

import hotleads.contracts.ZohoStageChange;
import hotleads.core.acts.Acts;
import hotleads.core.crm.CrmRecords;
import hotleads.core.crm.CrmRecords.Taken;
import hotleads.core.leads.Evaluations;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceCursors;
import hotleads.core.time.PracticeClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns a page into what we hold: records, places on the list, audit entry and cursor in one transaction. */
@Component
class TakeInZoho {
    private static final Logger log = LoggerFactory.getLogger(TakeInZoho.class);
    private static final String JOB = "fetch-zoho";

    private final CrmRecords crm;
    private final Evaluations evaluations;
    private final SourceCursors cursors;
    private final Acts acts;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;

    TakeInZoho(
            CrmRecords crm,
            Evaluations evaluations,
            SourceCursors cursors,
            Acts acts,
            PracticeClock clock,
            TransactionTemplate transaction) {
        this.crm = crm;
        this.evaluations = evaluations;
        this.cursors = cursors;
        this.acts = acts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What became of a page.
     *
     * @param taken by record; those set aside are left out
     * @param skipped how many could not be taken in
     */
    record Page(Map<Long, Taken> taken, int skipped) {}

    long nextTicket() {
        return crm.nextTicket();
    }

    /** @param cursor where the list goes on once this page is stored; null leaves it where it is */
    <T> Page page(ZohoList<T> list, List<T> records, long ticket, @Nullable Instant cursor) {
        try {
            return whole(list, records, ticket, cursor);
        } catch (RuntimeException poison) {
            // One of them cannot be taken in: each by itself, so that it stops none of the others.
            log.warn(
                    "A page of {} could not be taken in whole: {}",
                    list.name(),
                    poison.getClass().getName());
            return apart(list, records, ticket, cursor);
        }
    }

    private <T> Page whole(ZohoList<T> list, List<T> records, long ticket, @Nullable Instant cursor) {
        Map<Long, Taken> taken = new LinkedHashMap<>();
        transaction.executeWithoutResult(status -> {
            Instant receivedAt = clock.instant();
            Set<UUID> touched = new LinkedHashSet<>();
            for (T record : records) {
                Taken one = list.taker().take(crm, record, ticket, receivedAt);
                taken.put(list.id().apply(record), one);
                touched.addAll(one.touched());
            }
            evaluations.evaluate(touched);
            stored(list, cursor);
        });
        return new Page(taken, 0);
    }

    private <T> Page apart(ZohoList<T> list, List<T> records, long ticket, @Nullable Instant cursor) {
        Map<Long, Taken> taken = new LinkedHashMap<>();
        int skipped = 0;
        for (T record : records) {
            long id = list.id().apply(record);
            try {
                transaction.executeWithoutResult(status -> {
                    Taken one = list.taker().take(crm, record, ticket, clock.instant());
                    evaluations.evaluate(one.touched());
                    taken.put(id, one);
                });
            } catch (RuntimeException poison) {
                skipped++;
                log.warn(
                        "Record {} of {} was set aside: {}",
                        id,
                        list.name(),
                        poison.getClass().getName());
            }
        }
        transaction.executeWithoutResult(status -> stored(list, cursor));
        return new Page(taken, skipped);
    }

    private void stored(ZohoList<?> list, @Nullable Instant cursor) {
        if (cursor != null) {
            cursors.move(Source.ZOHO, list.name(), cursor.toString());
        }
        acts.byJob(JOB, "crm.fetched", "module", list.name());
    }

    void timeline(long lead, List<ZohoStageChange> changes, long ticket) {
        transaction.executeWithoutResult(status -> {
            evaluations.evaluate(crm.takeTimeline(lead, changes, ticket, clock.instant()));
            acts.byJob(JOB, "crm.timeline-fetched", "lead", Long.toString(lead));
        });
    }
}
