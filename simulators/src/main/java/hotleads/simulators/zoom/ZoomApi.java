package hotleads.simulators.zoom;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reads below {@code /zoom/v2}, each of its rate class. */
final class ZoomApi {

    private static final Duration YEAR = Duration.ofDays(365);

    /** One path; its group is a user, a meeting's number or a run's name, in which slashes may stand. */
    record Route(Pattern path, RateClass kind, BiFunction<Request, String, Answer> handler) {}

    private final Sessions sessions;
    private final ZoomFaults faults;
    private final Pages pages;
    private final ZoomJson json;
    private final List<Route> routes;

    ZoomApi(Sessions sessions, ZoomFaults faults, Pages pages) {
        this.sessions = sessions;
        this.faults = faults;
        this.pages = pages;
        this.json = new ZoomJson(faults);
        this.routes = List.of(
                route("/report/users/(.+)/meetings", RateClass.HEAVY, this::reportedMeetings),
                route("/report/meetings/(.+)/participants", RateClass.HEAVY, this::reportedParticipants),
                route("/past_meetings/(.+)/participants", RateClass.MEDIUM, this::pastParticipants),
                route("/past_meetings/(.+)/instances", RateClass.MEDIUM, this::instances),
                route("/past_meetings/(.+)", RateClass.LIGHT, this::past),
                route("/meetings/([^/]+)", RateClass.LIGHT, this::meeting),
                route("/users/([^/]+)/meetings", RateClass.MEDIUM, this::upcoming),
                route(
                        "/users/([^/]+)",
                        RateClass.LIGHT,
                        (request, user) -> Answer.json(200, ZoomJson.user(Host.known(user)))),
                route("/users()", RateClass.MEDIUM, this::users));
    }

    /** The handler and the rate class of a path, if there is such a path. */
    Optional<Map.Entry<Route, String>> find(String path) {
        for (Route route : routes) {
            Matcher found = route.path.matcher(path);
            if (found.matches()) {
                return Optional.of(Map.entry(route, found.group(1)));
            }
        }
        return Optional.empty();
    }

    private static Route route(String path, RateClass kind, BiFunction<Request, String, Answer> handler) {
        return new Route(Pattern.compile("/zoom/v2" + path), kind, handler);
    }

    private Answer users(Request request, String none) {
        var page =
                pages.of(request, "users", Host.ALL.stream().map(ZoomJson::user).toList());
        // Old clients page by number; both shapes are served.
        page.put("page_number", 1);
        return Answer.json(200, page);
    }

    private Answer reportedMeetings(Request request, String user) {
        requireReports();
        Host host = Host.known(user);
        Instant from = day(request, "from");
        Instant to = day(request, "to").plus(Duration.ofDays(1));
        Instant now = sessions.now();
        if (Duration.between(from, to).toDays() > 32 || from.isBefore(now.minus(Duration.ofDays(186)))) {
            throw new ZoomError.Refused(ZoomError.A_MONTH);
        }
        boolean alone = request.query().get("type").orElse("past").equals("pastOne");
        List<Map<String, Object>> rows = sessions.between(from, to).stream()
                .filter(run -> run.host().equals(host) && isReported(run, now))
                .filter(run -> !run.start().isBefore(from) && run.start().isBefore(to))
                .filter(run -> alone == run.people() < 2)
                .map(ZoomJson::reported)
                .toList();
        var page = pages.of(request, "meetings", rows);
        page.put("from", request.query().get("from").orElse(""));
        page.put("to", request.query().get("to").orElse(""));
        return Answer.json(200, page);
    }

    private Answer reportedParticipants(Request request, String meeting) {
        requireReports();
        Run run = ended(meeting);
        boolean registrants = request.query().get("include_fields").orElse("").contains("registrant_id");
        return participants(request, run, registrants);
    }

    private Answer pastParticipants(Request request, String meeting) {
        return participants(request, ended(meeting), true);
    }

    /** Nobody is told of a meeting with one person in it. */
    private Answer participants(Request request, Run run, boolean registrants) {
        var rows =
                run.people() < 2 ? List.<Map<String, Object>>of() : json.participants(run, sessions.now(), registrants);
        return Answer.json(200, pages.of(request, "participants", rows));
    }

