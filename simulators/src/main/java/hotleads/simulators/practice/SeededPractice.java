package hotleads.simulators.practice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Five months, or a year, behind and six weeks ahead of a practice, made up from a seed.
 *
 * <p>Everyone has an hour of the week of their own with one practitioner, so nobody is ever booked over another.
 */
public final class SeededPractice {

    private static final int WEEKS_BACK = 21;
    private static final int WEEKS_OF_A_YEAR = 50;
    private static final int LONGER = 3;
    private static final int WEEKS_AHEAD = 6;
    private static final Duration DAY = Duration.ofDays(1);

    private final Instant now;
    private final LocalDate today;
    private final Random random;
    private final boolean year;
    private final List<Booking> bookings = new ArrayList<>();

    private SeededPractice(Instant now, long seed, boolean year) {
        // Acuity knows whole seconds only.
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        today = now.atZone(Catalogue.ZONE).toLocalDate();
        random = new Random(seed);
        this.year = year;
    }

    public static PracticeState at(Instant now, long seed) {
        return made(now, seed, false);
    }

    /** The same people and habits, who came three times as long: what a year of their acts ends in. */
    public static PracticeState afterAYear(Instant now, long seed) {
        return made(now, seed, true);
    }

    private static PracticeState made(Instant now, long seed, boolean year) {
        var made = new SeededPractice(now, seed, year);
        made.fill();
        return made.state();
    }

    /** A client's own hour of the week. */
    private record Place(Client client, Practitioner practitioner, int day, int hour) {

        /** The last such hour on or before that day. */
        LocalDate before(LocalDate date) {
            return date.with(
                    TemporalAdjusters.previousOrSame(practitioner.days().get(day)));
        }

        Instant at(LocalDate date) {
            return date.atTime(hour, 0).atZone(Catalogue.ZONE).toInstant();
        }
    }

    private void fill() {
        List<Client> people = MadeUpPeople.all();
        int next = 0;
        for (Habit habit : Habit.values()) {
            for (int nth = 0; nth < habit.people(); nth++) {
                // 29 steps over the sixty spread the odd names over all habits, and visit each person once.
                int person = next * 29 % people.size();
                live(habit, place(people.get(person), next), nth);
                next++;
            }
        }
        groupEvenings(people);
        repeatedRequest();
    }

    private static Place place(Client client, int index) {
        var practitioner = Catalogue.PRACTITIONERS.get(index % 4);
        int own = index / 4;
        int day = own % practitioner.days().size();
        // Two people of one practitioner and day differ in their round, and so in their hour.
        int round = own / practitioner.days().size();
        int hour = OpeningTimes.FIRST_HOUR + (round + day + index) % 4 * 2 + index % 2;
        return new Place(client, practitioner, day, hour);
    }

    private void live(Habit habit, Place place, int nth) {
        switch (habit) {
            case WEEKLY -> regular(place, 7, -weeks(5, 11), WEEKS_AHEAD * 7);
            case FORTNIGHTLY -> regular(place, 14, -weeks(8, 18), WEEKS_AHEAD * 7);
            case REBOOKED -> rebooked(place, nth);
            case SETTLING_IN -> settlingIn(place, nth);
            case ARRIVING -> add(place, Catalogue.FIRST, upcoming(place, nth % 2), Fate.KEPT);
            case FIRST_ONLY -> add(place, Catalogue.FIRST, daysAgo(place, 2 + 3 * nth), Fate.KEPT);
            case LAPSED -> regular(place, gap(nth), -weeks(9, 14), -gap(nth) - 6 - nth % 3);
            case CANCELLED -> cancelled(place, nth);
            case CANCELLED_LATE -> cancelledLate(place, nth);
            case MISSED -> missed(place, nth);
            case LONG_GONE -> regular(place, 7, year ? -290 : -150, -90 - 10 * nth);
        }
    }

    private void rebooked(Place place, int nth) {
        regular(place, 7, -weeks(8, 12), -16);
        add(place, Catalogue.INDIVIDUAL, daysAgo(place, 3 + nth), Fate.CANCELLED);
        if (nth == 0) {
            soon(place.client());
        } else {
            add(place, Catalogue.INDIVIDUAL, upcoming(place, nth % 2), Fate.KEPT);
        }
    }

    /** A client's only booking, within a day whenever the practice starts: cancelled, it is short notice. */
    private void soon(Client client) {
        ZonedDateTime evening = today.atTime(OpeningTimes.LAST_HOUR, 0).atZone(Catalogue.ZONE);
        LocalDate day = evening.toInstant().isAfter(now) ? today : today.plusDays(1);
        var practitioner = Catalogue.PRACTITIONERS.stream()
                .filter(one -> one.days().contains(day.getDayOfWeek()))
                .findFirst()
                .orElseThrow();
        int index = practitioner.days().indexOf(day.getDayOfWeek());
        // Nobody's own hour is the last one, so it is free.
        var place = new Place(client, practitioner, index, OpeningTimes.LAST_HOUR);
        add(place, Catalogue.INDIVIDUAL, place.at(day), Fate.KEPT);
    }

    private void settlingIn(Place place, int nth) {
        Instant first = daysAgo(place, 4 + 2 * nth);
        add(place, Catalogue.FIRST, first, Fate.KEPT);
        add(place, Catalogue.INDIVIDUAL, upcoming(place, nth % 2), Fate.KEPT);
    }

    private void cancelled(Place place, int nth) {
        regular(place, gap(nth), -weeks(8, 14), -9);
        Instant lost = nth < 3 ? upcoming(place, 0) : daysAgo(place, 1);
        add(place, Catalogue.INDIVIDUAL, lost, Fate.CANCELLED);
    }

