package hotleads.core.hours;

import hotleads.core.Ids;
import hotleads.core.acts.Acts;
import hotleads.core.observations.Calendars;
import hotleads.core.staff.ProviderPlaces;
import hotleads.core.staff.StaffAccounts;
import hotleads.core.time.PracticeClock;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import hotleads.platform.problem.Problem;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Practitioners say when they are away, or an administrator says it for them. */
@RestController
@RequestMapping("/api/absences")
class AbsenceController {
    private final Absences absences;
    private final TellFollowers tell;
    private final Calendars calendars;
    private final ProviderPlaces places;
    private final StaffAccounts staff;
    private final Acts acts;
    private final Ids ids;
    private final PracticeClock clock;
    private final TransactionTemplate transaction;
    private final ZoneId zone;

    AbsenceController(
            Absences absences,
            TellFollowers tell,
            Calendars calendars,
            ProviderPlaces places,
            StaffAccounts staff,
            Acts acts,
            Ids ids,
            PracticeClock clock,
            TransactionTemplate transaction,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.absences = absences;
        this.tell = tell;
        this.calendars = calendars;
        this.places = places;
        this.staff = staff;
        this.acts = acts;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
        this.zone = zone;
    }

    /**
     * A practitioner's own; for administrators everybody's.
     *
     * @param today where the practice is
     * @param items those that are not over, the first to begin first
     * @param withoutAccount for administrators, the calendars of practitioners who cannot say it themselves
     */
    record AbsencesPage(LocalDate today, List<AbsenceShown> items, List<NamedCalendar> withoutAccount) {}

    /** A calendar at Acuity. */
    record NamedCalendar(long calendarId, String practitioner) {}

    /**
     * One of them.
     *
     * @param practitionerId null where it was told of a calendar
     * @param practitioner whose calendar it was told of, by the name it has at Acuity
     * @param until the last day of it
     */
    record AbsenceShown(
            UUID id,
            @Nullable UUID practitionerId,
            @Nullable Long calendarId,
            @Nullable String practitioner,
            LocalDate from,
            LocalDate until) {}

    /**
     * A new one.
     *
     * @param practitionerId left out by practitioners, who speak of themselves
     * @param calendarId in its place, of a practitioner without an account
     * @param until the last day of it
     */
    record NewAbsence(
            @Nullable UUID practitionerId, @Nullable Long calendarId, LocalDate from, LocalDate until) {}

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    AbsencesPage absencesAhead(Caller caller) {
        return new AbsencesPage(
                today(),
                absences.from(today()).stream()
                        .filter(one -> isTheirs(caller, one))
                        .map(this::shown)
                        .toList(),
                caller.role() == Role.ADMIN ? withoutAccount() : List.of());
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceShown tell(Caller caller, @RequestBody NewAbsence wanted) {
        Absence one = wanted(caller, wanted);
        one.faultOn(today()).ifPresent(fault -> {
            throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, fault.code, fault.title);
        });
        // Asked before the transaction begins: none waits for auth.
        if (!mayTell(caller, one)) {
            throw notThere();
        }
        transaction.executeWithoutResult(status -> {
            absences.add(one);
            changed(caller, "absence.set", one);
        });
        return shown(one);
    }

    /** Taken back, or over before its last day. */
    @PostMapping("/{absenceId}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void takeBack(Caller caller, @PathVariable UUID absenceId) {
        Absence one = absences.hold(absenceId)
                .filter(found -> isTheirs(caller, found))
                .orElseThrow(AbsenceController::notThere);
        absences.end(one.id(), clock.instant());
        changed(caller, "absence.ended", one);
    }

    private Absence wanted(Caller caller, NewAbsence wanted) {
        UUID practitioner =
                wanted.practitionerId == null && wanted.calendarId == null ? caller.accountId() : wanted.practitionerId;
        if (practitioner != null && wanted.calendarId != null) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "bad-absence",
                    "It is told of a practitioner or of a calendar, not of both");
        }
        return new Absence(ids.next(), practitioner, wanted.calendarId, wanted.from, wanted.until);
    }

    private boolean mayTell(Caller caller, Absence one) {
        if (caller.role() != Role.ADMIN) {
            return caller.accountId().equals(one.practitioner());
        }
        return one.practitioner() == null
                ? calendars.practitioners().containsKey(one.calendar())
                : staff.isPractitioner(one.practitioner());
    }

    private void changed(Caller caller, String act, Absence one) {
        tell.changed(one);
        if (one.practitioner() == null) {
            acts.byPerson(caller, act, "calendar", String.valueOf(one.calendar()));
        } else {
            acts.byPerson(caller, act, "account", one.practitioner().toString());
        }
    }

    private List<NamedCalendar> withoutAccount() {
        return calendars.practitioners().entrySet().stream()
                .filter(one -> places.practitionersOf(one.getKey()).isEmpty())
                .map(one -> new NamedCalendar(one.getKey(), one.getValue()))
                .toList();
    }

    private AbsenceShown shown(Absence one) {
        Long calendar = one.calendar();
        return new AbsenceShown(
                one.id(),
                one.practitioner(),
                calendar,
                calendar == null ? null : calendars.practitioner(calendar).orElse(null),
                one.from(),
                one.until());
    }

    private static boolean isTheirs(Caller caller, Absence one) {
        return caller.role() == Role.ADMIN
                || caller.accountId().equals(one.practitioner())
                || one.calendar() != null && caller.acuityCalendars().contains(one.calendar());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Problem notThere() {
        return new Problem(HttpStatus.NOT_FOUND, "not-found", "There is no such practitioner or absence");
    }
}
