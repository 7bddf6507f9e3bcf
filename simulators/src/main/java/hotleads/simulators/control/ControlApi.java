package hotleads.simulators.control;

import hotleads.simulators.acuity.hooks.Deliveries;
import hotleads.simulators.acuity.hooks.Delivery;
import hotleads.simulators.acuity.hooks.Signing;
import hotleads.simulators.practice.Act;
import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Client;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.practice.SessionType;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Refusal;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON interface to bookings and deliveries, below {@code /control/api}. */
final class ControlApi {

    private static final int MOST_IN_BURST = 10_000;

    private final Desk desk;
    private final Practice practice;
    private final Deliveries deliveries;
    private final Clock realTime;

    ControlApi(Desk desk, Practice practice, Deliveries deliveries, Clock realTime) {
        this.desk = desk;
        this.practice = practice;
        this.deliveries = deliveries;
        this.realTime = realTime;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/api/health", request -> Answer.json(200, health()))
                .on("GET", "/api/bookings", this::list)
                .on("POST", "/api/bookings", this::book)
                .on("GET", "/api/bookings/{id}", this::read)
                .on("DELETE", "/api/bookings/{id}", this::delete)
                .on("POST", "/api/bookings/{id}/cancel", this::cancel)
                .on("POST", "/api/bookings/{id}/move", this::move)
                .on("POST", "/api/bookings/{id}/again", request -> answer(201, desk.bookAgain(id(request))))
                .on("GET", "/api/deliveries", this::deliveries)
                .on("GET", "/api/deliveries/{id}", this::delivery)
                .on("POST", "/api/deliveries/forged", request -> sent(desk.forge()))
                .on("POST", "/api/deliveries/raw", this::raw)
                .on("POST", "/api/deliveries/repeat", this::repeat)
                .on("POST", "/api/burst", this::burst)
                .on("POST", "/api/hooks/enable", request -> {
                    deliveries.switchAllOn();
                    return Answer.noContent();
                });
    }

    private Map<String, Object> health() {
        return Map.of(
                "status", "up",
                "practiceTime", practice.now(),
                "realTime", realTime.instant(),
                "bookings", practice.bookings().size(),
                "upcoming", practice.upcoming().size(),
                "waitingDeliveries", deliveries.waiting().size(),
                "hooksSwitchedOff", deliveries.switchedOff());
    }

    private Answer list(Request request) {
        var lists = new Bookings(practice);
        List<Booking> wanted = switch (request.query().get("state").orElse("all")) {
            case "upcoming" -> lists.upcoming();
            case "only" -> lists.only();
            case "recent" -> lists.recent();
            case "past" -> lists.past();
            case "cancelled" -> lists.cancelled();
            case "all" -> lists.all();
            default -> throw new BadRequest("state is one of upcoming, only, recent, past, cancelled, all.");
        };
        long limit = request.query().get("limit").map(ControlApi::number).orElse(Long.MAX_VALUE);
        return Answer.json(
                200, wanted.stream().limit(limit).map(BookingView::of).toList());
    }

    private Answer read(Request request) {
        return practice.find(id(request))
                .map(booking -> Answer.json(200, BookingView.of(booking)))
                .orElseGet(ControlApi::notFound);
    }

    private Answer delete(Request request) {
        return desk.delete(id(request)) ? Answer.noContent() : notFound();
    }

    private Answer book(Request request) {
        ObjectNode body = request.json();
        var client = new Client(
                required(body, "firstName"),
                required(body, "lastName"),
                required(body, "email"),
                text(body, "phone").orElse(""),
                Catalogue.ZONE.getId());
        SessionType type = text(body, "appointmentTypeId")
                .map(ControlApi::number)
                .map(id -> Catalogue.type(id).orElseThrow(() -> new BadRequest("There is no such appointmentTypeId.")))
                .orElse(Catalogue.INDIVIDUAL);
        Optional<Long> calendar = text(body, "calendarId").map(ControlApi::number);
        if (calendar.filter(id -> Catalogue.practitioner(id).isEmpty()).isPresent()) {
            throw new BadRequest("There is no such calendarId.");
        }
        return answer(201, desk.book(client, type, calendar, instant(body)));
    }

    private Answer cancel(Request request) {
        boolean noShow = request.json().path("noShow").asBoolean(false);
        return answer(200, desk.cancel(id(request), noShow));
    }

    private Answer move(Request request) {
        return answer(200, desk.move(id(request), instant(request.json())));
    }

    private Answer deliveries(Request request) {
        int limit = request.query()
                .get("limit")
                .map(ControlApi::number)
                .orElse(100L)
                .intValue();
        return Answer.json(
                200, deliveries.newest(limit).stream().map(DeliveryView::of).toList());
    }

    private Answer delivery(Request request) {
        return deliveries
                .find(id(request))
                .map(one -> Answer.json(200, DeliveryView.of(one)))
                .orElseGet(ControlApi::notFound);
    }

    private Answer raw(Request request) {
        ObjectNode body = request.json();
        Signing signing = Signing.of(text(body, "signature").orElse("right"))
                .orElseThrow(() -> new BadRequest("signature is one of right, forged, old-key, none."));
        return sent(desk.send(required(body, "body"), signing));
    }

    private Answer repeat(Request request) {
        ObjectNode body = request.json();
        long wait = body.path("afterMillis").asLong(0);
        if (wait < 0) {
            throw new BadRequest("afterMillis is not negative.");
        }
        return sent(desk.repeat(text(body, "id").map(ControlApi::number), Duration.ofMillis(wait)));
    }

    private Answer burst(Request request) {
        ObjectNode body = request.json();
        int count = body.path("count").asInt(0);
        int distinct = body.path("distinct").asInt(Integer.MAX_VALUE);
        if (count < 1 || count > MOST_IN_BURST || distinct < 1) {
            throw new BadRequest("count is 1 to " + MOST_IN_BURST + ", distinct at least 1.");
        }
        return Answer.json(202, Map.of("queued", desk.burst(count, distinct)));
    }

    private static Answer answer(int whenDone, Act act) {
        return switch (act) {
            case Act.Done(Booking booking) -> Answer.json(whenDone, BookingView.of(booking));
            case Act.NoSuchBooking() -> notFound();
            case Act.AlreadyCancelled() -> refused(409, "already-cancelled", "This booking was cancelled before.");
            case Act.NotAvailable() -> refused(409, "not-available", "There is no free time.");
        };
    }

    private static Answer sent(Optional<Delivery> delivery) {
        return delivery.map(one -> Answer.json(200, DeliveryView.of(one)))
                .orElseGet(() -> refused(409, "nothing-to-send", "There is no hook address, or no event to send."));
    }

    private static Answer notFound() {
        return refused(404, "not-found", "There is nothing with this id.");
    }

    private static Answer refused(int status, String code, String title) {
        return Answer.json(status, new Refusal(status, code, title));
    }

    private static Optional<Instant> instant(ObjectNode body) {
        try {
            return text(body, "datetime").map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException unreadable) {
            throw new BadRequest("datetime is ISO-8601 with an offset, such as 2026-12-01T15:00:00-05:00.", unreadable);
        }
    }

    private static Optional<String> text(ObjectNode body, String name) {
        JsonNode value = body.get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }

    private static String required(ObjectNode body, String name) {
        return text(body, name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new BadRequest(name + " is missing."));
    }

    private static long id(Request request) {
        return number(request.variable("id"));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException word) {
            throw new BadRequest("A number was expected.", word);
        }
    }
}
