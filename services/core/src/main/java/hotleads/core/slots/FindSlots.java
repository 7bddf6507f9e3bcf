package hotleads.core.slots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hotleads.contracts.AcuityCatalogue;
import hotleads.contracts.AcuitySessionType;
import hotleads.contracts.FreeDatesQuery;
import hotleads.contracts.FreeTimesQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.TimeCheckQuery;
import hotleads.core.calendars.FreeAtGoogle;
import hotleads.core.calendars.FreeAtGoogle.Known;
import hotleads.core.connections.AcuityAccess;
import hotleads.core.hours.WorkingPlan;
import hotleads.core.hours.WorkingPlans;
import hotleads.core.observations.Bookings;
import hotleads.core.openings.UsualSession;
import hotleads.core.openings.UsualSession.WeekHour;
import hotleads.core.practice.PracticeDecisions;
import hotleads.core.slots.Slots.Slot;
import hotleads.core.time.PracticeClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds up to three times for a person with the practitioner and the session they usually have, and has each confirmed
 * before it is shown. Acuity's own free times keep to its notice and hours; days away are often told to us alone.
 */
@Component
class FindSlots {
    private static final int WANTED = 3;
    private static final int DAYS_AHEAD = 21;
    private static final int DATES_READ = 6;

    /** Whoever waits for it looks at a page; what is not known by then is said not to be. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration CATALOGUE_HOLDS = Duration.ofMinutes(10);

    private final Cache<String, AcuityCatalogue> catalogue = Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(CATALOGUE_HOLDS)
            .build();
    private final Bookings bookings;
    private final AcuityAccess acuity;
    private final FreeAtGoogle freeAtGoogle;
    private final WorkingPlans plans;
    private final PracticeDecisions decisions;
    private final PracticeClock practiceClock;
    private final Clock clock;
    private final ZoneId practiceZone;

    FindSlots(
            Bookings bookings,
            AcuityAccess acuity,
            FreeAtGoogle freeAtGoogle,
            WorkingPlans plans,
            PracticeDecisions decisions,
            PracticeClock practiceClock,
            Clock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId practiceZone) {
        this.bookings = bookings;
        this.acuity = acuity;
        this.freeAtGoogle = freeAtGoogle;
        this.plans = plans;
        this.decisions = decisions;
        this.practiceClock = practiceClock;
        this.clock = clock;
        this.practiceZone = practiceZone;
    }

    Slots of(UUID person) {
        // The practice's zone first: which calendar it is, and so which zone, follows from the bookings.
        Optional<UsualSession> known = UsualSession.of(bookings.of(person), practiceZone);
        if (known.isEmpty()) {
            return Slots.none("no-booking-known");
        }
        AcuityCatalogue cached = catalogue.getIfPresent("");
        ProviderAnswer<AcuityCatalogue> answer = cached == null ? acuity.catalogue() : ProviderAnswer.of(cached);
        AcuityCatalogue offered = answer.content();
        if (offered == null) {
            return Slots.notLoaded(answer.cause());
        }
        catalogue.put("", offered);
        UsualSession usual = UsualSession.of(bookings.of(person), zoneOf(known.get(), offered))
                .orElseThrow();
        return obstacle(usual, offered)
                .map(Slots::none)
                .orElseGet(() -> new Search(usual, zoneOf(usual, offered)).run());
    }

    private ZoneId zoneOf(UsualSession usual, AcuityCatalogue offered) {
        return offered.calendars().stream()
                .filter(calendar -> calendar.id() == usual.last().calendarId())
                .flatMap(calendar -> Optional.ofNullable(calendar.zone()).stream())
                .findFirst()
                .map(ZoneId::of)
                .orElse(practiceZone);
    }

    private static Optional<String> obstacle(UsualSession usual, AcuityCatalogue offered) {
        long calendar = usual.last().calendarId();
        Optional<AcuitySessionType> type = offered.types().stream()
                .filter(one -> one.id() == usual.last().typeId())
                .findFirst();
        if (type.filter(AcuitySessionType::active).isEmpty()) {
            return Optional.of("type-not-offered");
        }
        if (type.get().group()) {
            return Optional.of("group-session");
        }
        boolean isThere = offered.calendars().stream().anyMatch(one -> one.id() == calendar);
        return isThere && type.get().calendarIds().contains(calendar)
                ? Optional.empty()
                : Optional.of("practitioner-not-offered");
    }

    /** One search, which ends early when Acuity does not answer or time is up. */
    private final class Search {
        private final UsualSession usual;
        private final ZoneId zone;
        private final Instant givesUpAt = clock.instant().plus(PATIENCE);
        private final Instant now = practiceClock.instant();
        private @Nullable String failure;

