package hotleads.core.attendance;

import static hotleads.core.attendance.SomeSession.between;
import static hotleads.core.attendance.SomeSession.known;
import static hotleads.core.attendance.SomeSession.words;

import hotleads.core.attendance.Room.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Made-up reports of sessions with what really happened: people who typed their name, or less, or another's, rang in,
 * lost the connection, shared an account, met a namesake in the door, stood outside, sat in the wrong room, or did not
 * come. How often each happens is a guess at an ordinary practice whose links ask for no registration.
 */
final class SomeReports {
    private static final List<String> FIRST = List.of(
            "Ana", "Bo", "Cleo", "Dot", "Emil", "Flora", "Gus", "Hattie", "Ivo", "Juno", "Kit", "Lotte", "José", "Zoë");
    private static final List<String> LAST = List.of(
            "Applewhistle", "Bramblecoat", "Candlewick", "Dillydown", "Elderfluff", "Ñandú", "Gingerby", "O'Test");
    private static final List<String> DEVICES =
            List.of("iPhone", "Galaxy Tab A8", "DESKTOP-7QX", "User", "Zoom user", "iPad");

    private final Random random;
    private int number;

    SomeReports(long seed) {
        this.random = new Random(seed);
    }

    /** What really happened. */
    enum Truth {
        CAME,
        MISSED
    }

    /**
     * A report and its label.
     *
     * @param trap what is difficult about it
     */
    record Report(String trap, Session session, List<Room> rooms, Truth truth) {}

