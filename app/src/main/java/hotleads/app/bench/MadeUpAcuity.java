package hotleads.app.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Acuity as far as its lists of appointments go, with as many a day as it is told, for every day before one. The
 * simulated Acuity holds a whole practice in memory; here it would take most of what is measured.
 */
public final class MadeUpAcuity implements AutoCloseable {
    private static final Pattern WINDOW = Pattern.compile("minDate=([0-9-]{10})&maxDate=([0-9-]{10})");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx");
    private static final DateTimeFormatter NUMBER = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int BOOKINGS_EACH = 10;
    private static final int MINUTES_OF_A_DAY = 12 * 60;
    private static final int CALENDARS = 5;
    private static final long A_DAYS_IDS = 10_000;
    private static final long TYPE = 100;
    private static final String NO_SUCH =
            "{\"status_code\":404,\"message\":\"There is nothing here.\",\"error\":\"not_found\"}";

    private final HttpServer server;
    private final LocalDate before;
    private final int aDay;

    /**
     * An appointment as its columns would lie in a table, unsealed.
     *
     * @param day on which it is held
     */
    record Appointment(
            long id,
            String firstName,
            String lastName,
            String email,
            String phone,
            LocalDate day,
            LocalTime time,
            long calendar) {
        String startsAt() {
            return MOMENT.format(day.atTime(time).atOffset(ZoneOffset.UTC));
        }

        String bookedAt() {
            return MOMENT.format(day.minusDays(20).atTime(time).atOffset(ZoneOffset.UTC));
        }

        String calendarName() {
            return "Practitioner " + calendar;
        }

        private String json() {
            return "{\"id\":" + id + ",\"firstName\":\"" + firstName + "\",\"lastName\":\"" + lastName
                    + "\",\"phone\":\"" + phone + "\",\"email\":\"" + email + "\",\"date\":\"" + day
                    + "\",\"time\":\"" + time + "\",\"endTime\":\"" + time.plusMinutes(50) + "\",\"datetimeCreated\":\""
                    + bookedAt() + "\",\"datetime\":\"" + startsAt()
                    + "\",\"price\":\"0.00\",\"priceSold\":\"0.00\",\"paid\":\"no\",\"amountPaid\":\"0.00\",\"type\":\""
                    + "Session, 50 minutes\",\"appointmentTypeID\":" + TYPE
                    + ",\"classID\":null,\"addonIDs\":[],\"category\":\"\",\"duration\":\"50\",\"calendar\":\""
                    + calendarName() + "\",\"calendarID\":" + calendar
                    + ",\"certificate\":null,\"confirmationPage\":\"\",\"location\":\"\",\"notes\":\"\",\"timezone\":"
                    + "\"America/New_York\",\"calendarTimezone\":\"America/New_York\",\"canceled\":false,"
                    + "\"canClientCancel\":false,\"canClientReschedule\":false,\"labels\":null}";
        }
    }

    /**
     * Listens at once.
     *
     * @param before the first day without appointments
     */
    public MadeUpAcuity(LocalDate before, int aDay) {
        this.before = before;
        this.aDay = aDay;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/acuity");
    }

    List<Appointment> between(LocalDate from, LocalDate to) {
        List<Appointment> all = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to) && day.isBefore(before); day = day.plusDays(1)) {
            for (int number = 0; number < aDay; number++) {
                all.add(appointment(day, number));
            }
        }
        return all;
    }

    /** Everyone comes ten times, on days that follow each other. */
    private Appointment appointment(LocalDate day, int number) {
        long person = day.toEpochDay() / BOOKINGS_EACH * aDay + number;
        return new Appointment(
                Long.parseLong(NUMBER.format(day)) * A_DAYS_IDS + number,
                "Given" + person % 997,
                "Family" + person,
                "someone." + person + "@example.test",
                "+1202" + (5_000_000 + person % 1_000_000),
                day,
                LocalTime.of(8, 0).plusMinutes((long) number * MINUTES_OF_A_DAY / aDay),
                1 + person % CALENDARS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher window =
                    WINDOW.matcher(String.valueOf(exchange.getRequestURI().getRawQuery()));
            boolean isList = exchange.getRequestURI().getPath().endsWith("/appointments") && window.find();
            byte[] body = (isList ? list(window) : NO_SUCH).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(isList ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String list(Matcher window) {
        StringBuilder list = new StringBuilder("[");
        for (Appointment one : between(LocalDate.parse(window.group(1)), LocalDate.parse(window.group(2)))) {
            list.append(list.length() == 1 ? "" : ",").append(one.json());
        }
        return list.append(']').toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
