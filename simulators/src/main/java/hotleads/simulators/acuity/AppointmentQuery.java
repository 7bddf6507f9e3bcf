package hotleads.simulators.acuity;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Client;
import hotleads.simulators.web.Parameters;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The filters of {@code GET /appointments}; what Acuity does not know is ignored. */
record AppointmentQuery(Parameters query) {

    private static final int USUAL_MAX = 100;

    List<Booking> select(List<Booking> bookings) {
        var byTime = Comparator.comparing(Booking::startsAt).thenComparing(Booking::id);
        boolean ascending =
                query.get("direction").filter("ASC"::equalsIgnoreCase).isPresent();
        return bookings.stream()
                .filter(this::isWanted)
                .sorted(ascending ? byTime : byTime.reversed())
                .limit(max())
                .toList();
    }

    private boolean isWanted(Booking booking) {
        return conditions().allMatch(condition -> condition.test(booking));
    }

    private Stream<Predicate<Booking>> conditions() {
        return Stream.of(
                this::hasWantedState,
                booking -> isWithinDays(booking),
                booking -> number("calendarID")
                        .map(id -> id == booking.calendarId())
                        .orElse(true),
                booking -> number("appointmentTypeID")
                        .map(id -> id == booking.typeId())
                        .orElse(true),
                booking -> isWantedClient(booking.client()),
                this::hasWantedAnswers);
    }

    private boolean hasWantedState(Booking booking) {
        return query.isTrue("showall") || booking.canceled() == query.isTrue("canceled");
    }

    // Both days are inclusive, in the business's zone.
    private boolean isWithinDays(Booking booking) {
        LocalDate day = booking.startsAt().atZone(Catalogue.ZONE).toLocalDate();
        return date("minDate").map(from -> !day.isBefore(from)).orElse(true)
                && date("maxDate").map(to -> !day.isAfter(to)).orElse(true);
    }

    private boolean isWantedClient(Client client) {
        return same("firstName", client.firstName())
                && same("lastName", client.lastName())
                && same("email", client.email())
                && query.get("phone")
                        .map(AppointmentQuery::digits)
                        .map(digits(client.phone())::equals)
                        .orElse(true);
    }

    private boolean hasWantedAnswers(Booking booking) {
        return query.names().stream()
                .filter(name -> name.startsWith("field:"))
                .allMatch(name -> name.equals("field:" + Forms.QUESTION_ID) && same(name, AppointmentJson.PLANTED));
    }

    private boolean same(String name, String value) {
        return query.get(name).map(value::equalsIgnoreCase).orElse(true);
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "").replaceFirst("^1(?=[0-9]{10}$)", "");
    }

    private long max() {
        return number("max").filter(max -> max > 0).orElse((long) USUAL_MAX);
    }

    private Optional<Long> number(String name) {
        try {
            return query.get(name).map(Long::valueOf);
        } catch (NumberFormatException word) {
            throw new Refused(ApiError.badRequest("Invalid " + name + "."));
        }
    }

    private Optional<LocalDate> date(String name) {
        return query.get(name)
                .map(text -> AcuityTime.parseDay(text, Catalogue.ZONE)
                        .orElseThrow(() -> new Refused(ApiError.badRequest("Invalid " + name + "."))));
    }
}