    private void cancelledLate(Place place, int nth) {
        regular(place, 14, -weeks(10, 16), -15 - nth);
        add(place, Catalogue.INDIVIDUAL, daysAgo(place, 1), Fate.CANCELLED_LATE);
    }

    private void missed(Place place, int nth) {
        regular(place, 7, -weeks(8, 14), -16);
        add(place, Catalogue.INDIVIDUAL, daysAgo(place, 2 + nth), Fate.MISSED);
    }

    private static int gap(int nth) {
        return nth % 2 == 0 ? 7 : 14;
    }

    private int weeks(int least, int most) {
        int weeks = random.nextInt(least, most + 1);
        return 7 * (year ? Math.min(LONGER * weeks, WEEKS_OF_A_YEAR) : weeks);
    }

    private Instant daysAgo(Place place, int atLeast) {
        return place.at(place.before(today.minusDays(atLeast)));
    }

    private Instant upcoming(Place place, int weeksLater) {
        return place.at(place.before(today.plusDays(7)).plusWeeks(weeksLater));
    }

    /** Sessions every so many days between two days counted from today, the first one a first session. */
    private void regular(Place place, int gapDays, int fromDay, int toDay) {
        var type = random.nextInt(9) == 0 ? Catalogue.COUPLES : Catalogue.INDIVIDUAL;
        LocalDate last = today.plusDays(toDay);
        boolean first = year || fromDay > -7 * (WEEKS_BACK - 1);
        for (LocalDate day = place.before(today.plusDays(fromDay)); !day.isAfter(last); day = day.plusDays(gapDays)) {
            Instant start = place.at(day);
            add(place, first ? Catalogue.FIRST : type, start, fate(start));
            first = false;
        }
    }

    private Fate fate(Instant start) {
        // The weeks near today stay as the habit says, or chance would add people to the list.
        boolean settled = start.isBefore(now.minus(DAY.multipliedBy(45)));
        int chance = random.nextInt(100);
        if (!settled || chance >= 8) {
            return Fate.KEPT;
        }
        return chance < 3 ? Fate.MISSED : Fate.CANCELLED;
    }

    private enum Fate {
        KEPT,
        CANCELLED,
        CANCELLED_LATE,
        MISSED
    }

    private void groupEvenings(List<Client> people) {
        var host = Catalogue.PRACTITIONERS.getLast();
        int evening = host.days().indexOf(DayOfWeek.THURSDAY);
        for (int weeksBack = 16; weeksBack >= 0; weeksBack -= 4) {
            for (int member = 0; member < 5; member++) {
                // The first five weekly people, who have sessions ahead in any case.
                var place = new Place(people.get(member * 29 % people.size()), host, evening, OpeningTimes.GROUP_HOUR);
                Instant start = place.at(place.before(today.minusWeeks(weeksBack)));
                if (start.isBefore(now)) {
                    add(place, Catalogue.GROUP, start, Fate.KEPT);
                }
            }
        }
    }

    /** One request sent twice left two bookings of the same minute, as Acuity allows. */
    private void repeatedRequest() {
        Booking kept = bookings.stream()
                .filter(one -> !one.canceled() && one.startsAt().isBefore(now.minus(DAY.multipliedBy(60))))
                .findFirst()
                .orElseThrow();
        bookings.add(kept);
    }

    private void add(Place place, SessionType type, Instant start, Fate fate) {
        boolean byStaff = random.nextInt(5) < 2;
        bookings.add(new Booking(
                0,
                writtenAnew(place.client()),
                start,
                type.minutes(),
                place.practitioner().calendarId(),
                type.id(),
                fate == Fate.CANCELLED_LATE ? start.minus(Duration.ofHours(19)) : created(start),
                fate != Fate.KEPT,
                fate == Fate.MISSED,
                byStaff ? Catalogue.OWNER_EMAIL : null,
                label(fate, start),
                type.isGroup() ? Practice.classId(start) : null,
                ""));
    }

    private Instant created(Instant start) {
        Instant usual = start.minus(DAY.multipliedBy(random.nextInt(3, 28))).minusSeconds(random.nextInt(40_000));
        Instant latest = now.minusSeconds(random.nextInt(3_600, 400_000));
        return usual.isBefore(latest) ? usual : latest;
    }

    private @Nullable Long label(Fate fate, Instant start) {
        return fate == Fate.KEPT && start.isBefore(now) && random.nextInt(12) == 0 ? 3L : null;
    }

    /** The same number is typed in two ways by one in ten. */
    private Client writtenAnew(Client client) {
        return random.nextInt(10) == 0 && client.phone().length() == 10
                ? new Client(
                        client.firstName(), client.lastName(), client.email(), client.formattedPhone(), client.zone())
                : client;
    }

    // Ids grow with the time of booking, as Acuity's do.
    private PracticeState state() {
        bookings.sort(Comparator.comparing(Booking::createdAt));
        var numbered = new ArrayList<Booking>();
        long id = PracticeState.FIRST_ID;
        for (Booking one : bookings) {
            id += random.nextInt(1, 90);
            numbered.add(new Booking(
                    id,
                    one.client(),
                    one.startsAt(),
                    one.minutes(),
                    one.calendarId(),
                    one.typeId(),
                    one.createdAt(),
                    one.canceled(),
                    one.noShow(),
                    one.scheduledBy(),
                    one.labelId(),
                    one.classId(),
                    one.notes()));
        }
        return new PracticeState(id + 1, numbered, List.of());
    }
}