    List<Report> make(int count) {
        List<Report> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(next());
        }
        return reports;
    }

    private Report next() {
        number++;
        String first = one(FIRST);
        String last = one(LAST);
        Known client = known(first, last, "c" + number + "@example.org", "+1202555%04d".formatted(number % 10_000));
        int chance = random.nextInt(1_000);
        int join = random.nextInt(-3, 8);
        int leave = random.nextInt(46, 53);
        if (chance < 430) {
            return came(
                    "typed name",
                    client,
                    guest(
                            one(List.of(
                                    first + " " + last,
                                    last + " " + first,
                                    (first + " " + last).toUpperCase(java.util.Locale.ROOT))),
                            join,
                            leave));
        }
        if (chance < 530) {
            return came(
                    "account", client, signedIn("nick" + number, email(client), random.nextInt(2) == 0, join, leave));
        }
        if (chance < 620) {
            return rejoined(client, first + " " + last);
        }
        if (chance < 680) {
            return came("given name", client, guest(first, join, leave));
        }
        if (chance < 730) {
            return came("phone", client, ringing(client.phones().iterator().next(), join, leave));
        }
        if (chance < 760) {
            return came("device name", client, guest(one(DEVICES), join, leave));
        }
        if (chance < 775) {
            return came("renamed", client, guest("The " + one(LAST) + " Guest", join, leave));
        }
        if (chance < 795) {
            return sharedAccount(client, first, last, join, leave);
        }
        if (chance < 825) {
            return namesake(client, first, last);
        }
        if (chance < 905) {
            return loneHost(client);
        }
        if (chance < 915) {
            return waitedOutside(client);
        }
        if (chance < 925) {
            return wrongRoom(client, first + " " + last);
        }
        if (chance < 945) {
            return overstayed(client);
        }
        if (chance < 970) {
            return lateData(client, guest(first + " " + last, join, leave));
        }
        if (chance < 985) {
            return group(client, first + " " + last, join, leave);
        }
        return new Report("not on zoom", session(client), List.of(), Truth.CAME);
    }

    private Report came(String trap, Known client, Stay stay) {
        return new Report(trap, session(client), List.of(room(true, seen(), host(), stay)), Truth.CAME);
    }

    private Report rejoined(Known client, String name) {
        int lost = random.nextInt(5, 40);
        return new Report(
                "rejoin",
                session(client),
                List.of(room(
                        true,
                        seen(),
                        host(),
                        guest(name, 0, lost),
                        guest(name, lost + 2, 50),
                        guest(name, lost + 1, 48))),
                Truth.CAME);
    }

    /** The relative's account; once in a while the relative comes instead, and says so by their own name. */
    private Report sharedAccount(Known client, String first, String last, int join, int leave) {
        Known relative =
                new Known(Set.of(words("Sam " + last)), Set.of(words("Sam")), client.emails(), client.phones());
        boolean themself = random.nextInt(4) > 0;
        Stay stay = signedIn(themself ? first + " " + last : "Sam " + last, email(client), false, join, leave);
        return new Report(
                "shared account",
                SomeSession.with(client, relative),
                List.of(room(true, seen(), host(), stay)),
                themself ? Truth.CAME : Truth.MISSED);
    }

    /** Another of the same name was there just before, and stays some minutes too long. */
    private Report namesake(Known client, String first, String last) {
        Known other = known(first, last, "other" + number + "@example.org", "+13125550" + (100 + number % 900));
        boolean comes = random.nextBoolean();
        List<Stay> stays = new ArrayList<>(List.of(
                new Stay(between(-58, 51), true, true, words("Dana Therapist"), "dana@practice.example", null, false),
                guest(first + " " + last, -55, random.nextInt(-3, 6))));
        if (comes) {
            stays.add(guest(first + " " + last, random.nextInt(0, 5), 50));
        }
        return new Report(
                "same name",
                SomeSession.with(client, other),
                List.of(room(true, Witness.NONE, stays.toArray(Stay[]::new))),
                comes ? Truth.CAME : Truth.MISSED);
    }

    private Report loneHost(Known client) {
        int until = random.nextInt(12, 30);
        boolean told = random.nextBoolean();
        // One in eighty spoke on the telephone instead, which nobody can see.
        boolean elsewhere = random.nextInt(160) == 0;
        return new Report(
                "lone host",
                session(client),
                List.of(room(true, told ? new Witness(true, false, false) : Witness.NONE, host(-1, until))),
                elsewhere ? Truth.CAME : Truth.MISSED);
    }

    /** Nobody lists who stood outside of a room with one person in it; a hook tells. */
    private Report waitedOutside(Known client) {
        return new Report(
                "waiting room",
                session(client),
                List.of(room(true, new Witness(true, false, true), host(-1, 20))),
                Truth.CAME);
    }

    private Report wrongRoom(Known client, String name) {
        Room own = room(true, Witness.NONE, host(-1, 20));
        Room other = room(true, Witness.NONE, host(), guest("Someone Else", 0, 50), guest(name, 1, 7));
        return new Report(
                "wrong room",
                session(client),
                List.of(own, new Room(8, false, other.open(), other.people(), other.stays(), true, Witness.NONE)),
                Truth.CAME);
    }

    /** The client before stays too long; theirs does not come. */
    private Report overstayed(Known client) {
        Known before = known("Una", "Umberjack", "una" + number + "@example.org", "+14155550" + (100 + number % 900));
        return new Report(
                "overstayed",
                SomeSession.with(client, before),
                List.of(room(
                        true,
                        seen(),
                        new Stay(
                                between(-58, 25),
                                true,
                                true,
                                words("Dana Therapist"),
                                "dana@practice.example",
                                null,
                                false),
                        guest("Una Umberjack", -55, random.nextInt(3, 9)))),
                Truth.MISSED);
    }

    /** First the list says that the practitioner was alone; asked again later it is whole. */
    private Report lateData(Known client, Stay stay) {
        boolean whole = random.nextInt(3) > 0;
        return new Report(
                "late data",
                session(client),
                List.of(whole ? room(true, seen(), host(), stay) : room(false, Witness.NONE, host())),
                Truth.CAME);
    }

    private Report group(Known client, String name, int join, int leave) {
        boolean comes = random.nextInt(3) > 0;
        Stay theirs =
                random.nextBoolean() ? guest(name, join, leave) : signedIn(name, email(client), false, join, leave);
        Room room = comes
                ? room(true, seen(), host(), guest("Cleo Other", 0, 50), theirs)
                : room(true, seen(), host(), guest("Cleo Other", 0, 50));
        return new Report("group", SomeSession.group(client), List.of(room), comes ? Truth.CAME : Truth.MISSED);
    }

    private static Session session(Known client) {
        return SomeSession.with(client);
    }

    private Witness seen() {
        return random.nextBoolean() ? new Witness(true, true, false) : Witness.NONE;
    }

    private Room room(boolean settled, Witness witness, Stay... stays) {
        return SomeSession.room(witness, settled, stays);
    }

    private Stay host() {
        return host(random.nextInt(-5, 1), random.nextInt(51, 54));
    }

    private static Stay host(int from, int to) {
        return SomeSession.host(from, to);
    }

    private static Stay guest(String name, int from, int to) {
        return SomeSession.guest(name, from, to);
    }

    private static Stay ringing(String phone, int from, int to) {
        return SomeSession.ringing(phone, from, to);
    }

    private static Stay signedIn(String name, @Nullable String email, boolean registered, int from, int to) {
        return new Stay(between(from, to), false, true, words(name), email, null, registered);
    }

    private static String email(Known client) {
        return client.emails().iterator().next();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
