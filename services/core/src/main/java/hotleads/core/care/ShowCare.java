package hotleads.core.care;

import hotleads.core.care.CareCheckIns.Waiting;
import hotleads.core.mood.CheckIn;
import hotleads.core.mood.CheckIns;
import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.ownclients.OwnClients;
import hotleads.core.people.PersonNames;
import hotleads.core.time.PracticeClock;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.vault.Unopened;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Care check-ins as Today shows them: to the practitioner with what they say, to administrators as a fact. */
@Component
class ShowCare {
    static final int MOST_CLIENTS = 5_000;
    private static final Duration SOON = Duration.ofDays(2);

    private final CareCheckIns care;
    private final CheckIns checkIns;
    private final Bookings bookings;
    private final PersonNames names;
    private final OwnClients ownClients;
    private final ReportUnopened report;
    private final PracticeClock clock;
    private final ZoneId zone;

    ShowCare(
            CareCheckIns care,
            CheckIns checkIns,
            Bookings bookings,
            PersonNames names,
            OwnClients ownClients,
            ReportUnopened report,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone) {
        this.care = care;
        this.checkIns = checkIns;
        this.bookings = bookings;
        this.names = names;
        this.ownClients = ownClients;
        this.report = report;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What waits.
     *
     * @param asOf the practice's time
     * @param zone the practice's IANA zone
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record CarePage(
            Instant asOf,
            String zone,
            List<CareShown> items,
            @Nullable UnopenedShown unopened) {}

    /**
     * One of them.
     *
     * @param name null when it cannot be opened
     * @param state {@code open} or {@code acknowledged}
     * @param why for administrators: {@code unanswered} for a working day, or {@code nobody-there}; null otherwise
     * @param content null for administrators, who ask for it by an act of its own
     */
    record CareShown(
            UUID id,
            UUID personId,
            @Nullable String name,
            @Nullable String initials,
            Instant openedAt,
            Instant dueAt,
            String state,
            @Nullable String why,
            @Nullable Instant nextSessionAt,
            @Nullable CareContent content) {}

    /**
     * What it says.
     *
     * @param reasons {@code low-answer}, {@code below-usual}, {@code asked} or {@code silent}
     * @param nextStep what to do next: {@code call-today}, {@code at-next-session} or {@code write}
     * @param entry the entry it stands on; null when there is none, or its owner removed it
     */
    record CareContent(
            List<String> reasons, String nextStep, @Nullable CareEntry entry) {
        @Override
        public String toString() {
            return "[care]";
        }
    }

    /** What the person said. */
    record CareEntry(Instant at, int answer, @Nullable String note, boolean changed) {
        @Override
        public String toString() {
            return "[check-in]";
        }
    }

    CarePage ofOwnClients(Caller caller) {
        Unopened unopened = new Unopened();
        List<CareCheckIn> found = care.waitingOf(ownClients.all(caller, MOST_CLIENTS), unopened);
        Map<UUID, String> called =
                names.of(found.stream().map(CareCheckIn::personId).distinct().toList(), unopened);
        List<CareShown> items =
                found.stream().map(one -> shown(one, called, unopened)).toList();
        return new CarePage(clock.instant(), zone.getId(), items, report.of(unopened));
    }

    CarePage unanswered() {
        Unopened unopened = new Unopened();
        List<Waiting> found = care.unanswered();
        Map<UUID, String> called =
                names.of(found.stream().map(Waiting::personId).distinct().toList(), unopened);
        return new CarePage(
                clock.instant(),
                zone.getId(),
                found.stream().map(one -> fact(one, called)).toList(),
                report.of(unopened));
    }

    CareShown one(CareCheckIn one) {
        Unopened unopened = new Unopened();
        CareShown shown = shown(one, names.of(List.of(one.personId()), unopened), unopened);
        report.of(unopened);
        return shown;
    }

    private CareShown fact(Waiting one, Map<UUID, String> called) {
        String name = called.get(one.personId());
        return new CareShown(
                one.id(),
                one.personId(),
                name,
                name == null ? null : PersonNames.initialsOf(name),
                one.openedAt(),
                one.dueAt(),
                CareCheckIn.State.OPEN.word(),
                one.escalatedAt().isBefore(one.dueAt()) ? "nobody-there" : "unanswered",
                nextSession(one.personId()).map(Booking::startsAt).orElse(null),
                null);
    }

    private CareShown shown(CareCheckIn one, Map<UUID, String> called, Unopened unopened) {
        String name = called.get(one.personId());
        Optional<Booking> next = nextSession(one.personId());
        return new CareShown(
                one.id(),
                one.personId(),
                name,
                name == null ? null : PersonNames.initialsOf(name),
                one.openedAt(),
                one.dueAt(),
                one.state().word(),
                null,
                next.map(Booking::startsAt).orElse(null),
                new CareContent(
                        one.content().reasons().stream()
                                .sorted()
                                .map(CareReason::word)
                                .toList(),
                        nextStep(one, next),
                        entry(one, unopened)));
    }

    private String nextStep(CareCheckIn one, Optional<Booking> next) {
        if (one.content().reasons().contains(CareReason.ASKED)) {
            return "call-today";
        }
        boolean soon = next.filter(
                        booking -> booking.startsAt().isBefore(clock.instant().plus(SOON)))
                .isPresent();
        if (soon) {
            return "at-next-session";
        }
        return one.cameFrom() == CareCheckIn.CameFrom.SILENCE ? "write" : "call-today";
    }

    private @Nullable CareEntry entry(CareCheckIn one, Unopened unopened) {
        UUID checkIn = one.checkInId();
        if (checkIn == null) {
            return null;
        }
        return unopened.open(() -> checkIns.find(checkIn))
                .flatMap(found -> found)
                .map(ShowCare::shown)
                .orElse(null);
    }

    private static CareEntry shown(CheckIn entry) {
        return new CareEntry(entry.at(), entry.answer(), entry.note(), entry.version() > 1);
    }

    private Optional<Booking> nextSession(UUID person) {
        Instant now = clock.instant();
        return bookings.of(person).stream()
                .filter(one ->
                        one.state() == BookingState.BOOKED && one.startsAt().isAfter(now))
                .findFirst();
    }
}
