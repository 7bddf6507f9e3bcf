package hotleads.webhooks;

import hotleads.platform.token.AuthStandIn;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The program under test, started as its main does, with stand-ins around it. */
public final class Program implements AutoCloseable {
    /** The key deliveries are signed with. */
    public static final String KEY = "current-key";

    /** The key they were signed with before. */
    public static final String PREVIOUS_KEY = "previous-key";

    /** What Zoom's hooks are signed with. */
    public static final String ZOOM_SECRET = "zoom-secret";

    /** What the tokens of our channels at Zoho are made with. */
    public static final String ZOHO_SECRET = "zoho-secret";

    public static final AuthStandIn AUTH = new AuthStandIn();

    private final CoreStandIn core = new CoreStandIn();
    private final ConfigurableApplicationContext context;

    /** @param settings further ones, as {@code name=value} */
    public Program(String... settings) {
        Stream<String> needed = Stream.of(
                "server.port=0",
                "HOTLEADS_AUTH_URL=" + AUTH.uri(),
                "HOTLEADS_CORE_URL=" + core.uri(),
                "HOTLEADS_SERVICE_KEY_FILE=" + AuthStandIn.serviceKeyFile("webhooks"),
                "HOTLEADS_ACUITY_API_KEY=" + KEY,
                "HOTLEADS_ACUITY_API_KEY_PREVIOUS=" + PREVIOUS_KEY,
                "HOTLEADS_ZOOM_WEBHOOK_SECRET=" + ZOOM_SECRET,
                "HOTLEADS_ZOHO_WEBHOOK_SECRET=" + ZOHO_SECRET);
        this.context = SpringApplication.run(
                WebhooksService.class,
                Stream.concat(needed, Arrays.stream(settings))
                        .map(setting -> "--" + setting)
                        .toArray(String[]::new));
    }

    public int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    public CoreStandIn core() {
        return core;
    }

    /** A part of it, for tests that move it by hand. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Ends the program as a signal does; core stays. */
    public void stop() {
        context.close();
    }

    /** Whether it was told to end. */
    boolean isEnding() {
        return context.isClosed();
    }

    @Override
    public void close() {
        stop();
        core.close();
    }
}
