package hotleads.core.firstcontact;

import hotleads.core.acts.Acts;
import hotleads.core.firstcontact.Enquiries.Enquiry;
import hotleads.core.people.PersonNames;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long enquiries waited for a first answer. */
@RestController
class FirstContactsController {
    private static final Duration BACK = Duration.ofDays(90);
    private static final int MOST = 500;
    private static final int SHOWN = 10;

    private final Enquiries enquiries;
    private final PersonNames names;
    private final Acts acts;
    private final ReportUnopened report;
    private final PracticeClock clock;
    private final String zone;

    FirstContactsController(
            Enquiries enquiries,
            PersonNames names,
            Acts acts,
            ReportUnopened report,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") String zone) {
        this.enquiries = enquiries;
        this.names = names;
        this.acts = acts;
        this.report = report;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * The enquiries of the last ninety days.
     *
     * @param zone the practice's IANA zone
     * @param days how many days back
     * @param waiting how many nobody has answered yet
     * @param medians of each administrator who answered any
     * @param items the newest ten
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record FirstContacts(
            Instant asOf,
            String zone,
            int days,
            int waiting,
            List<OwnMedian> medians,
            List<FirstContact> items,
            @Nullable UnopenedShown unopened) {}

    /** @param minutes half of the enquiries they were the first to answer waited no longer */
    record OwnMedian(UUID accountId, int enquiries, long minutes) {}

    /**
     * One enquiry.
     *
     * @param name null when it cannot be opened
     * @param minutes until somebody answered; null while nobody has
     * @param by who did; null while nobody has, and where Zoho tells that it was answered
     */
    record FirstContact(
            UUID personId,
            @Nullable String name,
            @Nullable String initials,
            Instant enquiredAt,
            @Nullable Long minutes,
            @Nullable UUID by) {}

    @GetMapping(path = "/api/today/first-contacts", produces = MediaType.APPLICATION_JSON_VALUE)
    @Transactional
    public FirstContacts firstContacts(Caller caller) {
        Instant now = clock.instant();
        List<Enquiry> all = enquiries.since(now.minus(BACK), MOST);
        List<Enquiry> shown = all.stream().limit(SHOWN).toList();
        List<UUID> people = shown.stream().map(Enquiry::person).distinct().toList();
        acts.byPerson(
                caller,
                "first-contacts.viewed",
                "person",
                people.stream().map(UUID::toString).collect(Collectors.joining(",")));
        Unopened unopened = new Unopened();
        Map<UUID, String> called = names.of(people, unopened);
        return new FirstContacts(
                now,
                zone,
                (int) BACK.toDays(),
                (int) all.stream().filter(one -> one.answeredAt() == null).count(),
                medians(all),
                shown.stream().map(one -> shown(one, called.get(one.person()))).toList(),
                report.of(unopened));
    }

    static List<OwnMedian> medians(List<Enquiry> all) {
        Map<UUID, List<Long>> waited = new TreeMap<>();
        all.forEach(one -> {
            Long minutes = one.minutes();
            if (one.by() != null && minutes != null) {
                waited.computeIfAbsent(one.by(), first -> new ArrayList<>()).add(minutes);
            }
        });
        return waited.entrySet().stream()
                .map(one -> new OwnMedian(one.getKey(), one.getValue().size(), median(one.getValue())))
                .toList();
    }

    /** Of an even number the earlier of the two in the middle: one that somebody did wait. */
    private static long median(List<Long> minutes) {
        List<Long> sorted = minutes.stream().sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static FirstContact shown(Enquiry one, @Nullable String name) {
        return new FirstContact(
                one.person(),
                name,
                name == null ? null : PersonNames.initialsOf(name),
                one.enquiredAt(),
                one.minutes(),
                one.by());
    }
}
