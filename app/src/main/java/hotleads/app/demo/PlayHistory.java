package hotleads.app.demo;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import hotleads.app.processes.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has the simulators play what happened in the practice until a moment, and tells how far they are. */
public final class PlayHistory {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int LOOKS_UNTIL_QUIET = 240;
    private static final int DAYS_A_LINE = 30;
    private static final int ACCEPTED = 202;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.shared();
    private final URI history;
    private final ZoneId zone;
    private final Console console;
    private final Await.Pause pause;

    public PlayHistory(URI simulators, ZoneId zone, Console console, Await.Pause pause) {
        this.history = simulators.resolve("/control/api/history");
        this.zone = zone;
        this.console = console;
        this.pause = pause;
    }

    /**
     * Returns when all of it is played and nothing of it waits in the programs any more.
     *
     * @param waiting how many orders to look at an appointment are open
     * @throws Refusal when it breaks off
     */
    public void play(Instant until, Duration length, LongSupplier waiting) {
        JsonNode now = begin(until, length);
        LocalDate first = day(now).orElseThrow(() -> brokenOff("it did not begin"));
        long days = ChronoUnit.DAYS.between(first, until.atZone(zone).toLocalDate());
        long told = 0;
        while (now.path("state").asString().equals("playing")) {
            long day =
                    day(now).map(date -> ChronoUnit.DAYS.between(first, date)).orElse(days);
            if (day >= told) {
                console.progress("Playing the practice's history: day " + day + " of " + days);
                told = day - day % DAYS_A_LINE + DAYS_A_LINE;
            }
            pause.take(BETWEEN_LOOKS);
            now = get();
        }
        if (!now.path("state").asString().equals("done")) {
            throw brokenOff(now.path("why").asString("it was stopped"));
        }
        awaitQuiet(waiting);
        console.progress("Played: " + now.path("bookings").asInt() + " appointments, "
                + now.path("acts").asInt() + " acts");
    }

    private void awaitQuiet(LongSupplier waiting) {
        for (int look = 0; waiting.getAsLong() > 0; look++) {
            if (look == LOOKS_UNTIL_QUIET) {
                throw brokenOff("what it brought was not looked at in two minutes");
            }
            pause.take(BETWEEN_LOOKS);
        }
    }

    private static Optional<LocalDate> day(JsonNode state) {
        return Optional.of(state.path("day").asString(""))
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse);
    }

    private JsonNode begin(Instant until, Duration length) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(history)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.writeValueAsString(Map.of("until", until.toString(), "days", length.toDays())))));
        if (answer.statusCode() != ACCEPTED) {
            throw brokenOff(json.readTree(answer.body()).path("title").asString("it was refused"));
        }
        return json.readTree(answer.body());
    }

    private JsonNode get() {
        return json.readTree(send(HttpRequest.newBuilder(history)).body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(TIMEOUT).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException("The simulators do not answer", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw brokenOff("it was stopped");
        }
    }

    private static Refusal brokenOff(String why) {
        return new Refusal("The practice's history could not be played: " + why
                + ". The next start begins it anew; with --no-demo-data it starts with an empty practice.");
    }
}
