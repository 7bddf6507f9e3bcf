package hotleads.app.bench;

import hotleads.vault.Digests;
import hotleads.vault.KeySet;
import hotleads.vault.Place;
import hotleads.vault.Purpose;
import hotleads.vault.SealingKey;
import hotleads.vault.WrappingKey;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills a practice with people as they would lie in it after years, sealed under keys of their own as core seals them;
 * only their places on the list are left to core, once they are made due.
 *
 * <p>Reading them in through Acuity would take a day at its ten answers a second, and is not what is measured.
 */
final class MadeUpPractice {
    private static final int AT_ONCE = 1_000;
    private static final int KINDS = 20;
    private static final int SNOOZED = 18;
    private static final int TRIED = 19;
    private static final int FEWEST_CALENDARS = 5;
    private static final int PEOPLE_A_CALENDAR = 100;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_BEGINNING = 16;
    private static final long FIRST_BOOKING = 5_000_000_000L;
    private static final long FIRST_PHONE = 2_010_000_000L;
    private static final long TYPE = 100;
    private static final String TYPE_NAME = "Session, 50 minutes";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String[] FIRST = {"An", "Be", "Ca", "Do", "El", "Fi", "Ga", "Ha"};
    private static final String[] FIRST_END = {"ra", "lina", "mo", "tis", "den", "vy", "sso", "rick"};
    private static final String[] LAST = {"Mar", "Kel", "Ost", "Win", "Bru", "Har", "Pel", "Sto"};
    private static final String[] LAST_MIDDLE = {"lo", "ber", "ti", "man", "ga", "der", "vi", "ne"};
    private static final String[] LAST_END = {"witz", "son", "field", "ley", "ham", "stein", "rup", "dale"};

    private final CopyRows keys = new CopyRows("sealing_key (id, kind, wrapped, wrapped_by, created_at)");
    private final CopyRows identities = new CopyRows(
            "identity (id, source, person_id, home_id, key_id, digest, name, email, phone, created_at, indexed)");
    private final CopyRows digests = new CopyRows("identity_digest (identity_id, kind, digest)");
    private final CopyRows people = new CopyRows("person (id, key_id, shown_as, created_at)");
    private final CopyRows observations = new CopyRows("observation (id, source, record_id, ticket, received_at,"
            + " seen_ticket, seen_until, state, identity_id, fingerprint, content, key_id)");
    private final CopyRows bookings = new CopyRows("booking (id, person_id, identity_id, observation_id, ticket,"
            + " received_at, state, starts_at, duration_minutes, calendar_id, type_id, booked_at, last_seen_active,"
            + " first_seen_cancelled, cancellation_exact)");
    private final CopyRows outcomes =
            new CopyRows("outcome (id, person_id, account_id, kind, at, call_back_at, key_id, version)");
    private final CopyRows acts = new CopyRows("act (id, person_id, account_id, kind, at, content, key_id, version)");
    private final CopyRows leads = new CopyRows(
            "lead (person_id, placement, score_tenths, evaluation, key_id, facts_version, evaluated_at, next_change_at)");
    /** In the order in which they refer to each other. */
    private final List<CopyRows> tables =
            List.of(keys, identities, digests, people, observations, bookings, outcomes, acts, leads);

    private final Connection core;
    private final WrappingKey practice;
    private final Digests keyed;
    private final Instant now;
    private final UUID account;
    private final JsonMapper json = JsonMapper.shared();
    private final SplittableRandom random = new SplittableRandom(7);
    private long idsMade;
    private long bookingsMade;
    private int calendars;

    /** @param account who is said to have logged the outcomes */
    MadeUpPractice(Connection core, KeySet keys, Instant now, UUID account) {
        this.core = core;
        this.practice = keys.wrapping(keys.newest(Purpose.PRACTICE));
        this.keyed = keys.digests(keys.newest(Purpose.SEARCH));
        this.now = now.truncatedTo(ChronoUnit.MINUTES);
        this.account = account;
    }

    /** @return everyone, or every so manieth when there are more than are asked for */
    List<Known> fill(int count, int wanted) throws SQLException, IOException {
        List<Known> known = new ArrayList<>();
        core.setAutoCommit(false);
        // A larger practice has more practitioners, not busier ones.
        calendars = Math.max(FEWEST_CALENDARS, count / PEOPLE_A_CALENDAR);
        nameCalendars();
        for (int index = 0; index < count; index++) {
            Known one = known(index);
            write(index, one);
            if (index % Math.max(1, count / wanted) == 0) {
                known.add(one);
            }
            if (index % AT_ONCE == AT_ONCE - 1 || index == count - 1) {
                send();
            }
        }
        core.setAutoCommit(true);
        return known;
    }

    private void send() throws SQLException, IOException {
        for (CopyRows table : tables) {
            table.send(core);
        }
        core.commit();
    }

    private Known known(int index) {
        String first = FIRST[index & 7] + FIRST_END[index >> 3 & 7];
        String last = LAST[random.nextInt(LAST.length)]
                + LAST_MIDDLE[random.nextInt(LAST_MIDDLE.length)]
                + LAST_END[random.nextInt(LAST_END.length)];
        String email = (first + '.' + last + '.' + index).toLowerCase(Locale.ROOT) + "@example.test";
        return new Known(id(), first, last, email, "+1" + (FIRST_PHONE + index));
    }

