package hotleads.simulators.control;

import hotleads.simulators.acuity.Reception;
import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.acuity.hooks.Delivery;
import hotleads.simulators.acuity.hooks.HookEvent;
import hotleads.simulators.acuity.hooks.HookMessage;
import hotleads.simulators.acuity.hooks.HookSender;
import hotleads.simulators.acuity.hooks.Signing;
import hotleads.simulators.practice.Act;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Client;
import hotleads.simulators.practice.FreeTimes;
import hotleads.simulators.practice.FreeTimes.Free;
import hotleads.simulators.practice.NewBooking;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.practice.Practitioner;
import hotleads.simulators.practice.SessionType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person or a test can make happen, behind both the page and the JSON interface. */
public final class Desk {

    private final Practice practice;
    private final FreeTimes freeTimes;
    private final Reception reception;
    private final HookSender sender;
    private final Deliveries deliveries;
    private final @Nullable String hookTarget;

    public Desk(
            Practice practice,
            Reception reception,
            HookSender sender,
            Deliveries deliveries,
            @Nullable String hookTarget) {
        this.practice = practice;
        this.reception = reception;
        this.sender = sender;
        this.deliveries = deliveries;
        this.hookTarget = hookTarget;
        freeTimes = new FreeTimes(practice);
    }

    /** Without a time it takes the next free one; with one it is taken as the desk's own decision. */
    Act book(Client client, SessionType type, Optional<Long> calendarId, Optional<Instant> start) {
        var free = start.isPresent() ? Optional.<Free>empty() : nextFree(type, calendarId, practice.now());
        if (start.isEmpty() && free.isEmpty()) {
            return new Act.NotAvailable();
        }
        long calendar = free.map(Free::calendarId)
                .or(() -> calendarId)
                .orElse(Catalogue.PRACTITIONERS.getFirst().calendarId());
        Instant at = start.or(() -> free.map(Free::start)).orElseThrow();
        return reception.book(new NewBooking(client, at, calendar, type, null, null, "", start.isPresent()));
    }

    /** The same client and minute once more, as a request sent twice leaves it. */
    Act bookAgain(long id) {
        return practice.find(id)
                .flatMap(first -> Catalogue.type(first.typeId())
                        .map(type -> reception.book(new NewBooking(
                                first.client(),
                                first.startsAt(),
                                first.calendarId(),
                                type,
                                first.scheduledBy(),
                                first.labelId(),
                                first.notes(),
                                true))))
                .orElseGet(Act.NoSuchBooking::new);
    }

    Act cancel(long id, boolean noShow) {
        return reception.cancel(id, noShow, "");
    }

    /** Without a time it goes to the practitioner's next free one after the present time of the booking. */
    Act move(long id, Optional<Instant> start) {
        Optional<Booking> booking = practice.find(id);
        if (booking.isEmpty()) {
            return new Act.NoSuchBooking();
        }
        long calendar = booking.get().calendarId();
        Optional<Instant> at = start.or(() -> nextAfter(booking.get()));
        return at.map(instant -> reception.move(id, instant, calendar, true)).orElseGet(Act.NotAvailable::new);
    }

    boolean delete(long id) {
        return reception.delete(id);
    }

    /** A stranger's hook about a real booking; empty when there is nowhere to send it. */
    Optional<Delivery> forge() {
        return practice.upcoming().stream()
                .findFirst()
                .flatMap(booking -> send(
                        "action=canceled&id=" + booking.id() + "&calendarID=" + booking.calendarId()
                                + "&appointmentTypeID=" + booking.typeId(),
                        Signing.FORGED));
    }

    Optional<Delivery> send(String body, Signing signing) {
        return Optional.ofNullable(hookTarget).map(target -> sender.sendNow(new HookMessage(target, body, signing)));
    }

    /** The same bytes and signature once more, as a vendor's retry or a replay would bring them. */
    Optional<Delivery> repeat(Optional<Long> id, Duration wait) {
        Optional<Delivery> original = id.isPresent()
                ? id.flatMap(deliveries::find)
                : deliveries.newest(Integer.MAX_VALUE).stream()
                        .filter(one -> one.signing() == Signing.RIGHT)
                        .findFirst();
        return original.map(one -> new HookMessage(one.target(), one.body(), one.signing()))
                .map(same -> wait.isZero() ? sender.sendNow(same) : sender.sendLater(same, wait));
    }

    /** Many hooks at once about bookings that did not change; returns how many were queued. */
    int burst(int count, int distinct) {
        List<Booking> bookings = practice.upcoming();
        if (bookings.isEmpty()) {
            return 0;
        }
        var all = new ArrayList<Delivery>();
        for (int i = 0; i < count; i++) {
            Booking one = bookings.get(i % Math.min(distinct, bookings.size()));
            all.addAll(sender.prepare(HookEvent.CHANGED, one));
        }
        sender.releaseApart(all);
        return all.size();
    }

    private Optional<Free> nextFree(SessionType type, Optional<Long> calendarId, Instant after) {
        List<Practitioner> who = Catalogue.PRACTITIONERS.stream()
                .filter(one -> calendarId.isEmpty() || calendarId.get() == one.calendarId())
                .toList();
        return freeTimes.next(after, type, who);
    }

    private Optional<Instant> nextAfter(Booking booking) {
        SessionType type = Catalogue.type(booking.typeId()).orElse(Catalogue.INDIVIDUAL);
        Instant after = booking.startsAt().isAfter(practice.now()) ? booking.startsAt() : practice.now();
        return nextFree(type, Optional.of(booking.calendarId()), after).map(Free::start);
    }
}
