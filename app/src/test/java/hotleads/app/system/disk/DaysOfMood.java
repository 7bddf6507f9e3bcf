package hotleads.app.system.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hotleads.app.RunningDemo;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two practices of one past live through the same days; in one of them everybody says each day how they are, in words
 * that stand nowhere else. What the two make of the list is compared, and all that the one lets out is kept.
 */
public final class DaysOfMood implements AutoCloseable {
    /** What is written for the one person it is for, so that a search that finds nothing is known to search. */
    public static final String OWN_VIEW = "practitioner.json";

    private static final int CLIENTS = 5;
    /** Whatever day it is, a working day has gone by since the first. */
    private static final int DAYS = 5;

    private static final Duration ALIKE_WITHIN = Duration.ofMinutes(3);
    /** A line of a digest. */
    private static final String COUNTED = "- \\d+ care check-ins? (to answer|nobody has answered)\\\\n";

    private static final List<String> ADDRESSES =
            List.of("wren@example.org", "otis@example.org", "pilar@example.org", "jonas@example.org");
    private static final List<String> OF_ADMINS = List.of(
            "/api/leads?limit=200",
            "/api/leads/summary",
            "/api/people",
            "/api/care",
            "/api/events?limit=200",
            "/api/today/confirmations",
            "/api/rebook-requests",
            "/api/matches",
            "/api/connections",
            "/api/audit/entries",
            "/api/audit/export?format=json",
            "/api/audit/export?format=csv",
            "/auth/admin/people",
            "/auth/admin/staff");
    private static final List<String> OF_A_PERSON = List.of(
            "/api/leads/%s",
            "/api/people/%s",
            "/api/people/%s/timeline",
            "/api/people/%s/attendance",
            "/api/people/%s/records",
            "/api/people/%s/slots",
            "/api/people/%s/views");
    private static final List<String> OF_CLIENTS =
            List.of("/api/me", "/api/me/bookings", "/api/me/views", "/api/me/permissions");

    private final Planted planted = new Planted(3);
    private final Path outputs;
    private final Side with;
    private final Side without;
    private final Browser dana;
    private final List<Speaker> speakers = new ArrayList<>();

    /** One of the two practices, and Tony in it. */
    private record Side(RunningDemo demo, Acuity acuity, Browser tony) {
        static Side of(RunningDemo demo) throws IOException, InterruptedException {
            Acuity acuity = new Acuity(demo);
            return new Side(demo, acuity, signedIn(demo, acuity, "tony@demo.test"));
        }

        void pass(Duration time) throws IOException, InterruptedException {
            acuity.control("POST", "/clock", Map.of("by", time.toString()));
        }

        /** Nobody waits for the minutes at which providers are asked by themselves. */
        void fetchAll() throws IOException, InterruptedException {
            for (String source : List.of("zoho", "zoom", "google")) {
                tony.act("/api/connections/" + source + "/run", Map.of());
            }
        }

        Duration ahead() throws IOException {
            return Duration.parse(
                    Files.readString(demo.data().resolve("practice-clock")).strip());
        }

        void close() {
            acuity.close();
            tony.close();
        }
    }

    private record Speaker(Browser browser, String person) {}

    /** @param outputs a folder, for all that is let out */
    public DaysOfMood(RunningDemo with, RunningDemo without, Path outputs) throws IOException, InterruptedException {
        this.outputs = outputs;
        this.with = Side.of(with);
        this.without = Side.of(without);
        this.dana = signedIn(with, this.with.acuity, "practitioner@demo.test");
    }

    /** Lives through them; the list of both is the same at every moment that it is the same moment in both. */
    public void pass() throws IOException, InterruptedException {
        atOneTime();
        with.fetchAll();
        without.fetchAll();
        awaitAlike("before anybody said anything");
        invite();
        CompletableFuture<?> live = with.tony.listen("/api/live", outputs.resolve("live.txt"));
        for (int day = 0; day < DAYS; day++) {
            for (Speaker speaker : speakers) {
                say(speaker, day);
            }
            with.pass(Duration.ofDays(1));
            without.pass(Duration.ofDays(1));
        }
        answer();
        awaitAlike("after everybody said how they are");
        keepOutputs();
        live.cancel(true);
    }

