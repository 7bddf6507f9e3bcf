package hotleads.sync.acuity;

import hotleads.sync.AcuityStandIn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account of {@link SomePractice}: its types and calendar, its free times and its hooks. */
final class SomeAccount {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String NO_SUCH_TYPE = """
            {"status_code":400,"message":"The appointment type does not exist.","error":"invalid_appointment_type"}""";
    private static final String BAD_TARGET = """
            {"status_code":400,"message":"Invalid target","error":"bad_request"}""";
    private static final Pattern FREE = Pattern.compile(
            "/availability/(?:dates\\?month=([\\d-]+)|times\\?date=([\\d-]+))&appointmentTypeID=(\\d+)&.*");
    private static final Pattern HOOK = Pattern.compile("/webhooks/(\\d+)");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<Long, String> hooks = new TreeMap<>();
    private long lastHook = 8_122;

    /** Null for what it does not know. */
    synchronized AcuityStandIn.@Nullable Reaction answer(String method, String asked, String body) {
        String path = asked.substring("/acuity/api/v1".length());
        return switch (method + " " + path) {
            case "GET /me" ->
                AcuityStandIn.json(
                        200,
                        "{\"id\":10000001,\"email\":\"owner@example.org\",\"timezone\":\"America/New_York\",\"plan\":\"Premium\",\"isHIPAA\":true}");
            case "GET /meta" -> AcuityStandIn.json(200, "{\"hooks\":[\"34.218.26.172/32\",\"52.13.160.248/32\"]}");
            case "GET /appointment-types" -> AcuityStandIn.json(200, """
                        [{"id":14792299,"active":true,"name":"Individual session ","duration":50,"type":"service","calendarIDs":[4038206]},
                         {"id":14792300,"active":false,"name":"Group","duration":90,"type":"class","calendarIDs":[4038206]}]""");
            case "GET /calendars" -> AcuityStandIn.json(200, """
                        [{"id":4038206,"name":"Dana Therapist","email":"","timezone":"America/New_York","thumbnail":false}]""");
            case "POST /availability/check-times" -> check(json.readTree(body));
            case "GET /webhooks" ->
                AcuityStandIn.json(200, hooks.values().stream().collect(Collectors.joining(",", "[", "]")));
            case "POST /webhooks" -> make(json.readTree(body));
            default -> other(method, path);
        };
    }

    private AcuityStandIn.@Nullable Reaction other(String method, String path) {
        Matcher free = FREE.matcher(path);
        if (free.matches()) {
            return free.group(3).equals("14792299") ? free(free) : AcuityStandIn.json(400, NO_SUCH_TYPE);
        }
        Matcher hook = HOOK.matcher(path);
        boolean removed =
                method.equals("DELETE") && hook.matches() && hooks.remove(Long.valueOf(hook.group(1))) != null;
        return removed ? AcuityStandIn.answer(204, "application/json", "") : null;
    }

    private static AcuityStandIn.Reaction free(Matcher asked) {
        if (asked.group(1) == null) {
            return AcuityStandIn.json(
                    200, "[{\"time\":\"" + asked.group(2) + "T10:00:00-0500\",\"slotsAvailable\":1}]");
        }
        YearMonth month = YearMonth.parse(asked.group(1));
        return AcuityStandIn.json(
                200,
                month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .filter(SomeAccount::isOpen)
                        .map(day -> "{\"date\":\"" + day + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static AcuityStandIn.Reaction check(JsonNode asked) {
        OffsetDateTime at = OffsetDateTime.parse(asked.get("datetime").asString(), AcuityTime.SENT);
        boolean valid = at.atZoneSameInstant(ZONE).toLocalTime().equals(LocalTime.of(10, 0));
        return AcuityStandIn.json(
                200, "{\"datetime\":\"" + asked.get("datetime").asString() + "\",\"valid\":" + valid + "}");
    }

    private AcuityStandIn.Reaction make(JsonNode wanted) {
        String target = wanted.get("target").asString();
        if (target.contains(":8443")) {
            return AcuityStandIn.json(400, BAD_TARGET);
        }
        lastHook++;
        hooks.put(
                lastHook,
                "{\"id\":" + lastHook + ",\"event\":\"" + wanted.get("event").asString() + "\",\"target\":\"" + target
                        + "\",\"status\":\"active\"}");
        return AcuityStandIn.json(200, hooks.get(lastHook));
    }

    private static boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