        Search(UsualSession usual, ZoneId zone) {
            this.usual = usual;
            this.zone = zone;
        }

        Slots run() {
            List<Instant> times = bestFirst(times(dates()));
            Optional<Known> google = atGoogle(times);
            List<Slot> found = checked(times, google);
            if (found.isEmpty()) {
                return failure == null ? Slots.none("nothing-free") : Slots.notLoaded(failure);
            }
            if (failure == null && google.filter(known -> !known.certain()).isPresent()) {
                failure = "calendar-old";
            }
            return new Slots(true, failure, found);
        }

        /** Free dates, those on the usual weekday first. */
        private List<LocalDate> dates() {
            LocalDate today = LocalDate.ofInstant(now, zone);
            LocalDate last = today.plusDays(DAYS_AHEAD);
            List<LocalDate> dates = new ArrayList<>();
            for (YearMonth month = YearMonth.from(today);
                    !month.isAfter(YearMonth.from(last));
                    month = month.plusMonths(1)) {
                YearMonth asked = month;
                answered(() -> acuity.freeDates(new FreeDatesQuery(
                                asked, usual.last().typeId(), usual.last().calendarId(), zone.getId())))
                        .ifPresent(dates::addAll);
            }
            return dates.stream()
                    .filter(date -> !date.isBefore(today) && !date.isAfter(last))
                    .sorted(Comparator.comparing((LocalDate date) ->
                                    date.getDayOfWeek() != usual.at().day())
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(DATES_READ)
                    .toList();
        }

        private List<Instant> times(List<LocalDate> dates) {
            List<Instant> times = new ArrayList<>();
            for (LocalDate date : dates) {
                answered(() -> acuity.freeTimes(new FreeTimesQuery(
                                date, usual.last().typeId(), usual.last().calendarId(), zone.getId())))
                        .ifPresent(times::addAll);
            }
            WorkingPlan plan = plans.of(usual.last().calendarId());
            Instant soonest = now.plus(decisions.bookingNotice());
            return times.stream()
                    .filter(soonest::isBefore)
                    .filter(start -> plan.allows(start, endOf(start), practiceZone))
                    .distinct()
                    .toList();
        }

        private List<Instant> bestFirst(List<Instant> times) {
            return times.stream()
                    .sorted(Comparator.comparing(this::fit).thenComparing(Comparator.naturalOrder()))
                    .toList();
        }

        /** Asked once for all of them; nothing where no calendar at Google belongs to this one. */
        private Optional<Known> atGoogle(List<Instant> times) {
            return times.isEmpty()
                    ? Optional.empty()
                    : freeAtGoogle.between(
                            usual.last().calendarId(), Collections.min(times), endOf(Collections.max(times)));
        }

        private Instant endOf(Instant start) {
            return start.plus(Duration.ofMinutes(usual.last().durationMinutes()));
        }

        /** A time that was taken meanwhile makes room for the next best, and so does one that is busy at Google. */
        private List<Slot> checked(List<Instant> bestFirst, Optional<Known> google) {
            List<Slot> found = new ArrayList<>();
            for (Instant start : bestFirst) {
                if (found.size() == WANTED) {
                    break;
                }
                if (google.filter(known -> known.isBusy(start, endOf(start))).isPresent()) {
                    continue;
                }
                Optional<Boolean> bookable = answered(() -> acuity.check(new TimeCheckQuery(
                        start, usual.last().typeId(), usual.last().calendarId())));
                if (bookable.orElse(true)) {
                    found.add(slot(start, bookable.isPresent(), google.map(Known::certain)));
                }
            }
            return found;
        }

        private Slot slot(Instant start, boolean checked, Optional<Boolean> freeAtGoogle) {
            return new Slot(
                    start,
                    fit(start),
                    usual.habit(),
                    checked,
                    freeAtGoogle.orElse(null),
                    usual.last().durationMinutes(),
                    usual.last().calendarId(),
                    usual.last().typeId());
        }

        private Fit fit(Instant start) {
            return Fit.of(WeekHour.of(start, zone), usual.at());
        }

        /** After the first failure nobody is asked any more: the rest would fail too, and somebody waits. */
        private <T> Optional<T> answered(Supplier<ProviderAnswer<T>> call) {
            if (failure == null && clock.instant().isAfter(givesUpAt)) {
                failure = "took-too-long";
            }
            if (failure != null) {
                return Optional.empty();
            }
            ProviderAnswer<T> answer = call.get();
            if (answer.content() == null) {
                failure = Objects.requireNonNullElse(answer.cause(), "unclear");
            }
            return Optional.ofNullable(answer.content());
        }
    }
}
