package hotleads.core.attendance;

import hotleads.core.attendance.Room.Witness;
import hotleads.core.people.Normalise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session of fifty minutes at three, and rooms for it, minute by minute from its start. */
final class SomeSession {
    static final Instant START = Instant.parse("2026-11-24T20:00:00Z");
    static final Known ANA = known("Ana", "Reyes", "ana@example.org", "+12025550103");

    private SomeSession() {}

    static Known known(String first, String last, String email, String phone) {
        return new Known(Set.of(words(first + ' ' + last)), Set.of(words(first)), Set.of(email), Set.of(phone));
    }

    static Set<String> words(String name) {
        return Set.copyOf(Normalise.typedWords(name));
    }

    static Session with(Known client, Known... others) {
        return new Session(1, between(0, 50), true, client, List.of(others));
    }

    static Session group(Known client) {
        return new Session(1, between(0, 50), false, client, List.of());
    }

    static Span between(int from, int to) {
        return new Span(START.plusSeconds(60L * from), START.plusSeconds(60L * to));
    }

    static Stay host(int from, int to) {
        return new Stay(between(from, to), true, true, words("Dana Therapist"), "dana@practice.example", null, false);
    }

    static Stay guest(String name, int from, int to) {
        return new Stay(between(from, to), false, true, words(name), null, null, false);
    }

    static Stay waiting(String name, int from, int to) {
        return new Stay(between(from, to), false, false, words(name), null, null, false);
    }

    static Stay signedIn(String name, @Nullable String email, int from, int to) {
        return new Stay(between(from, to), false, true, words(name), email, null, false);
    }

    static Stay registered(String name, String email, int from, int to) {
        return new Stay(between(from, to), false, true, words(name), email, null, true);
    }

    static Stay ringing(String phone, int from, int to) {
        return new Stay(between(from, to), false, true, Set.of(), null, phone, false);
    }

    static Room room(Stay... stays) {
        return room(Witness.NONE, true, stays);
    }

    static Room room(Witness witness, boolean settled, Stay... stays) {
        List<Stay> all = new ArrayList<>(List.of(stays));
        Instant opens = all.stream()
                .map(stay -> stay.span().from())
                .min(Instant::compareTo)
                .orElseThrow();
        Instant closes = all.stream()
                .map(stay -> stay.span().to())
                .max(Instant::compareTo)
                .orElseThrow();
        int people = (int) all.stream()
                .filter(Stay::inMeeting)
                .map(stay -> List.of(stay.host(), stay.name(), String.valueOf(stay.phone())))
                .distinct()
                .count();
        // Nobody is listed of a room in which one was alone.
        return new Room(7, true, new Span(opens, closes), people, people < 2 ? List.of() : all, settled, witness);
    }

    static Room elsewhere(Stay... stays) {
        Room room = room(stays);
        return new Room(8, false, room.open(), room.people(), room.stays(), true, Witness.NONE);
    }

    static Judgement judged(Session session, Room... rooms) {
        return JudgeAttendance.of(session, List.of(rooms));
    }
}
