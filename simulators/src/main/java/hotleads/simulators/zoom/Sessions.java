package hotleads.simulators.zoom;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Client;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.storage.StateFile;
import hotleads.simulators.zoom.Run.Stay;
import hotleads.simulators.zoom.Run.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Who was in which room: follows from the practice's bookings and a chance of each booking's own, so that the same
 * practice always has the same past; what the control page chose for a booking goes before chance.
 */
public final class Sessions {

    private static final Duration AROUND = Duration.ofHours(3);

    /** What the file holds. */
    record Chosen(Map<Long, Story> stories) {}

    private final Practice practice;
    private final StateFile file;
    private final Map<Long, Story> chosen = new ConcurrentSkipListMap<>();

    public Sessions(Practice practice, StateFile file) {
        this.practice = practice;
        this.file = file;
        file.read(Chosen.class).ifPresent(kept -> chosen.putAll(kept.stories()));
    }

    void choose(long booking, Story story) {
        chosen.put(booking, story);
        file.save(() -> new Chosen(Map.copyOf(chosen)));
    }

    Instant now() {
        return practice.now();
    }

    Story storyOf(Booking booking) {
        Story picked = chosen.get(booking.id());
        if (picked != null) {
            return picked;
        }
        return booking.noShow() ? Story.LONE_HOST : Story.by(Chance.of(booking.id()));
    }

    List<Booking> held(Instant from, Instant to) {
        return practice.bookings().stream()
                .filter(one -> !one.canceled() || one.noShow())
                .filter(one -> one.startsAt().isBefore(to) && from.isBefore(one.endsAt()))
                .toList();
    }

    /** All runs that touch the span, begun or not, the earliest first. */
    List<Run> between(Instant from, Instant to) {
        Map<String, List<Booking>> rooms = held(from.minus(AROUND), to.plus(AROUND)).stream()
                .collect(Collectors.groupingBy(
                        one -> one.calendarId() + "@" + one.startsAt(), TreeMap::new, Collectors.toList()));
        var runs = new ArrayList<Run>();
        rooms.values().forEach(bookings -> runs.addAll(runsOf(bookings)));
        List<Run> visited = withVisitors(runs, rooms.values());
        return visited.stream()
                .filter(run -> run.overlaps(from, to))
                .sorted(Comparator.comparing(Run::start).thenComparing(Run::uuid))
                .toList();
    }

    Optional<Run> find(String uuid) {
        // Reports go back a year at most.
        Instant now = now();
        return between(now.minus(Duration.ofDays(400)), now.plus(AROUND)).stream()
                .filter(run -> run.uuid().equals(uuid))
                .findFirst();
    }

    private List<Run> runsOf(List<Booking> bookings) {
        Booking first = bookings.getFirst();
        Host host = Host.of(first.calendarId()).orElseThrow();
        if (bookings.stream().allMatch(one -> storyOf(one) == Story.NOT_ON_ZOOM)) {
            return List.of();
        }
        Chance chance = Chance.of(first.id() + 1);
        Instant opens = first.startsAt().minusSeconds(chance.between(20, 240));
        Instant closes = first.endsAt().plusSeconds(chance.between(-120, 150));
        var stays = new ArrayList<Stay>();
        Who self = new Who(host.id(), host.name(), host.email(), "", true);
        stays.add(new Stay(self, 0, opens, closes, true));
        bookings.forEach(booking -> stays.addAll(staysOf(booking, opens, closes)));
        boolean alone =
                stays.stream().noneMatch(stay -> stay.inMeeting() && !stay.who().host());
        Instant end = alone ? first.startsAt().plusSeconds(chance.between(900, 1_320)) : closes;
        Duration lag = Duration.ofMinutes(chance.between(3, 12));
        if (alone) {
            stays.replaceAll(stay ->
                    new Stay(stay.who(), stay.device(), stay.join(), earlier(stay.leave(), end), stay.inMeeting()));
        }
        if (storyOf(first) == Story.TWO_RUNS) {
            return cut(
                    new Run(chance.uuid(), host, opens, end, stays, lag),
                    first.startsAt().plusSeconds(900),
                    chance);
        }
        return List.of(new Run(chance.uuid(), host, opens, end, stays, lag));
    }

