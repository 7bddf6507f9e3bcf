package hotleads.core.audit;

import hotleads.core.acts.Acts;
import hotleads.core.audit.Viewings.Viewing;
import hotleads.core.ownclients.OwnRecord;
import hotleads.platform.endpoint.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClientException;

/** Who has viewed a person, from the trail itself; asking is a view too. */
@RestController
class ViewingsController {
    private static final int MOST = 500;

    private final Viewings viewings;
    private final ViewingsAccess access;
    private final OwnRecord own;
    private final AuthTrail auth;
    private final Acts acts;
    private final ZoneId zone;

    ViewingsController(
            Viewings viewings,
            ViewingsAccess access,
            OwnRecord own,
            AuthTrail auth,
            Acts acts,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.viewings = viewings;
        this.access = access;
        this.own = own;
        this.auth = auth;
        this.acts = acts;
        this.zone = zone;
    }

    /**
     * A page, newest first.
     *
     * @param zone the practice's IANA zone, whose days they are counted by
     * @param next where the next page begins; null on the last
     */
    record ViewingsPage(
            String zone, List<ViewingShown> items, @Nullable UUID next) {}

    /**
     * What one account saw of one part on one day.
     *
     * @param name null while auth does not answer, or when the account is gone
     * @param part {@code record}, {@code list}, {@code times}, {@code search}, {@code mood}, {@code today} or
     *     {@code clients} for a practitioner's own pages, {@code export} for a copy of all, or {@code views} for this
     *     very question
     * @param times how often between the first time and the last
     */
    record ViewingShown(
            UUID accountId,
            @Nullable String name,
            String role,
            String part,
            Instant firstAt,
            Instant lastAt,
            int times) {}

    /**
     * Who saw the person.
     *
     * @param limit entries of the trail to look at; what belongs to one day stays on one page where it fits
     */
    @GetMapping(path = "/api/people/{personId}/views", produces = MediaType.APPLICATION_JSON_VALUE)
    ViewingsPage views(
            Caller caller,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "200") int limit) {
        access.require(caller, personId);
        // Committed before anything is read: auth is asked for names, and no connection waits for it.
        acts.byPerson(caller, "person.views-viewed", "person", personId.toString());
        return page(personId, after, limit);
    }

    /** Who saw my record: a client's own question, which is no view by anybody else. */
    @GetMapping(path = "/api/me/views", produces = MediaType.APPLICATION_JSON_VALUE)
    ViewingsPage ownViews(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "200") int limit) {
        UUID person = own.of(caller);
        acts.byPerson(caller, "me.views-read", "person", person.toString());
        return page(person, after, limit);
    }

    private ViewingsPage page(UUID personId, @Nullable UUID after, int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Viewing> found = viewings.of(personId, after, most + 1);
        List<Viewing> page = found.size() > most ? wholeDays(found) : found;
        return new ViewingsPage(
                zone.getId(),
                shown(page),
                page.size() < found.size() ? page.getLast().id() : null);
    }

    /** Without the day that goes on behind this page, unless the page is nothing else. */
    private List<Viewing> wholeDays(List<Viewing> found) {
        LocalDate goesOn = dayOf(found.getLast());
        List<Viewing> whole =
                found.stream().filter(viewing -> !dayOf(viewing).equals(goesOn)).toList();
        return whole.isEmpty() ? found.subList(0, found.size() - 1) : whole;
    }

    private List<ViewingShown> shown(List<Viewing> page) {
        Map<UUID, String> names = namesOf(page);
        Map<Same, List<Viewing>> grouped = new LinkedHashMap<>();
        page.forEach(viewing -> grouped.computeIfAbsent(
                        new Same(dayOf(viewing), viewing.account(), viewing.role(), viewing.part()),
                        same -> new ArrayList<>())
                .add(viewing));
        return grouped.entrySet().stream()
                .map(group -> new ViewingShown(
                        group.getKey().account,
                        names.get(group.getKey().account),
                        group.getKey().role,
                        group.getKey().part,
                        group.getValue().getLast().at(),
                        group.getValue().getFirst().at(),
                        group.getValue().size()))
                .toList();
    }

    private Map<UUID, String> namesOf(List<Viewing> page) {
        Set<UUID> accounts = new LinkedHashSet<>();
        page.forEach(viewing -> accounts.add(viewing.account()));
        try {
            return auth.names(accounts);
        } catch (RestClientException away) {
            // Roles and times are shown all the same.
            return Map.of();
        }
    }

    private LocalDate dayOf(Viewing viewing) {
        return LocalDate.ofInstant(viewing.at(), zone);
    }

    private record Same(LocalDate day, UUID account, String role, String part) {}
}
