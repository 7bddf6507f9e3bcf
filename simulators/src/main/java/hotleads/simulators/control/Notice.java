package hotleads.simulators.control;

import hotleads.simulators.practice.Act;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.web.Parameters;
import java.util.Optional;

/**
 * The sentence at the top of the page after an act.
 *
 * <p>The address carries a word and an id, never a name: addresses end up in histories.
 */
final class Notice {

    private final Practice practice;

    Notice(Practice practice) {
        this.practice = practice;
    }

    static String after(String done, Act act) {
        return switch (act) {
            case Act.Done(Booking booking) -> "/control?done=" + done + "&booking=" + booking.id();
            case Act.NoSuchBooking() -> "/control?done=no-booking";
            case Act.AlreadyCancelled() -> "/control?done=already-cancelled";
            case Act.NotAvailable() -> "/control?done=not-available";
        };
    }

    String html(Parameters query) {
        return query.get("done")
                .flatMap(done -> sentence(done, query))
                .map(text -> "<p class=\"notice\" role=\"status\">" + Html.escape(text) + "</p>")
                .orElse("");
    }

    private Optional<String> sentence(String done, Parameters query) {
        return Optional.ofNullable(
                switch (done) {
                    case "cancelled" -> "Cancelled: " + booking(query);
                    case "moved" -> "Moved: " + booking(query);
                    case "booked" -> "Booked: " + booking(query);
                    case "missed" -> "Cancelled as no-show: " + booking(query);
                    case "sent" -> "Sent; the answer is in the list of deliveries.";
                    case "burst" -> "Queued; the deliveries are on their way.";
                    case "nothing" -> "There was nothing to send, or no address to send it to.";
                    case "faults" -> "Switched.";
                    case "stepped" -> "Time moved on; what fell due on the way happens now.";
                    case "no-step" -> "Time moves on only, and by at most a year.";
                    case "no-booking" -> "This booking is not there any more.";
                    case "already-cancelled" -> "This booking was cancelled before.";
                    case "not-available" -> "There is no free time for that.";
                    case "incomplete" -> "Choose a client, or fill in first name, last name and e-mail.";
                    default -> null;
                });
    }

    private String booking(Parameters query) {
        return query.get("booking")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .flatMap(id -> practice.find(Long.parseLong(id)))
                .map(one -> one.client().name() + ", " + PracticeTimes.dayAndHour(one.startsAt()) + ", with "
                        + one.practitioner() + ".")
                .orElse("a booking.");
    }
}
