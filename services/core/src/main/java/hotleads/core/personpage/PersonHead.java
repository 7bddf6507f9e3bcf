package hotleads.core.personpage;

import hotleads.core.observations.Booking;
import hotleads.core.observations.BookingState;
import hotleads.core.observations.Bookings;
import hotleads.core.observations.Calendars;
import hotleads.core.people.PersonNames;
import hotleads.core.time.PracticeClock;
import hotleads.core.triage.InForce;
import hotleads.core.triage.PersonActs;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.endpoint.Role;
import hotleads.vault.Unopened;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who somebody is to the practice, in a few words. */
@Component
class PersonHead {
    private static final Duration STILL_A_CLIENT = Duration.ofDays(180);
    private static final int GAPS = 4;

    private final Bookings bookings;
    private final Calendars calendars;
    private final PersonNames names;
    private final PersonActs acts;
    private final ReportUnopened report;
    private final PracticeClock clock;
    private final ZoneId zone;
    private final JdbcClient jdbc;

    PersonHead(
            Bookings bookings,
            Calendars calendars,
            PersonNames names,
            PersonActs acts,
            ReportUnopened report,
            PracticeClock clock,
            @Value("${HOTLEADS_PRACTICE_ZONE:America/New_York}") ZoneId zone,
            JdbcClient jdbc) {
        this.bookings = bookings;
        this.calendars = calendars;
        this.names = names;
        this.acts = acts;
        this.report = report;
        this.clock = clock;
        this.zone = zone;
        this.jdbc = jdbc;
    }

    /**
     * The answer.
     *
     * @param role {@code lead} before the first session, {@code client}, or {@code past-client} half a year after the
     *     last
     * @param owner an administrator's account; null for nobody's
     * @param rhythm null when there is none
     * @param recordVersion what an act has to carry
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record PersonHeadShown(
            UUID personId,
            @Nullable String name,
            @Nullable String initials,
            String role,
            @Nullable UUID owner,
            @Nullable String practitioner,
            @Nullable NextBooking nextBooking,
            @Nullable Rhythm rhythm,
            @Nullable Instant firstSeenAt,
            boolean doNotContact,
            String phone,
            String voicemail,
            String email,
            long recordVersion,
            Instant asOf,
            String zone,
            @Nullable UnopenedShown unopened) {}

    /** The next one, or the one under way. */
    record NextBooking(
            Instant startsAt,
            int durationMinutes,
            @Nullable String typeName,
            @Nullable String practitioner) {}

    /**
     * When they usually come.
     *
     * @param weekday {@code monday} to {@code sunday}; null when it differs
     * @param everyDays from one session to the next
     */
    record Rhythm(@Nullable String weekday, long everyDays) {}

    PersonHeadShown of(UUID person, Caller caller) {
        Instant now = clock.instant();
        Unopened unopened = new Unopened();
        List<Booking> booked = bookings.of(person);
        List<Booking> held = booked.stream()
                .filter(one ->
                        one.state() == BookingState.BOOKED && one.startsAt().isBefore(now))
                .toList();
        // Acts of others about them are the administrators'; what they allow concerns whoever speaks to them.
        InForce decided = InForce.of(acts.of(person, unopened));
        String name = names.of(List.of(person), unopened).get(person);
        Booking last = booked.isEmpty() ? null : booked.getLast();
        return new PersonHeadShown(
                person,
                name,
                name == null ? null : PersonNames.initialsOf(name),
                role(held, now),
                caller.role() == Role.ADMIN ? decided.owner() : null,
                last == null ? null : calendars.practitioner(last.calendarId()).orElse(null),
                next(booked, now),
                rhythm(held),
                booked.stream()
                        .map(one -> one.bookedAt() == null ? one.startsAt() : one.bookedAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                decided.permissions().doNotContact(),
                decided.permissions().phone().word(),
                decided.permissions().voicemail().word(),
                decided.permissions().email().word(),
                version(person),
                now,
                zone.getId(),
                report.of(unopened));
    }

    private static String role(List<Booking> held, Instant now) {
        if (held.isEmpty()) {
            return "lead";
        }
        return held.getLast().startsAt().isBefore(now.minus(STILL_A_CLIENT)) ? "past-client" : "client";
    }

    private @Nullable NextBooking next(List<Booking> booked, Instant now) {
        return booked.stream()
                .filter(one -> one.state() == BookingState.BOOKED
                        && one.startsAt()
                                .plusSeconds(60L * one.durationMinutes())
                                .isAfter(now))
                .findFirst()
                .map(one -> new NextBooking(
                        one.startsAt(),
                        one.durationMinutes(),
                        calendars.sessionType(one.typeId()).orElse(null),
                        calendars.practitioner(one.calendarId()).orElse(null)))
                .orElse(null);
    }

    /** As the list reckons it: the median of the last four gaps, where it is one of 5 to 45 days. */
    private @Nullable Rhythm rhythm(List<Booking> held) {
        List<Instant> starts = held.stream().map(Booking::startsAt).distinct().toList();
        if (starts.size() <= GAPS) {
            return null;
        }
        List<Instant> last = starts.subList(starts.size() - GAPS - 1, starts.size());
        long[] gaps = new long[GAPS];
        for (int i = 0; i < GAPS; i++) {
            gaps[i] = Duration.between(last.get(i), last.get(i + 1)).toMinutes();
        }
        java.util.Arrays.sort(gaps);
        long days = Math.round((gaps[1] + gaps[2]) / 2.0 / (24 * 60));
        return days < 5 || days > 45 ? null : new Rhythm(weekday(last), days);
    }

    private @Nullable String weekday(List<Instant> starts) {
        Map<DayOfWeek, Long> days = starts.stream()
                .map(start -> start.atZone(zone).getDayOfWeek())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return days.entrySet().stream()
                .filter(day -> day.getValue() > GAPS / 2)
                .map(day -> day.getKey().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }

    private long version(UUID person) {
        return jdbc.sql("SELECT facts_version FROM person WHERE id = ?")
                .param(person)
                .query(Long.class)
                .single();
    }
}