    private Answer past(Request request, String meeting) {
        return Answer.json(200, ZoomJson.past(ended(meeting)));
    }

    private Answer instances(Request request, String meeting) {
        Instant now = sessions.now();
        var runs = sessions.between(now.minus(Duration.ofDays(31)), now).stream()
                .filter(run -> String.valueOf(run.host().room()).equals(meeting) && isReported(run, now))
                .map(run -> Map.of("uuid", run.uuid(), "start_time", run.start().toString()))
                .toList();
        return Answer.json(200, Map.of("meetings", runs));
    }

    private Answer meeting(Request request, String meeting) {
        Host host = Host.ALL.stream()
                .filter(one -> String.valueOf(one.room()).equals(meeting))
                .findFirst()
                .orElseThrow(() -> new ZoomError.Refused(ZoomError.noSuchMeeting(meeting)));
        var row = new LinkedHashMap<String, Object>();
        row.put("id", host.room());
        row.put("host_id", host.id());
        row.put("host_email", host.email());
        row.put("topic", "Session");
        row.put("type", 3);
        row.put("pmi", String.valueOf(host.room()));
        return Answer.json(200, row);
    }

    /** The recorded shape: no page counts, no agenda. */
    private Answer upcoming(Request request, String user) {
        Host host = Host.known(user);
        Instant now = sessions.now();
        List<Map<String, Object>> rows = sessions.between(now, now.plus(Duration.ofDays(30))).stream()
                .filter(run -> run.host().equals(host) && run.start().isAfter(now))
                .map(run -> {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("id", host.room());
                    row.put("uuid", run.uuid());
                    row.put("host_id", host.id());
                    row.put("topic", "Session");
                    row.put("type", 2);
                    row.put("start_time", run.start().toString());
                    row.put("duration", run.minutes());
                    row.put("timezone", "America/New_York");
                    row.put("created_at", now.toString());
                    row.put("join_url", "https://us05web.example.com/j/" + host.room());
                    return (Map<String, Object>) row;
                })
                .toList();
        var page = pages.of(request, "meetings", rows);
        page.remove("page_count");
        return Answer.json(200, page);
    }

    private Run ended(String meeting) {
        Instant now = sessions.now();
        Run run = meeting.matches("[0-9]{9,13}")
                ? latest(meeting, now)
                : sessions.find(named(meeting)).orElse(null);
        if (run == null || !isReported(run, now)) {
            throw new ZoomError.Refused(ZoomError.noSuchMeeting(meeting));
        }
        if (run.start().isBefore(now.minus(YEAR))) {
            throw new ZoomError.Refused(ZoomError.TOO_OLD);
        }
        return run;
    }

    private @org.jspecify.annotations.Nullable Run latest(String meeting, Instant now) {
        return sessions.between(now.minus(Duration.ofDays(31)), now).stream()
                .filter(run -> String.valueOf(run.host().room()).equals(meeting) && run.isOver(now))
                .max(Comparator.comparing(Run::start))
                .orElse(null);
    }

    /** A run's name that begins with a slash or holds two of them must come encoded twice. */
    private static String named(String once) {
        if (once.startsWith("/") || once.contains("//")) {
            throw new ZoomError.Refused(ZoomError.noSuchMeeting(once));
        }
        return once.contains("%") ? URLDecoder.decode(once.replace("+", "%2B"), StandardCharsets.UTF_8) : once;
    }

    private boolean isReported(Run run, Instant now) {
        Duration lag = faults.on(ZoomFault.REPORTS_LATE) ? Duration.ofHours(3) : run.reportLag();
        return !run.end().plus(lag).isAfter(now);
    }

    private void requireReports() {
        if (faults.on(ZoomFault.SCOPE_MISSING)) {
            throw new ZoomError.Refused(ZoomError.noScope(Tokens.REPORTS));
        }
        if (faults.on(ZoomFault.PAID_ONLY)) {
            throw new ZoomError.Refused(ZoomError.PAID_ONLY);
        }
    }

    private static Instant day(Request request, String name) {
        try {
            return LocalDate.parse(request.query().get(name).orElse(""))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeParseException notADay) {
            throw new ZoomError.Refused(new ZoomError(400, 300, "The " + name + " date is required, as yyyy-MM-dd."));
        }
    }
}
