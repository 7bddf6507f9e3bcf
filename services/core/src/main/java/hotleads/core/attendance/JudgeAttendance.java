package hotleads.core.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules by which rooms become a verdict; they know neither the clock nor the database. */
final class JudgeAttendance {
    /** Less is somebody who looked in, or pressed the wrong link. */
    private static final long LEAST_SECONDS = 120;

    /** A practitioner who waited less may have known that nobody would come. */
    private static final long WAITED_SECONDS = 600;

    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration TOGETHER = Duration.ofSeconds(90);

    private final Session session;
    private final List<Room> own;
    private final List<Room> elsewhere;

    private JudgeAttendance(Session session, List<Room> rooms) {
        this.session = session;
        Span around = session.around();
        List<Room> near =
                rooms.stream().filter(room -> room.open().overlaps(around)).toList();
        this.own = near.stream().filter(Room::own).toList();
        this.elsewhere = near.stream().filter(room -> !room.own()).toList();
    }

    /** @param rooms all that were open around that time; empty only when we know that none was */
    static Judgement of(Session session, List<Room> rooms) {
        return new JudgeAttendance(session, rooms).judge();
    }

    private Judgement judge() {
        List<Stay> inside = own.stream()
                .flatMap(room -> room.stays().stream())
                .filter(stay -> stay.span().overlaps(session.around()))
                .toList();
        Ladder ladder = new Ladder(session, isAlone(inside));
        List<Stay> theirs =
                inside.stream().filter(stay -> ladder.rungOf(stay).isPresent()).toList();
        List<Span> present = Span.union(meeting(theirs), session.around());
        if (Span.secondsOf(present) >= LEAST_SECONDS
                && !Span.union(present, session.booked()).isEmpty()) {
            return attended(ladder, theirs, present);
        }
        return notSeen(inside, theirs);
    }

    private Judgement attended(Ladder ladder, List<Stay> theirs, List<Span> present) {
        Instant arrived = theirs.stream()
                .map(stay -> stay.span().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant left = present.getLast().to();
        Rung rung = theirs.stream()
                .flatMap(stay -> ladder.rungOf(stay).stream())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        AttendanceState state = AttendanceState.ATTENDED;
        if (arrived.isAfter(session.booked().from().plus(LATE).minusSeconds(1))) {
            state = AttendanceState.LATE;
        }
        if (leftBeforeHalf(left)) {
            state = AttendanceState.LEFT_EARLY;
        }
        return new Judgement(
                Verdict.ATTENDED,
                state,
                rung,
                present,
                arrived,
                Span.secondsOf(Span.union(present, session.booked())),
                hostSeconds(),
                Set.of(),
                settled(),
                runs(own));
    }

    /** Not when the practitioner closed the room: then they left together. */
    private boolean leftBeforeHalf(Instant left) {
        Instant half = session.booked().from().plusSeconds(session.booked().seconds() / 2);
        Instant closed = own.stream()
                .map(room -> room.open().to())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return left.isBefore(half) && left.plus(TOGETHER).isBefore(closed);
    }

    private Judgement notSeen(List<Stay> inside, List<Stay> theirs) {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        boolean strangers = Span.secondsOf(Span.union(
                                meeting(inside.stream()
                                        .filter(stay -> !stay.host())
                                        .toList()),
                                session.booked()))
                        >= LEAST_SECONDS
                || own.stream()
                        .anyMatch(room -> room.people() > 1 && room.stays().isEmpty())
                || own.stream().anyMatch(room -> room.witness().others());
        if (inside.stream().anyMatch(stay -> !stay.inMeeting())
                || own.stream().anyMatch(room -> room.witness().outside())) {
            facts.add(Fact.WAITED_OUTSIDE);
        }
        if (wasElsewhere()) {
            facts.add(Fact.OTHER_ROOM);
        }
        if (strangers) {
            return unknown(AttendanceState.SOMEONE_JOINED, facts);
        }
        if (own.isEmpty()) {
            return unknown(facts.isEmpty() ? AttendanceState.NOT_ON_ZOOM : AttendanceState.UNCONFIRMED, facts);
        }
        if (!settled()) {
            return unknown(AttendanceState.NOT_FETCHED, facts);
        }
        if (!facts.isEmpty() || !theirs.isEmpty()) {
            return unknown(AttendanceState.UNCONFIRMED, facts);
        }
        return hostAlone();
    }

    private Judgement hostAlone() {
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        if (hostSeconds() < WAITED_SECONDS) {
            facts.add(Fact.SHORTLY_OPEN);
            return unknown(AttendanceState.UNCONFIRMED, facts);
        }
        facts.add(Fact.HOST_ALONE);
        // Counted afterwards by the provider, and told to us while it happened: neither is made of the other.
        boolean seenByHooks = own.stream().allMatch(room -> room.witness().whole());
        if (seenByHooks) {
            facts.add(Fact.HOOKS_SAW_NOBODY);
        }
        return new Judgement(
                Verdict.MISSED,
                seenByHooks ? AttendanceState.MISSED : AttendanceState.UNCONFIRMED,
                null,
                List.of(),
                null,
                0,
                hostSeconds(),
                facts,
                true,
                runs(own));
    }

    private Judgement unknown(AttendanceState state, Set<Fact> facts) {
        return new Judgement(
                Verdict.UNKNOWN, state, null, List.of(), null, 0, hostSeconds(), facts, settled(), runs(own));
    }

    private boolean wasElsewhere() {
        Ladder ladder = new Ladder(session, false);
        return elsewhere.stream()
                .flatMap(room -> room.stays().stream())
                .filter(stay -> stay.span().overlaps(session.around()))
                .map(ladder::rungOf)
                .anyMatch(Optional::isPresent);
    }

    /** Rows of one name are one person here: who comes again, or by two devices, is not two. */
    private boolean isAlone(List<Stay> inside) {
        return inside.stream()
                        .filter(stay ->
                                !stay.host() && stay.inMeeting() && stay.span().overlaps(session.booked()))
                        .map(stay -> List.of(stay.name(), String.valueOf(stay.email())))
                        .distinct()
                        .count()
                == 1;
    }

    private boolean settled() {
        return own.stream().allMatch(Room::settled);
    }

    /** Where nobody is listed, a run lasts as long as its host is there. */
    private long hostSeconds() {
        List<Span> spans = new ArrayList<>();
        for (Room room : own) {
            List<Span> listed =
                    room.stays().stream().filter(Stay::host).map(Stay::span).toList();
            spans.addAll(listed.isEmpty() ? List.of(room.open()) : listed);
        }
        return Span.secondsOf(Span.union(spans, session.booked()));
    }

    private static List<Span> meeting(List<Stay> stays) {
        return stays.stream().filter(Stay::inMeeting).map(Stay::span).toList();
    }

    private static List<Long> runs(List<Room> rooms) {
        return rooms.stream().map(Room::run).toList();
    }
}
