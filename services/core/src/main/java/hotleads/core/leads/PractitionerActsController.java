package hotleads.core.leads;

import hotleads.core.ownclients.OwnClients;
import hotleads.core.people.PersonNames;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.Act;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What practitioners decide about their own clients: leave them alone for now, or find them a new time. */
@RestController
class PractitionerActsController {
    private final RecordAct recordAct;
    private final RebookRequests requests;
    private final OwnClients ownClients;
    private final PersonNames names;
    private final Views views;
    private final ReportUnopened report;
    private final PracticeClock clock;

    PractitionerActsController(
            RecordAct recordAct,
            RebookRequests requests,
            OwnClients ownClients,
            PersonNames names,
            Views views,
            ReportUnopened report,
            PracticeClock clock) {
        this.recordAct = recordAct;
        this.requests = requests;
        this.ownClients = ownClients;
        this.names = names;
        this.views = views;
        this.report = report;
        this.clock = clock;
    }

    /** @param on false to end it */
    record NewHold(boolean on, @Nullable String text, long recordVersion) {}

    /** Find them a new time. */
    record NewRebookRequest(@Nullable String text, long recordVersion) {}

    /** What waits, the oldest first. */
    record RebookPage(
            Instant asOf, List<RebookShown> items, @Nullable UnopenedShown unopened) {}

    /** @param by the practitioner's account */
    record RebookShown(
            UUID id,
            UUID personId,
            @Nullable String name,
            @Nullable String initials,
            Instant at,
            UUID by) {}

    @PostMapping(path = "/api/leads/{personId}/hold", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded hold(Caller caller, @PathVariable UUID personId, @RequestBody NewHold wanted) {
        require(caller, personId);
        String text = FreeText.note(wanted.text);
        return recordAct.record(personId, wanted.recordVersion, () -> new Act.HoldSet(wanted.on, text), caller);
    }

    @PostMapping(path = "/api/leads/{personId}/rebook-requests", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ActRecorded askToRebook(Caller caller, @PathVariable UUID personId, @RequestBody NewRebookRequest wanted) {
        require(caller, personId);
        String text = FreeText.note(wanted.text);
        return recordAct.record(personId, wanted.recordVersion, () -> new Act.RebookAsked(text), caller);
    }

    /** Until somebody logs an outcome, or the person has a session ahead. */
    @GetMapping(path = "/api/rebook-requests", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public RebookPage waiting(Caller caller) {
        List<RebookRequests.Waiting> found = requests.waiting(clock.instant());
        List<UUID> people =
                found.stream().map(RebookRequests.Waiting::personId).distinct().toList();
        Unopened unopened = new Unopened();
        Map<UUID, String> called = names.of(people, unopened);
        views.rebookRequests(caller, people);
        return new RebookPage(
                clock.instant(), found.stream().map(one -> shown(one, called)).toList(), report.of(unopened));
    }

    private static RebookShown shown(RebookRequests.Waiting one, Map<UUID, String> called) {
        String name = called.get(one.personId());
        return new RebookShown(
                one.id(), one.personId(), name, name == null ? null : PersonNames.initialsOf(name), one.at(), one.by());
    }

    private void require(Caller caller, UUID person) {
        if (!ownClients.mayKnow(caller, person)) {
            views.refused(caller, person);
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such person");
        }
    }
}
