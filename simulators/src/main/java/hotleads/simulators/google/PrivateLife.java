package hotleads.simulators.google;

import hotleads.simulators.practice.Catalogue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What a practitioner has in the calendar beside the practice, made up from a seed week by week, so that a year can
 * pass in any steps and come out the same.
 */
final class PrivateLife {

    private static final LocalTime NOON = LocalTime.of(12, 0);

    private final String address;
    private final long seed;

    PrivateLife(String address, long seed) {
        this.address = address;
        this.seed = seed;
    }

    /** A week's events, and what will be done to some of them. */
    record Week(List<Event> events, List<CalendarState.Plan> plans) {}

    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** What repeats: lunch, supervision, and the place one works at, which keeps nobody busy. */
    List<Event> series(LocalDate from) {
        return List.of(
                weekly("lunch", at(from.plusDays(1), NOON, 60), "Lunch, made up", "default", false),
                weekly(
                        "supervision",
                        at(from.plusDays(2), LocalTime.of(8, 0), 50),
                        "Made-up supervision",
                        "default",
                        false),
                weekly("place", Span.days(from.plusDays(3), from.plusDays(4)), "Home", "workingLocation", true));
    }

    Week week(LocalDate monday) {
        var random = new Random(seed * 31 + address.hashCode() * 7L + monday.toEpochDay());
        var events = new ArrayList<Event>();
        var plans = new ArrayList<CalendarState.Plan>();
        for (int nth = 0; nth < 4; nth++) {
            LocalDate day = monday.plusDays(random.nextInt(5));
            LocalTime start = LocalTime.of(8 + random.nextInt(11), random.nextBoolean() ? 0 : 30);
            Event event = matter(monday, nth, at(day, start, 30 * (1 + random.nextInt(4))), random);
            events.add(event);
            plan(event, random, plans);
        }
        if (random.nextInt(5) == 0) {
            LocalDate day = monday.plusDays(random.nextInt(5));
            events.add(event(id(monday, 9), Span.days(day, day.plusDays(1)), "A made-up day away", false, null, false));
        }
        return new Week(events, plans);
    }

    private Event matter(LocalDate monday, int nth, Span span, Random random) {
        int kind = random.nextInt(10);
        return event(
                id(monday, nth),
                span,
                "Private matter " + monday.getDayOfYear() + '-' + nth,
                kind == 0,
                kind == 1 ? "declined" : kind == 2 ? "accepted" : null,
                kind == 3);
    }

    private static void plan(Event event, Random random, List<CalendarState.Plan> plans) {
        int fate = random.nextInt(6);
        Instant then = event.span().startsAt().minusSeconds(3_600L * (12 + random.nextInt(96)));
        if (fate == 0) {
            plans.add(new CalendarState.Plan(then, event.id(), 0));
        } else if (fate == 1) {
            plans.add(new CalendarState.Plan(then, event.id(), random.nextBoolean() ? 60 : -60));
        }
    }

    private Event weekly(String name, Span first, String summary, String type, boolean free) {
        return new Event(
                name + Integer.toUnsignedString(address.hashCode(), 32),
                false,
                0,
                first.startsAt(),
                first.startsAt(),
                0,
                summary,
                first,
                false,
                free,
                false,
                type,
                null,
                true,
                null,
                null,
                null,
                Map.of());
    }

    private static Event event(
            String id, Span span, String summary, boolean free, @Nullable String response, boolean secret) {
        Instant made = span.startsAt().minusSeconds(14 * 86_400L);
        return new Event(
                id, false, 0, made, made, 0, summary, span, false, free, secret, "default", response, false, null, null,
                null, Map.of());
    }

    private String id(LocalDate monday, int nth) {
        // Google's own ids are of these letters too, and 26 long.
        String text = Long.toString(monday.toEpochDay() * 10 + nth, 32)
                + Integer.toUnsignedString((address + seed).hashCode(), 32);
        return "m" + "0".repeat(Math.max(0, 25 - text.length())) + text;
    }

    private static Span at(LocalDate day, LocalTime time, int minutes) {
        Instant start = day.atTime(time).atZone(Catalogue.ZONE).toInstant();
        return Span.of(start, start.plusSeconds(60L * minutes));
    }
}
