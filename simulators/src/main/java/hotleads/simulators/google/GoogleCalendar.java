package hotleads.simulators.google;

import hotleads.simulators.practice.Catalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person's calendar: its events, what changed since when, and which ids can never be used again. */
public final class GoogleCalendar {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration TOMBSTONES_STAY = Duration.ofDays(29);
    private static final Duration DELTA_BACK = Duration.ofDays(60);
    private static final Duration DELTA_AHEAD = Duration.ofDays(400);

    private final String address;
    private final InstantSource time;
    private final Runnable whenChanged;
    private final Map<String, Event> events = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private long change;
    private long floor;
    private @Nullable LocalDate livedUntil;
    private List<CalendarState.Plan> plans;

    GoogleCalendar(CalendarState state, InstantSource time, Runnable whenChanged) {
        this.address = state.address();
        this.time = time;
        this.whenChanged = whenChanged;
        change = state.change();
        floor = state.floor();
        state.events().forEach(event -> events.put(event.id(), event));
        used.addAll(state.used());
        livedUntil = state.livedUntil();
        plans = new ArrayList<>(state.plans());
    }

    synchronized CalendarState state() {
        return new CalendarState(
                address, change, floor, List.copyOf(events.values()), used, livedUntil, List.copyOf(plans));
    }

    public String address() {
        return address;
    }

    synchronized long change() {
        return change;
    }

    /** Lets everything happen in it that was to happen by now. */
    synchronized boolean live(PrivateLife life) {
        Instant now = time.instant();
        long before = change;
        LocalDate day = now.atZone(Catalogue.ZONE).toLocalDate();
        if (livedUntil == null) {
            livedUntil = PrivateLife.weekOf(day).minusWeeks(5);
            life.series(livedUntil).forEach(this::put);
        }
        while (!livedUntil.isAfter(day.plusWeeks(3))) {
            PrivateLife.Week week = life.week(livedUntil);
            week.events().forEach(this::put);
            plans.addAll(week.plans());
            livedUntil = livedUntil.plusWeeks(1);
        }
        plans.stream()
                .filter(plan -> !plan.at().isAfter(now))
                .sorted(Comparator.comparing(CalendarState.Plan::at))
                .forEach(this::carryOut);
        plans.removeIf(plan -> !plan.at().isAfter(now));
        dropOldTombstones(now);
        return change != before;
    }

    private void carryOut(CalendarState.Plan plan) {
        Event event = events.get(plan.event());
        if (event != null && !event.cancelled()) {
            put(
                    plan.minutes() == 0
                            ? event.withCancelled(true)
                            : event.at(event.span().movedBy(Duration.ofMinutes(plan.minutes()))));
        }
    }

    private void dropOldTombstones(Instant now) {
        events.values().removeIf(event -> event.cancelled() && event.updated().isBefore(now.minus(TOMBSTONES_STAY)));
    }

    /** Sync tokens die, and a full list shows nothing of what was deleted. */
    public synchronized void forgetTokens() {
        change++;
        floor = change;
        events.values().removeIf(event -> event.cancelled() && event.series() == null);
    }

    synchronized boolean isTooOld(long token) {
        return token < floor;
    }

    /** The event, one of a series' weeks, or nothing. */
    public synchronized Optional<Event> find(String id) {
        Event event = events.get(id);
        if (event != null) {
            return Optional.of(event);
        }
        int cut = id.lastIndexOf('_');
        Event series = cut < 0 ? null : events.get(id.substring(0, cut));
        if (series == null || !series.weekly()) {
            return Optional.empty();
        }
        Instant now = time.instant();
        return instances(series, now.minus(DELTA_AHEAD), now.plus(DELTA_AHEAD))
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    synchronized boolean wasEverUsed(String id) {
        return used.contains(id);
    }

    /** Everything that touches the time, series as they are or week by week. */
    synchronized List<Event> list(
            @Nullable Instant from, @Nullable Instant to, boolean singleEvents, boolean showDeleted) {
        Instant last = to == null ? time.instant().plus(DELTA_AHEAD) : to;
        Instant first = from == null ? time.instant().minus(DELTA_AHEAD) : from;
        return events.values().stream()
                .flatMap(event -> singleEvents && event.weekly() ? instances(event, first, last) : Stream.of(event))
                .filter(event -> event.weekly() || event.span().touches(from, to))
                .filter(event -> showDeleted || !event.cancelled())
                .sorted(Comparator.comparing(Event::updated).thenComparing(Event::id))
                .toList();
    }

    /** What changed after a token was given out. */
    synchronized List<Event> changedSince(long token, boolean singleEvents) {
        Instant now = time.instant();
        return events.values().stream()
                .filter(event -> event.change() > token)
                .flatMap(event -> singleEvents && event.weekly()
                        ? instances(event, now.minus(DELTA_BACK), now.plus(DELTA_AHEAD))
                        : Stream.of(event))
                .sorted(Comparator.comparing(Event::updated).thenComparing(Event::id))
                .toList();
    }

    /** Stores it under the calendar's next change. */
    public synchronized Event put(Event event) {
        Event stored = event.changed(++change, time.instant().truncatedTo(ChronoUnit.MILLIS));
        events.put(stored.id(), stored);
        used.add(stored.id());
        whenChanged.run();
        return stored;
    }

    /** Changes what is there now; the change sees whatever came before it. */
    synchronized Event change(String id, UnaryOperator<Event> edit) {
        return put(edit.apply(find(id).orElseThrow(GoogleError.NOT_FOUND::refused)));
    }

    private Stream<Event> instances(Event series, Instant from, Instant to) {
        LocalDate begins = series.span().startsAt().atZone(Catalogue.ZONE).toLocalDate();
        LocalDate first = from.atZone(Catalogue.ZONE).toLocalDate();
        long weeks = Math.max(0, ChronoUnit.WEEKS.between(begins, first) - 1);
        return Stream.iterate(weeks, week -> week + 1)
                .map(week -> series.span().weeksLater(week))
                .takeWhile(span -> span.startsAt().isBefore(to) && isWithin(series, span))
                .filter(span -> span.touches(from, to))
                .map(span -> series.instance(instanceId(series, span), span))
                .filter(instance -> !events.containsKey(instance.id()));
    }

    private static boolean isWithin(Event series, Span span) {
        LocalDate lastDay = series.lastDay();
        return lastDay == null
                || !span.startsAt().atZone(Catalogue.ZONE).toLocalDate().isAfter(lastDay);
    }

    private static String instanceId(Event series, Span span) {
        LocalDate day = span.firstDay();
        return series.id()
                + '_'
                + (day == null ? STAMP.format(span.startsAt()) : day.format(DateTimeFormatter.BASIC_ISO_DATE));
    }
}
