package hotleads.simulators.acuity;

import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.FreeTimes;
import hotleads.simulators.practice.Practice;
import hotleads.simulators.practice.Practitioner;
import hotleads.simulators.practice.SessionType;
import hotleads.simulators.storage.Json;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Parameters;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Which times are still free. */
final class AvailabilityRoutes {

    private final Practice practice;
    private final FreeTimes freeTimes;

    AvailabilityRoutes(Practice practice) {
        this.practice = practice;
        freeTimes = new FreeTimes(practice);
    }

    void addTo(Routes routes) {
        routes.on("GET", "/availability/dates", this::dates)
                .on("GET", "/availability/times", this::times)
                .on("POST", "/availability/check-times", this::check);
    }

    private Answer dates(Request request) {
        YearMonth month = month(request.query());
        SessionType type = type(request.query());
        List<Practitioner> who = practitioners(request.query());
        var days = IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .filter(day -> !freeTimes.on(day, type, who).isEmpty())
                .map(day -> Map.of("date", day.toString()))
                .toList();
        return Answer.json(200, days);
    }

    private Answer times(Request request) {
        ZoneId zone = zone(request.query());
        LocalDate day = request.query()
                .get("date")
                .flatMap(text -> AcuityTime.parseDay(text, Catalogue.ZONE))
                .orElseThrow(() -> new Refused(ApiError.badRequest("Invalid date.")));
        var times = freeTimes.on(day, type(request.query()), practitioners(request.query())).stream()
                .map(FreeTimes.Free::start)
                .distinct()
                .map(start -> Json.MAPPER
                        .createObjectNode()
                        .put("time", AcuityTime.stamp(start, zone, false))
                        .put("slotsAvailable", 1))
                .toList();
        return Answer.json(200, times);
    }

    private Answer check(Request request) {
        var body = Body.of(request);
        Instant start = body.datetime();
        SessionType type = body.type();
        long calendar = body.calendarId()
                .orElseThrow(() -> new Refused(ApiError.of("invalid_calendar", "The calendar is required.")));
        ObjectNode answer = body.json().deepCopy();
        return Answer.json(200, answer.put("valid", practice.isFree(calendar, start, type, null)));
    }

    private static SessionType type(Parameters query) {
        return query.get("appointmentTypeID")
                .filter(id -> id.matches("[0-9]{1,18}"))
                .flatMap(id -> Catalogue.type(Long.parseLong(id)))
                .orElseThrow(() ->
                        new Refused(ApiError.of("invalid_appointment_type", "The appointment type does not exist.")));
    }

    private static List<Practitioner> practitioners(Parameters query) {
        return query.get("calendarID")
                .map(id -> Catalogue.PRACTITIONERS.stream()
                        .filter(one -> Long.toString(one.calendarId()).equals(id))
                        .toList())
                .orElse(Catalogue.PRACTITIONERS);
    }

    private static YearMonth month(Parameters query) {
        try {
            return YearMonth.parse(query.get("month").orElse(""));
        } catch (DateTimeException unreadable) {
            throw new Refused(ApiError.badRequest("Invalid month."));
        }
    }

    private static ZoneId zone(Parameters query) {
        try {
            return query.get("timezone").map(ZoneId::of).orElse(Catalogue.ZONE);
        } catch (DateTimeException unknown) {
            throw new Refused(ApiError.of("invalid_timezone", "The timezone does not exist."));
        }
    }
}
