package hotleads.core;

import com.nimbusds.jwt.JWTClaimsSet;
import hotleads.contracts.Delivery;
import hotleads.contracts.DeliveryBatch;
import hotleads.core.connections.Schedules;
import hotleads.core.staff.ProviderPlaces;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.token.AuthStandIn;
import hotleads.platform.token.Tokens;
import hotleads.vault.KeyFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running core on a database of its own, and the calls tests make of it. */
final class SomeCore implements AutoCloseable {
    static final UUID TONY = UUID.fromString("00000000-0000-4000-8000-00000000707e");
    static final UUID ROB = UUID.fromString("00000000-0000-4000-8000-0000000000b0");

    static {
        // The caller comes out of the token, not out of the request; the library keeps that for the whole JVM.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    /** The setting that says how long a turn at Acuity is. */
    static final String TURN = "HOTLEADS_ACUITY_TURN";

    final SomeDatabase database;
    final SyncStandIn sync;
    final AuthStandIn auth;
    final SomeAuthTrail authTrail;
    final Path keyFile;
    /** Further settings, put before the start. */
    final Map<String, Object> settings = new HashMap<>();

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock;
    private final ApplicationContextInitializer<GenericApplicationContext> more;
    private @Nullable ConfigurableApplicationContext context;

    SomeCore() {
        this(Clock.systemUTC(), context -> {});
    }

    /** @param more beans the test puts in the place of core's own */
    SomeCore(Clock clock, ApplicationContextInitializer<GenericApplicationContext> more) {
        this.clock = clock;
        this.more = more;
        database = SomeDatabase.fresh();
        sync = new SyncStandIn();
        auth = new AuthStandIn();
        authTrail = new SomeAuthTrail(auth);
        try {
            keyFile = Files.createTempDirectory("core").resolve("core.key");
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        KeyFile.createIfAbsent(keyFile);
        // The stand-in answers as often as it is asked, and the turns of a first sweep take five seconds.
        settings.put(TURN, "1ms");
    }

    /** Stopped only, and never closed: all but the program is the other's. */
    private SomeCore(SomeCore other, SomeDatabase database) {
        clock = other.clock;
        more = other.more;
        this.database = database;
        sync = other.sync;
        auth = other.auth;
        authTrail = other.authTrail;
        keyFile = other.keyFile;
        settings.putAll(other.settings);
    }

    /** Another core on the same database, not started yet. */
    SomeCore beside() {
        return new SomeCore(this, database);
    }

    /** The same practice on another database, such as an older one of its own; not started yet. */
    SomeCore on(SomeDatabase other) {
        return new SomeCore(this, other);
    }

    static SomeCore started() {
        SomeCore core = new SomeCore();
        core.start();
        core.awaitOnTime();
        return core;
    }

    void start() {
        context = new SpringApplicationBuilder(CoreService.class)
                .initializers(more)
                .properties(
                        "server.port=0",
                        "springdoc.writer-with-order-by-keys=true",
                        "HOTLEADS_AUTH_URL=" + auth.uri(),
                        "HOTLEADS_SYNC_URL=" + sync.uri(),
                        "HOTLEADS_SERVICE_KEY_FILE=" + AuthStandIn.serviceKeyFile("core"),
                        "HOTLEADS_DATABASE_URL=" + database.url(),
                        "HOTLEADS_DATABASE_CORE_PASSWORD=core",
                        "HOTLEADS_KEY_FILE=" + keyFile,
                        "HOTLEADS_ACUITY_BOOKING_PAGE=https://book.example.org/schedule.php?owner=1",
                        "HOTLEADS_PRACTICE_ZONE=America/New_York")
                .properties(settings)
                .run();
        await(() -> bean(ProviderPlaces.class).areKnown());
    }

    void stop() {
        if (context != null) {
            context.close();
        }
    }

    <T> T bean(Class<T> type) {
        return running().getBean(type);
    }

    <T> Collection<T> beans(Class<T> type) {
        return running().getBeansOfType(type).values();
    }

    /** A background job, whose rounds a test may run by hand. */
    RunUntilShutdown job(String name) {
        return running().getBean(name, RunUntilShutdown.class);
    }

    /** Has a background job's next round begin now, instead of when its pause is over. */
    void hurry(String job) {
        job(job).stop();
        job(job).start();
    }

    /** Stops all that runs by itself. */
    void standStill() {
        running().getBeansOfType(RunUntilShutdown.class).values().forEach(RunUntilShutdown::stop);
        bean(Schedules.class).stop();
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    URI uri(String path) {
        return URI.create(
                "http://127.0.0.1:" + running().getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private ConfigurableApplicationContext running() {
        if (context == null) {
            throw new IllegalStateException("Core is not started");
        }
        return context;
    }

    /** One delivery as webhooks would pass it on. */
    Delivery delivery(String action, long record) {
        String body = "action=" + action + "&id=" + record + "&calendarID=7&appointmentTypeID=8";
        return new Delivery(
                new Ids(clock).next(),
                "acuity",
                clock.instant(),
                action,
                Long.toString(record),
                Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)),
                null);
    }

    void hook(String action, long record) {
        append(List.of(delivery(action, record)));
    }

    void append(List<Delivery> deliveries) {
        int status = tryToAppend(deliveries);
        if (status != 200) {
            throw new IllegalStateException("The inbox answered " + status);
        }
    }

    int tryToAppend(List<Delivery> deliveries) {
        return post("/internal/inbox", service("inbox.append"), new DeliveryBatch(deliveries))
                .statusCode();
    }

    String service(String scope) {
        Instant now = clock.instant();
        return auth.sign(new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .subject("some-service")
                .audience("core")
                .claim("scope", scope)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    String user(UUID account, String role) {
        return user(account, role, List.of());
    }

    /** A practitioner's token names their calendars. */
    String user(UUID account, String role, List<Long> calendars) {
        return user(account, role, calendars, null);
    }

    /** A client's token names whom it is about. */
    String client(UUID account, UUID person) {
        return user(account, "client", List.of(), person);
    }

    private String user(UUID account, String role, List<Long> calendars, @Nullable UUID person) {
        Instant now = clock.instant();
        return auth.sign(new JWTClaimsSet.Builder()
                .issuer(Tokens.ISSUER)
                .subject(account.toString())
                .audience("core")
                .claim("scope", "api")
                .claim("role", role)
                .claim("sid", UUID.randomUUID().toString())
                .claim("amr", List.of("pwd", "otp"))
                .claim("auth_time", now.getEpochSecond())
                .claim(Tokens.ACUITY_CALENDARS, calendars)
                .claim(Tokens.PERSON, person == null ? null : person.toString())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .build());
    }

    String tony() {
        return user(TONY, "admin");
    }

    HttpResponse<String> get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    /** The status alone, of an answer that may have no end. */
    int head(String path, @Nullable String token) {
        try {
            HttpResponse<InputStream> answer =
                    http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    HttpResponse<String> post(String path, @Nullable String token, Object body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    /** What is no text. */
    HttpResponse<byte[]> download(String path, String token) {
        try {
            return http.send(
                    request(path, token)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** A request whose body need not be JSON. */
    HttpResponse<String> send(String method, String target, String token, @Nullable String body) {
        return send(request(target, token)
                // The client's try of another protocol can wait for ever when such a request is refused half read.
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    JsonNode json(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    /** The list as Tony sees it now. */
    List<JsonNode> leads() {
        List<JsonNode> items = new ArrayList<>();
        json(get("/api/leads", tony())).get("items").forEach(items::add);
        return items;
    }

    /** Until the calendar was read once, nobody is said to have nothing booked. */
    void awaitOnTime() {
        await(() -> jdbc().sql("SELECT EXISTS (SELECT 1 FROM sweep WHERE state = 'whole')")
                .query(Boolean.class)
                .single());
        hurry("watchFreshness");
        await(() -> jdbc().sql("SELECT known_state FROM provider_state")
                .query(String.class)
                .single()
                .equals("on-time"));
    }

    /** Waits until all orders to look again are done. */
    void awaitQuiet() {
        await(() -> jdbc().sql("SELECT count(*) FROM look_again WHERE done < asked")
                        .query(Long.class)
                        .single()
                == 0L);
    }

    static void await(BooleanSupplier condition) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .pollInterval(java.time.Duration.ofMillis(20))
                .until(condition::getAsBoolean);
    }

    @Override
    public void close() {
        stop();
        sync.close();
        auth.close();
    }
}
