package hotleads.simulators.control;

import static java.util.stream.Collectors.joining;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Practitioner;
import hotleads.simulators.practice.SessionType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms that act as a client of the practice. */
final class BookingForms {

    private static final String CHANGE = """
        <section aria-labelledby="change">
        <h2 id="change">Cancel or move a booking</h2>
        <form method="post" action="/control/cancel">
        <label for="booking">Booking</label>
        <select id="booking" name="booking" required>%s</select>
        <label for="to">New time <span class="hint">to move it; left empty, the next free one</span></label>
        <input id="to" name="to" type="datetime-local">
        <div class="buttons">
        <button class="main">Cancel a booking</button>
        <button formaction="/control/move">Move it</button>
        <button formaction="/control/repeat-booking">Book it once more</button>
        </div>
        </form>
        </section>
        """;

    private static final String MISS = """
        <section aria-labelledby="miss">
        <h2 id="miss">Somebody did not come</h2>
        <form method="post" action="/control/no-show">
        <label for="missed">Session of the last three days</label>
        <select id="missed" name="booking" required>%s</select>
        <div class="buttons"><button>Cancel as no-show</button></div>
        </form>
        </section>
        """;

    private static final String BOOK = """
        <section aria-labelledby="book">
        <h2 id="book">Book as a client</h2>
        <form method="post" action="/control/book">
        <div class="pair">
        <div><label for="who">Client</label>
        <select id="who" name="who"><option value="">Somebody new</option>%s</select></div>
        <div><label for="type">Kind of session</label><select id="type" name="type">%s</select></div>
        <div><label for="calendar">Practitioner</label>
        <select id="calendar" name="calendar"><option value="">Whoever is free first</option>%s</select></div>
        <div><label for="at">Time <span class="hint">or the next free one</span></label>
        <input id="at" name="at" type="datetime-local"></div>
        </div>
        <details><summary>Somebody new</summary>
        <div class="pair">
        <div><label for="first">First name</label><input id="first" name="firstName" autocomplete="off"></div>
        <div><label for="last">Last name</label><input id="last" name="lastName" autocomplete="off"></div>
        <div><label for="email">E-mail</label><input id="email" name="email" type="email" autocomplete="off"></div>
        <div><label for="phone">Phone</label><input id="phone" name="phone" type="tel" autocomplete="off"></div>
        </div></details>
        <div class="buttons"><button>Book it</button></div>
        </form>
        </section>
        """;

    private final Bookings bookings;

    BookingForms(Bookings bookings) {
        this.bookings = bookings;
    }

    String change() {
        List<Booking> only = bookings.only();
        List<Booking> others = bookings.upcoming().stream()
                .filter(booking -> !only.contains(booking))
                .toList();
        return CHANGE.formatted(group("Their only booking", only) + group("They have others as well", others));
    }

    String miss() {
        return MISS.formatted(options(bookings.recent()));
    }

    String book() {
        return BOOK.formatted(clients(), types(), practitioners());
    }

    private static String group(String title, List<Booking> list) {
        return list.isEmpty() ? "" : "<optgroup label=\"" + title + "\">" + options(list) + "</optgroup>";
    }

    private static String options(List<Booking> list) {
        return list.isEmpty()
                ? "<option value=\"\">There is none</option>"
                : list.stream().map(BookingForms::option).collect(joining());
    }

    // The name first: typing it finds the line in a closed list.
    private static String option(Booking booking) {
        return Html.option(
                booking.id(),
                booking.client().name() + " · " + PracticeTimes.dayAndHour(booking.startsAt()) + " · "
                        + booking.practitioner());
    }

    // The value is a booking of theirs: Acuity's clients have no id of their own.
    private String clients() {
        var newest = new LinkedHashMap<String, Booking>();
        bookings.all().forEach(booking -> newest.put(booking.client().name(), booking));
        return newest.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> Html.option(one.getValue().id(), one.getKey()))
                .collect(joining());
    }

    private static String types() {
        return Catalogue.TYPES.stream()
                .filter(SessionType::active)
                .sorted(Comparator.comparing(type -> type.equals(Catalogue.INDIVIDUAL) ? 0 : 1))
                .map(type -> Html.option(type.id(), type.name().strip() + ", " + type.minutes() + " minutes"))
                .collect(joining());
    }

    private static String practitioners() {
        return Catalogue.PRACTITIONERS.stream()
                .sorted(Comparator.comparing(Practitioner::name))
                .map(one -> Html.option(one.calendarId(), one.name()))
                .collect(joining());
    }
}