    private List<Stay> staysOf(Booking booking, Instant opens, Instant closes) {
        Chance chance = Chance.of(booking.id() + 2);
        Client client = booking.client();
        Instant start = booking.startsAt();
        Instant join = later(start.plusSeconds(chance.between(-60, 200)), opens);
        Instant leave = closes.minusSeconds(chance.between(5, 60));
        Who named = guest(client.name());
        return switch (storyOf(booking)) {
            case FULL_NAME, TWO_RUNS -> admitted(named, join, leave);
            case REGISTERED ->
                admitted(new Who("", client.firstName(), client.email(), "R" + chance.id(21), false), join, leave);
            case ADDRESS_SHOWN ->
                admitted(new Who(chance.id(22), client.name(), client.email(), "", false), join, leave);
            case REJOINED ->
                List.of(
                        new Stay(named, 0, join, start.plusSeconds(1_200), true),
                        new Stay(named, 1, start.plusSeconds(1_290), leave, true),
                        new Stay(named, 2, start.plusSeconds(1_500), leave.minusSeconds(300), true));
            case GIVEN_NAME -> admitted(guest(client.firstName()), join, leave);
            case LATE -> admitted(named, start.plusSeconds(chance.between(660, 1_200)), leave);
            case PHONE ->
                admitted(guest(client.phone().isEmpty() ? client.name() : "+1" + client.phone()), join, leave);
            case LEFT_EARLY -> admitted(named, join, start.plusSeconds(chance.between(480, 1_140)));
            case DEVICE -> admitted(guest(chance.upTo(2) == 0 ? "iPhone" : "Galaxy Tab"), join, leave);
            case FAMILY -> admitted(guest("Sam " + client.lastName()), join, leave);
            case COMMA -> admitted(guest(client.lastName() + "# " + client.firstName()), join, leave);
            case UNNAMED -> admitted(guest(""), join, leave);
            case WAITING -> List.of(new Stay(named, 0, join, start.plusSeconds(780), false));
            case NOT_ON_ZOOM, LONE_HOST, WRONG_ROOM -> List.of();
        };
    }

    /** Half a minute in the waiting room, as the practice's rooms have one. */
    private static List<Stay> admitted(Who who, Instant join, Instant leave) {
        Instant letIn = join.plusSeconds(25);
        return List.of(new Stay(who, 0, join, letIn, false), new Stay(who, 0, letIn.plusSeconds(1), leave, true));
    }

    private static Who guest(String name) {
        return new Who("", name, "", "", false);
    }

    private static List<Run> cut(Run run, Instant at, Chance chance) {
        Instant again = at.plusSeconds(40);
        var before = run.stays().stream()
                .filter(stay -> stay.join().isBefore(at))
                .map(stay ->
                        new Stay(stay.who(), stay.device(), stay.join(), earlier(stay.leave(), at), stay.inMeeting()))
                .toList();
        var after = run.stays().stream()
                .filter(stay -> stay.leave().isAfter(again))
                .map(stay ->
                        new Stay(stay.who(), stay.device(), later(stay.join(), again), stay.leave(), stay.inMeeting()))
                .toList();
        return List.of(
                new Run(run.uuid(), run.host(), run.start(), at, before, run.reportLag()),
                new Run(chance.uuid(), run.host(), again, run.end(), after, run.reportLag()));
    }

    /** Whoever went to the wrong room sits in any other that is open at their time, for some minutes. */
    private List<Run> withVisitors(List<Run> runs, Iterable<List<Booking>> rooms) {
        var all = new ArrayList<Run>(runs);
        for (List<Booking> room : rooms) {
            for (Booking lost : room) {
                if (storyOf(lost) == Story.WRONG_ROOM) {
                    visit(all, lost);
                }
            }
        }
        return all;
    }

    private static void visit(List<Run> all, Booking lost) {
        Instant at = lost.startsAt().plusSeconds(90);
        for (int i = 0; i < all.size(); i++) {
            Run other = all.get(i);
            if (other.host().calendarId() != lost.calendarId() && other.overlaps(at, at.plusSeconds(240))) {
                var more = new ArrayList<Stay>(other.stays());
                more.add(new Stay(guest(lost.client().name()), 0, later(at, other.start()), at.plusSeconds(240), true));
                all.set(i, new Run(other.uuid(), other.host(), other.start(), other.end(), more, other.reportLag()));
                return;
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
