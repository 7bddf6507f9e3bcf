package hotleads.core.leads;

import hotleads.audit.Actor;
import hotleads.audit.AuditLog;
import hotleads.audit.Entry;
import hotleads.core.Ids;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.request.RequestId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who looked at whom, and who did what: recorded in the transaction of the look or the act. */
@Component
class Views {
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    Views(AuditLog audit, Ids ids, Clock clock) {
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** One entry for the page, holding everyone on it. */
    void list(Caller caller, List<UUID> people) {
        record(caller, "list.viewed", people.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    /** Everyone in an export, and what was asked for. */
    void exported(Caller caller, List<UUID> people, String asked) {
        record(caller, "list.exported", people.stream().map(UUID::toString).collect(Collectors.joining(",")));
        audit.append(Entry.done(
                ids.next(), clock.instant(), actor(caller), "list.export-made", "export", asked, RequestId.current()));
    }

    /** The list's numbers, which are about nobody. */
    void counted(Caller caller) {
        audit.append(Entry.done(
                ids.next(), clock.instant(), actor(caller), "list.counted", "list", "leads", RequestId.current()));
    }

    /** Everyone on a page of everybody. */
    void people(Caller caller, List<UUID> people) {
        record(caller, "people.viewed", people.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    /** Whom a search found; what was typed is not kept. */
    void search(Caller caller, List<UUID> people) {
        record(caller, "people.searched", people.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    void person(Caller caller, UUID person) {
        record(caller, "person.viewed", person.toString());
    }

    /** Whom practitioners want to see again. */
    void rebookRequests(Caller caller, List<UUID> people) {
        record(
                caller,
                "rebook-requests.viewed",
                people.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    /** Somebody asked for a person they may not know of. */
    void refused(Caller caller, UUID person) {
        audit.append(Entry.refused(
                ids.next(),
                clock.instant(),
                actor(caller),
                "person.viewed",
                "person",
                person.toString(),
                RequestId.current()));
    }

    void act(Caller caller, String act, UUID person) {
        record(caller, act, person.toString());
    }

    private void record(Caller caller, String act, String people) {
        audit.append(
                Entry.done(ids.next(), clock.instant(), actor(caller), act, "person", people, RequestId.current()));
    }

    private static Actor actor(Caller caller) {
        return Actor.person(caller.accountId(), caller.role().word());
    }
}
