package hotleads.simulators.control;

import hotleads.simulators.history.Player;
import hotleads.simulators.history.Player.State;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.BadRequest;
import hotleads.simulators.web.Refusal;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Begins a year of history and tells how far it is. */
final class HistoryApi {

    /** In a shorter time perhaps nobody booked anything. */
    private static final int FEWEST_DAYS = 7;
    /** More than any script has. */
    private static final int ALL_DAYS = 1_000;

    private final Player player;
    private final long seed;

    HistoryApi(Player player, long seed) {
        this.player = player;
        this.seed = seed;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/api/history", request -> show(200)).on("POST", "/api/history", this::begin);
    }

    private Answer begin(Request request) {
        return switch (player.begin(until(request), length(request), seed)) {
            case BEGUN -> show(202);
            case ALREADY_BEGUN -> refused("already-begun", "The history was begun before.");
            case NOT_EMPTY -> refused("not-empty", "A history begins with an empty practice: start with --empty.");
            case TOO_LATE -> refused("too-late", "The practice's clock is past the first act already.");
        };
    }

    private Answer show(int status) {
        return Answer.json(
                status,
                switch (player.state()) {
                    case State.Idle() -> Map.of("state", "idle");
                    case State.Playing(var day, int done, int of) ->
                        Map.of("state", "playing", "day", day.toString(), "done", done, "of", of);
                    case State.Done(int acts, int bookings) ->
                        Map.of("state", "done", "acts", acts, "bookings", bookings);
                    case State.Failed(String why) -> Map.of("state", "failed", "why", why);
                });
    }

    private static Instant until(Request request) {
        try {
            return Instant.parse(request.json().path("until").asString(""));
        } catch (DateTimeException unreadable) {
            throw new BadRequest("until is a moment such as 2026-11-23T14:00:00Z.", unreadable);
        }
    }

    private static Duration length(Request request) {
        int days = request.json().path("days").asInt(ALL_DAYS);
        if (days < FEWEST_DAYS || days > ALL_DAYS) {
            throw new BadRequest("days is how many of the year's last days are played, from 7 to 1000.");
        }
        return Duration.ofDays(days);
    }

    private static Answer refused(String code, String title) {
        return Answer.json(409, new Refusal(409, code, title));
    }
}
