package hotleads.core.chances;

import hotleads.core.acts.Acts;
import hotleads.core.chances.ToBeConfirmed.Likely;
import hotleads.core.observations.Calendars;
import hotleads.core.people.PersonNames;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sessions of the next days that somebody should confirm, the likeliest to be missed first. */
@RestController
class ConfirmationsController {
    private final LearnChances learn;
    private final ToBeConfirmed toBeConfirmed;
    private final Calendars calendars;
    private final PersonNames names;
    private final ReportUnopened report;
    private final Acts acts;
    private final PracticeClock clock;
    private final String zone;

    ConfirmationsController(
            LearnChances learn,
            ToBeConfirmed toBeConfirmed,
            Calendars calendars,
            PersonNames names,
            ReportUnopened report,
            Acts acts,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.learn = learn;
        this.toBeConfirmed = toBeConfirmed;
        this.calendars = calendars;
        this.names = names;
        this.report = report;
        this.acts = acts;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The sessions to confirm.
     *
     * @param zone the practice's IANA zone
     * @param known how many sessions are known to have been kept or missed; below {@code needed} nobody is named
     * @param usualPercent how many of a hundred are missed as a rule; null where too few are known
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record ConfirmationsPage(
            Instant asOf,
            String zone,
            int known,
            int needed,
            @Nullable Integer usualPercent,
            List<ToConfirm> items,
            @Nullable UnopenedShown unopened) {}

    /**
     * One session.
     *
     * @param name null when it cannot be opened
     * @param chancePercent how many of a hundred like it are missed
     * @param daysAhead on the calendar, from booking to session
     * @param earlier how many earlier sessions of theirs are known to have been kept or missed
     * @param missed how many of those they missed
     */
    record ToConfirm(
            long bookingId,
            UUID personId,
            @Nullable String name,
            @Nullable String initials,
            Instant startsAt,
            @Nullable String practitioner,
            int chancePercent,
            int daysAhead,
            int earlier,
            int missed) {}

    @GetMapping(path = "/api/today/confirmations", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public ConfirmationsPage confirmations(Caller caller) {
        Instant now = clock.instant();
        Foretelling foretelling = learn.now();
        List<Likely> likely = toBeConfirmed.likeliest(foretelling, now);
        List<UUID> people = likely.stream().map(one -> one.booking().personId()).toList();
        acts.byPerson(
                caller,
                "confirmations.viewed",
                "person",
                people.stream().map(UUID::toString).collect(Collectors.joining(",")));
        Unopened unopened = new Unopened();
        Map<UUID, String> called = names.of(people, unopened);
        return new ConfirmationsPage(
                now,
                zone,
                foretelling.known(),
                Foretelling.FEWEST_KNOWN,
                foretelling.chances().map(chances -> percent(chances.usual())).orElse(null),
                likely.stream()
                        .map(one -> shown(one, called.get(one.booking().personId())))
                        .toList(),
                report.of(unopened));
    }

    private ToConfirm shown(Likely one, @Nullable String name) {
        return new ToConfirm(
                one.booking().id(),
                one.booking().personId(),
                name,
                name == null ? null : PersonNames.initialsOf(name),
                one.booking().startsAt(),
                calendars.practitioner(one.booking().calendarId()).orElse(null),
                percent(one.chance()),
                one.before().daysAhead(),
                one.before().earlier(),
                one.before().missed());
    }

    private static int percent(double share) {
        return (int) Math.round(share * 100);
    }
}