    private void write(int index, Known one) {
        Instant since = now.minus(Duration.ofDays(400));
        SealingKey identity = key("identity", id(), since);
        SealingKey own = key("person", id(), since);
        UUID id = identity.id();
        identities.add(
                id,
                "acuity",
                one.person(),
                one.person(),
                id,
                keyed.of("identity", String.join("\u001f", folded(one), one.email(), one.phone(), "")),
                identity.seal(one.name(), new Place("identity", "name", id)),
                identity.seal(one.email(), new Place("identity", "email", id)),
                identity.seal(one.phone(), new Place("identity", "phone", id)),
                since,
                true);
        digest(id, one);
        people.add(one.person(), own.id(), id, since);
        MadeUpBooking.of(index, now, random).forEach(booking -> write(booking, one, identity));
        logged(index, one, own);
        leads.add(
                one.person(),
                "below-the-line",
                0,
                own.seal("", new Place("lead", "evaluation", one.person().toString())),
                own.id(),
                0,
                since,
                null);
    }

    private SealingKey key(String kind, UUID id, Instant since) {
        WrappingKey.WrappedKey made = practice.newKey(id);
        keys.add(id, kind, made.wrapped(), made.by(), since);
        return made.key();
    }

    /** As core finds people: whole, and by every beginning of a word of the name. */
    private void digest(UUID identity, Known one) {
        Set<String> beginnings = new LinkedHashSet<>();
        digests.add(identity, "name", keyed.of("name", folded(one)));
        digests.add(identity, "email", keyed.of("email", one.email()));
        digests.add(identity, "phone", keyed.of("phone", one.phone()));
        for (String word : folded(one).split(" ", -1)) {
            for (int length = SHORTEST_BEGINNING; length <= Math.min(word.length(), LONGEST_BEGINNING); length++) {
                beginnings.add(word.substring(0, length));
            }
        }
        beginnings.forEach(beginning -> digests.add(identity, "word", keyed.of("word", beginning)));
    }

    private static String folded(Known one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private void write(MadeUpBooking booking, Known one, SealingKey identity) {
        UUID observation = id();
        long record = FIRST_BOOKING + bookingsMade++;
        long calendar = 1 + record % calendars;
        Instant booked = booking.startsAt().minus(WEEK.multipliedBy(2));
        Instant off = booking.offSince();
        Instant heard = off == null ? booked : off;
        observations.add(
                observation,
                "acuity",
                record,
                1,
                heard,
                1,
                heard,
                booking.state(),
                identity.id(),
                keyed.of("observation", Long.toString(record)),
                identity.seal(
                        answer(booking, one, record, calendar, booked),
                        new Place("observation", "content", observation)),
                identity.id());
        bookings.add(
                record,
                one.person(),
                identity.id(),
                observation,
                1,
                heard,
                booking.state(),
                booking.startsAt(),
                50,
                calendar,
                TYPE,
                booked,
                off == null ? heard : off.minus(Duration.ofHours(1)),
                off,
                booking.state().equals("cancelled"));
    }

    private byte[] answer(MadeUpBooking booking, Known one, long record, long calendar, Instant booked) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", record);
        answer.put("firstName", one.firstName());
        answer.put("lastName", one.lastName());
        answer.put("phone", one.phone());
        answer.put("email", one.email());
        answer.put("startsAt", booking.startsAt().toString());
        answer.put("durationMinutes", 50);
        answer.put("calendarId", calendar);
        answer.put("calendarName", calendarName(calendar));
        answer.put("appointmentTypeId", TYPE);
        answer.put("typeName", TYPE_NAME);
        answer.put("canceled", !booking.state().equals("booked"));
        answer.put("noShow", booking.state().equals("missed"));
        answer.put("createdAt", booked.toString());
        answer.put("labelIds", List.of());
        return json.writeValueAsBytes(answer);
    }

    /** Some of those who cancelled sleep, wait for a call they were promised, or were tried today. */
    private void logged(int index, Known one, SealingKey own) {
        switch (index % KINDS) {
            case SNOOZED -> {
                UUID act = id();
                byte[] until = json.writeValueAsBytes(Map.of(
                        "until", now.plus(Duration.ofDays(1 + index % 30)).toString()));
                acts.add(
                        act,
                        one.person(),
                        account,
                        "snoozed",
                        now.minus(Duration.ofMinutes(5)),
                        own.seal(until, new Place("act", "content", act)),
                        own.id(),
                        1);
            }
            case TRIED -> {
                boolean promised = index / KINDS % 2 == 0;
                outcomes.add(
                        id(),
                        one.person(),
                        account,
                        promised ? "call-back" : "left-message",
                        now.minus(Duration.ofMinutes(2 + index % 600)),
                        promised ? now.plus(Duration.ofHours(1 + index % 200)) : null,
                        own.id(),
                        1);
            }
            default -> {}
        }
    }

    /** What observations would have taught core, under the practice's own key. */
    private void nameCalendars() throws SQLException, IOException {
        SealingKey key = practiceKey();
        CopyRows names = new CopyRows("calendar (id, name, key_id)");
        for (long id = 1; id <= calendars; id++) {
            names.add(id, key.seal(calendarName(id), new Place("calendar", "name", Long.toString(id))), key.id());
        }
        names.send(core);
        CopyRows types = new CopyRows("session_type (id, name, key_id)");
        types.add(TYPE, key.seal(TYPE_NAME, new Place("session_type", "name", Long.toString(TYPE))), key.id());
        types.send(core);
    }

    private SealingKey practiceKey() throws SQLException {
        try (Statement statement = core.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT id, wrapped FROM core.sealing_key WHERE kind = 'practice'")) {
            row.next();
            return practice.unwrap(row.getObject("id", UUID.class), row.getBytes("wrapped"));
        }
    }

    private static String calendarName(long id) {
        return "Practitioner " + id;
    }

    /** In the order of time, like core's own (UUID version 7), so that its indexes are as dense. */
    private UUID id() {
        long millis = now.minus(Duration.ofDays(1)).toEpochMilli() + (idsMade >> 12);
        long high = millis << 16 | 0x7000L | idsMade++ & 0x0FFFL;
        return new UUID(high, random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
    }
}
