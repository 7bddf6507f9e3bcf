package hotleads.simulators.acuity;

import hotleads.simulators.practice.Act;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Client;
import hotleads.simulators.practice.FreeTimes;
import hotleads.simulators.practice.FreeTimes.Free;
import hotleads.simulators.practice.NewBooking;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.practice.SessionType;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Instant;
import java.util.List;

/** Reading and changing appointments. */
final class AppointmentRoutes {

    private final Practice practice;
    private final FreeTimes freeTimes;
    private final Reception reception;
    private final AppointmentJson json;
    private final Readers readers;

    AppointmentRoutes(Practice practice, Reception reception, AppointmentJson json, Readers readers) {
        this.readers = readers;
        this.practice = practice;
        this.reception = reception;
        this.json = json;
        freeTimes = new FreeTimes(practice);
    }

    void addTo(Routes routes) {
        routes.on("GET", "/appointments", this::list)
                .on("POST", "/appointments", this::book)
                .on("GET", "/appointments/{id}", this::read)
                .on("PUT", "/appointments/{id}", this::edit)
                .on("PUT", "/appointments/{id}/cancel", this::cancel)
                .on("PUT", "/appointments/{id}/reschedule", this::reschedule)
                .on("GET", "/appointments/{id}/payments", this::payments);
    }

    private Answer list(Request request) {
        boolean withForms = !request.query().isTrue("excludeForms");
        List<Booking> wanted = new AppointmentQuery(request.query()).select(practice.bookings());
        readers.show(wanted);
        return Answer.json(
                200,
                wanted.stream().map(booking -> json.inList(booking, withForms)).toList());
    }

    private Answer read(Request request) {
        return single(request, existing(request));
    }

    private Answer payments(Request request) {
        existing(request);
        return Answer.json(200, List.of());
    }

    private Answer book(Request request) {
        var body = Body.of(request);
        boolean admin = request.query().isTrue("admin");
        Instant start = body.datetime();
        SessionType type = body.type();
        var wish = new NewBooking(
                client(body),
                start,
                body.calendarId().orElseGet(() -> anyCalendar(start, type, admin)),
                type,
                admin ? Catalogue.OWNER_EMAIL : null,
                body.labelId().orElse(null),
                admin ? body.text("notes").orElse("") : "",
                admin);
        return answer(request, reception.book(wish), "not_available");
    }

    private Answer edit(Request request) {
        var body = Body.of(request);
        long id = existing(request).id();
        return answer(request, reception.edit(id, booking -> edited(booking, body)), "bad_request");
    }

    private Answer cancel(Request request) {
        var body = Body.of(request);
        boolean noShow = body.isTrue("noShow") && request.query().isTrue("admin");
        Act act = reception.cancel(id(request), noShow, body.text("cancelNote").orElse(""));
        return answer(request, act, "cancel_not_allowed");
    }

    private Answer reschedule(Request request) {
        var body = Body.of(request);
        Booking booking = existing(request);
        boolean admin = request.query().isTrue("admin");
        Instant start = body.datetime();
        Act act = reception.move(booking.id(), start, newCalendar(booking, body, start), admin);
        return answer(request, act, "reschedule_canceled");
    }

    /** Left out it stays; an explicit null leaves the choice to Acuity. */
    private long newCalendar(Booking booking, Body body, Instant start) {
        if (!body.has("calendarID")) {
            return booking.calendarId();
        }
        SessionType type = Catalogue.type(booking.typeId()).orElse(Catalogue.INDIVIDUAL);
        return body.calendarId().orElseGet(() -> anyCalendar(start, type, false));
    }

    private long anyCalendar(Instant start, SessionType type, boolean admin) {
        if (admin) {
            throw new Refused(ApiError.of("invalid_calendar", "An admin booking names its calendar."));
        }
        var day = start.atZone(Catalogue.ZONE).toLocalDate();
        return freeTimes.on(day, type, Catalogue.PRACTITIONERS).stream()
                .filter(free -> free.start().equals(start))
                .findFirst()
                .map(Free::calendarId)
                .orElseThrow(() -> new Refused(ApiError.of("no_available_calendar", "No calendar is free then.")));
    }

    private static Client client(Body body) {
        String email = body.required("email", "required_email");
        if (!email.contains("@")) {
            throw new Refused(ApiError.of("invalid_email", "The email address is not valid."));
        }
        return new Client(
                body.required("firstName", "required_first_name"),
                body.required("lastName", "required_last_name"),
                email,
                body.text("phone").orElse(""),
                body.text("timezone").orElse(Catalogue.ZONE.getId()));
    }

    private static Booking edited(Booking booking, Body body) {
        Client was = booking.client();
        var now = new Client(
                body.text("firstName").orElse(was.firstName()),
                body.text("lastName").orElse(was.lastName()),
                body.text("email").orElse(was.email()),
                body.text("phone").orElse(was.phone()),
                was.zone());
        Long label = body.has("labels") ? body.labelId().orElse(null) : booking.labelId();
        return booking.edited(now, label, body.text("notes").orElse(booking.notes()));
    }

    private Answer answer(Request request, Act act, String whenCancelled) {
        return switch (act) {
            case Act.Done(Booking booking) -> single(request, booking);
            case Act.NoSuchBooking() -> ApiError.NO_APPOINTMENT.answer();
            case Act.NotAvailable() -> ApiError.NOT_AVAILABLE.answer();
            case Act.AlreadyCancelled() ->
                ApiError.of(whenCancelled, "The appointment is already canceled.")
                        .answer();
        };
    }

    private Answer single(Request request, Booking booking) {
        readers.show(List.of(booking));
        return Answer.json(200, json.single(booking, !request.query().isTrue("excludeForms")));
    }

    private Booking existing(Request request) {
        return practice.find(id(request)).orElseThrow(() -> new Refused(ApiError.NO_APPOINTMENT));
    }

    private static long id(Request request) {
        try {
            return Long.parseLong(request.variable("id"));
        } catch (NumberFormatException word) {
            throw new Refused(ApiError.NO_APPOINTMENT);
        }
    }
}
