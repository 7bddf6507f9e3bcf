package hotleads.simulators.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The practice's bookings and the rules by which they change. */
public final class Practice {

    // Acuity's block ids are larger than 32 bits; ours are too, so that nobody relies on less.
    private static final long FIRST_BLOCK_ID = 9_990_961_446L;

    private final Clock clock;
    private final Map<Long, Booking> bookings = new TreeMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private long nextId;

    public Practice(Clock clock, PracticeState state) {
        this.clock = clock;
        nextId = state.nextId();
        state.bookings().forEach(booking -> bookings.put(booking.id(), booking));
        blocks.addAll(state.blocks());
    }

    public synchronized PracticeState state() {
        return new PracticeState(nextId, List.copyOf(bookings.values()), blocks);
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public synchronized List<Booking> bookings() {
        return List.copyOf(bookings.values());
    }

    public List<Booking> upcoming() {
        Instant now = now();
        return bookings().stream()
                .filter(booking -> booking.isUpcoming(now))
                .sorted(Comparator.comparing(Booking::startsAt).thenComparing(Booking::id))
                .toList();
    }

    public synchronized Optional<Booking> find(long id) {
        return Optional.ofNullable(bookings.get(id));
    }

    /** One entry for each name, with the newest booking's contact details; Acuity's clients have no id. */
    public List<Client> clients(String search) {
        var byName = new LinkedHashMap<String, Client>();
        for (Booking booking : bookings()) {
            byName.put(booking.client().name().toLowerCase(Locale.ROOT), booking.client());
        }
        return byName.values().stream()
                .filter(client -> client.matches(search))
                .sorted(Comparator.comparing(Client::lastName).thenComparing(Client::firstName))
                .toList();
    }

    public synchronized Act book(NewBooking wish) {
        if (!wish.unchecked() && !isFree(wish.calendarId(), wish.startsAt(), wish.type(), null)) {
            return new Act.NotAvailable();
        }
        var booking = new Booking(
                nextId++,
                wish.client(),
                wish.startsAt(),
                wish.type().minutes(),
                wish.calendarId(),
                wish.type().id(),
                now(),
                false,
                false,
                wish.scheduledBy(),
                wish.labelId(),
                wish.type().isGroup() ? classId(wish.startsAt()) : null,
                wish.notes());
        bookings.put(booking.id(), booking);
        return new Act.Done(booking);
    }

    public Act cancel(long id, boolean noShow, String note) {
        return change(id, booking -> new Act.Done(booking.cancelled(noShow, note)));
    }

    public Act move(long id, Instant start, long calendarId, boolean unchecked) {
        return change(id, booking -> {
            SessionType type = Catalogue.type(booking.typeId()).orElse(Catalogue.INDIVIDUAL);
            return unchecked || isFree(calendarId, start, type, booking)
                    ? new Act.Done(booking.movedTo(start, calendarId))
                    : new Act.NotAvailable();
        });
    }

    /** Contact details, label and notes may change even after a cancellation. */
    public synchronized Act edit(long id, Function<Booking, Booking> edit) {
        Booking booking = bookings.get(id);
        if (booking == null) {
            return new Act.NoSuchBooking();
        }
        return keep(new Act.Done(edit.apply(booking)));
    }

    /** Makes the vendor forget it, so that reads answer 404. */
    public synchronized boolean delete(long id) {
        return bookings.remove(id) != null;
    }

    public synchronized List<Block> blocks() {
        return List.copyOf(blocks);
    }

    public synchronized Block block(long calendarId, Instant start, Instant end, String notes) {
        long id = blocks.stream().mapToLong(Block::id).max().orElse(FIRST_BLOCK_ID - 1) + 1;
        var block = new Block(id, calendarId, start, end, notes);
        blocks.add(block);
        return block;
    }

    public synchronized boolean unblock(long id) {
        return blocks.removeIf(block -> block.id() == id);
    }

    /** Whether the practitioner works then and nobody else is there; a booking is not in its own way. */
    public synchronized boolean isFree(long calendarId, Instant start, SessionType type, @Nullable Booking moving) {
        Instant end = start.plusSeconds(60L * type.minutes());
        long sameTime = bookings.values().stream()
                .filter(other -> other.calendarId() == calendarId && !other.canceled())
                .filter(other -> moving == null || other.id() != moving.id())
                .filter(other -> other.overlaps(start, end))
                .count();
        boolean blocked = blocks.stream()
                .anyMatch(block ->
                        block.calendarId() == calendarId && block.start().isBefore(end) && start.isBefore(block.end()));
        return start.isAfter(now())
                && !blocked
                && sameTime < type.places()
                && OpeningTimes.offers(calendarId, start, type);
    }

    // Everyone in a group at the same time shares one class.
    static long classId(Instant start) {
        return 700_000 + start.getEpochSecond() / 3600 % 100_000;
    }

    private synchronized Act change(long id, Function<Booking, Act> change) {
        Booking booking = bookings.get(id);
        if (booking == null) {
            return new Act.NoSuchBooking();
        }
        return booking.canceled() ? new Act.AlreadyCancelled() : keep(change.apply(booking));
    }

    private Act keep(Act act) {
        if (act instanceof Act.Done(Booking changed)) {
            bookings.put(changed.id(), changed);
        }
        return act;
    }
}