    /** Where what was said is found, in the product's own folder and in all it let out, as file and field. */
    public Set<String> found() throws IOException {
        Search search = new Search(planted.all());
        Set<String> found = new TreeSet<>();
        for (Path folder : List.of(with.demo.data(), outputs)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    search.in(
                            Files.readAllBytes(file),
                            hit -> found.add(folder.relativize(file) + ": "
                                    + hit.planted().field()));
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        speakers.forEach(speaker -> speaker.browser.close());
        dana.close();
        with.close();
        without.close();
    }

    /** Time ticks in both, and the one that was started later is behind. */
    private void atOneTime() throws IOException, InterruptedException {
        Duration behind = with.ahead().minus(without.ahead());
        if (behind.isNegative()) {
            with.pass(behind.negated());
        } else if (behind.isPositive()) {
            without.pass(behind);
        }
        assertThat(with.ahead()).isEqualTo(without.ahead());
    }

    /** Points fade each second, and one of two that are asked may be a second further. */
    private void awaitAlike(String when) {
        await().atMost(ALIKE_WITHIN).untilAsserted(() -> {
            String list = list(with);
            assertThat(list).as(when).isEqualTo(list(without)).contains("\"reasons\":[{");
            assertThat(titles(with)).as(when).isEqualTo(titles(without)).isNotEmpty();
        });
    }

    private static String list(Side side) throws IOException, InterruptedException {
        JsonNode items = side.tony.read("/api/leads?limit=200").path("items");
        // Without what is each run's own: ids of people it made, and when it heard of something, where the points of a
        // missed session begin.
        items.forEach(item -> {
            ((ObjectNode) item).remove(List.of("personId", "recordVersion", "nextChangeAt"));
            item.path("reasons").forEach(reason -> {
                ((ObjectNode) reason).remove(List.of("key", "startsAt"));
                reason.path("evidence").forEach(one -> ((ObjectNode) one).remove("receivedAt"));
            });
        });
        return items.toString();
    }

    /** What stands in the practitioners' calendars at Google. */
    private static Map<String, List<String>> titles(Side side) throws IOException, InterruptedException {
        Map<String, List<String>> titles = new TreeMap<>();
        for (String address : ADDRESSES) {
            titles.put(
                    address,
                    events(side, address)
                            .valueStream()
                            .map(event -> event.path("start") + " " + event.path("summary"))
                            .sorted()
                            .toList());
        }
        return titles;
    }

    private static JsonNode events(Side side, String address) throws IOException, InterruptedException {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        return side.acuity.control(
                "GET",
                "/google/events?address=" + address + "&from=" + today.minusDays(30) + "T00:00:00Z&to="
                        + today.plusDays(60) + "T00:00:00Z",
                Map.of());
    }

    /** Of the practitioner's clients, so that somebody is there to answer. */
    private void invite() throws IOException, InterruptedException {
        List<String> people = dana.read("/api/clients")
                .path("items")
                .valueStream()
                .map(client -> client.path("personId").asString())
                .toList();
        assertThat(people).hasSizeGreaterThan(CLIENTS);
        for (String person : people) {
            if (speakers.size() < CLIENTS) {
                inviteUnlessThere(person);
            }
        }
    }

    /** The demo's own client has an account already. */
    private void inviteUnlessThere(String person) throws IOException, InterruptedException {
        HttpResponse<String> answer = with.tony.post(
                "/api/people/" + person + "/invite",
                Map.of("email", planted.word() + "@" + planted.word() + ".test", "displayName", "Somebody"));
        if (answer.statusCode() == 201) {
            String link =
                    JsonMapper.shared().readTree(answer.body()).path("link").asString();
            Browser browser = Browser.of(with.demo);
            speakers.add(new Speaker(browser, person));
            browser.act(
                    "/auth/invites/accept",
                    Map.of(
                            "token",
                            link.substring(link.lastIndexOf('#') + 1),
                            "password",
                            planted.word() + "-" + planted.word()));
            browser.setUp(with.acuity);
        }
    }

    private void say(Speaker speaker, int day) throws IOException, InterruptedException {
        UUID entry = UUID.randomUUID();
        speaker.browser.act(
                "/api/me/check-ins",
                Map.of("id", entry, "answer", 1 + day, "note", planted.keep("note", planted.word())));
        if (day == 0) {
            speaker.browser.act(
                    "/api/me/check-ins/" + entry + "/change",
                    Map.of("answer", 2, "note", planted.keep("changed note", planted.word())));
            speaker.browser.act("/api/me/contact-requests", Map.of());
        }
    }

    /** One is answered by the practitioner, one by an administrator who looked. */
    private void answer() throws IOException, InterruptedException {
        List<String> waiting = ids(dana.read("/api/care"));
        assertThat(waiting).hasSizeGreaterThan(CLIENTS);
        dana.act("/api/care/" + waiting.getFirst() + "/acknowledge", Map.of());
        Files.writeString(outputs.resolve(OWN_VIEW), dana.get("/api/care").body());
        close(dana, waiting.getFirst());
        await().atMost(ALIKE_WITHIN)
                .until(() -> !ids(with.tony.read("/api/care")).isEmpty());
        String seen = ids(with.tony.read("/api/care")).getFirst();
        with.tony.read("/api/care/" + seen);
        close(with.tony, seen);
    }

    private void close(Browser browser, String care) throws IOException, InterruptedException {
        browser.act(
                "/api/care/" + care + "/close",
                Map.of("step", "spoke", "note", planted.keep("what was done", planted.word())));
    }

    private static List<String> ids(JsonNode care) {
        return care.path("items")
                .valueStream()
                .map(one -> one.path("id").asString())
                .toList();
    }

    private void keepOutputs() throws IOException, InterruptedException {
        for (String path : OF_ADMINS) {
            keep("tony", with.tony, path);
        }
        for (Speaker speaker : speakers) {
            for (String path : OF_A_PERSON) {
                keep("tony", with.tony, path.formatted(speaker.person));
            }
            for (String path : OF_CLIENTS) {
                keep(speaker.person, speaker.browser, path);
            }
        }
        Map<String, JsonNode> outside = new HashMap<>();
        outside.put("mails", with.acuity.control("GET", "/mails", Map.of()));
        for (String address : ADDRESSES) {
            outside.put(address, events(with, address));
        }
        for (String module : List.of("Leads", "Contacts", "Notes", "Tasks")) {
            outside.put(module, with.acuity.control("GET", "/zoho/records?module=" + module, Map.of()));
        }
        for (Map.Entry<String, JsonNode> one : outside.entrySet()) {
            Files.writeString(
                    outputs.resolve(one.getKey() + ".json"), one.getValue().toString());
        }
        // In other words, too: nobody outside is told that somebody said anything. A digest counts for whoever is to
        // answer.
        for (JsonNode mail : outside.get("mails")) {
            assertThat(mail.toString().replaceAll(COUNTED, ""))
                    .doesNotContainIgnoringCase("check-in")
                    .doesNotContainIgnoringCase("mood")
                    .doesNotContainIgnoringCase("how you are");
        }
    }

    private void keep(String who, Browser browser, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Files.writeString(outputs.resolve(who + path.replaceAll("[^a-z0-9-]", "_")), answer.body());
    }

    private static Browser signedIn(RunningDemo demo, Acuity phone, String email)
            throws IOException, InterruptedException {
        Browser browser = Browser.of(demo);
        browser.act("/auth/sign-in", Map.of("email", email, "password", demo.password()));
        browser.setUp(phone);
        return browser;
    }
}
