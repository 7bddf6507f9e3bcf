package hotleads.core.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZohoDeletedQuery;
import hotleads.contracts.ZohoDeletion;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoTask;
import hotleads.core.crm.CrmRecords;
import hotleads.core.crm.CrmRecords.Taken;
import hotleads.core.sources.Turn;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of Zoho's lists, read in the order of its changes.
 *
 * @param name of its cursor
 * @param id and {@code changedAt} of a record
 */
record ZohoList<T>(
        String name, PageReader<T> reader, Function<T, Long> id, Function<T, Instant> changedAt, Taker<T> taker) {

    /** Reads one page. */
    @FunctionalInterface
    interface PageReader<T> {
        ProviderAnswer<ZohoPage<T>> read(ZohoCalls calls, @Nullable Instant since, @Nullable String page, Turn turn);
    }

    /** Takes one record in. */
    @FunctionalInterface
    interface Taker<T> {
        Taken take(CrmRecords crm, T record, long ticket, Instant receivedAt);
    }

    static final ZohoList<ZohoPerson> LEADS = new ZohoList<>(
            "leads",
            (calls, since, page, turn) -> calls.leads(new ZohoListQuery(since, page), turn),
            ZohoPerson::id,
            ZohoPerson::modifiedAt,
            (crm, person, ticket, at) -> crm.take(person, ticket, at));

    static final ZohoList<ZohoPerson> CONTACTS = new ZohoList<>(
            "contacts",
            (calls, since, page, turn) -> calls.contacts(new ZohoListQuery(since, page), turn),
            ZohoPerson::id,
            ZohoPerson::modifiedAt,
            (crm, person, ticket, at) -> crm.take(person, ticket, at));

    static final ZohoList<ZohoTask> TASKS = new ZohoList<>(
            "tasks",
            (calls, since, page, turn) -> calls.tasks(new ZohoListQuery(since, page), turn),
            ZohoTask::id,
            ZohoTask::modifiedAt,
            (crm, task, ticket, at) -> crm.take(task, ticket, at));

    /** What was deleted or merged away; a merge tells of its loser here only. */
    static ZohoList<ZohoDeletion> deleted(String module) {
        return new ZohoList<>(
                "deleted." + module,
                (calls, since, page, turn) -> calls.deleted(new ZohoDeletedQuery(module, since, page), turn),
                ZohoDeletion::id,
                ZohoDeletion::at,
                (crm, deletion, ticket, at) -> crm.takeGone(deletion.id(), ticket, at));
    }
}
