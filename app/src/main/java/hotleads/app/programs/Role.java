package hotleads.app.programs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The programs, each with the names of all it is ever told. A module boundary is a secret boundary: what is not in a
 * program's row does not reach it, whatever the person's own environment holds.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its collections come from Set.of and List.of.
public enum Role {
    AUTH(
            256,
            Set.of(
                    "HOTLEADS_SERVICE_KEYS_FILE",
                    "HOTLEADS_DATABASE_URL",
                    "HOTLEADS_DATABASE_AUTH_PASSWORD",
                    "HOTLEADS_KEY_FILE",
                    "HOTLEADS_MOVE_KEY_FILE",
                    "HOTLEADS_KMS_KEY_ARN",
                    "HOTLEADS_PUBLIC_URL",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_CLOUDWATCH_LOG_GROUP",
                    "HOTLEADS_AWS_ENDPOINT",
                    "AWS_REGION",
                    "HOTLEADS_SMTP_HOST",
                    "HOTLEADS_SMTP_PORT",
                    "HOTLEADS_SMTP_USER",
                    "HOTLEADS_SMTP_PASSWORD",
                    "HOTLEADS_SMTP_FROM")),
    CORE(
            256,
            Set.of(
                    "HOTLEADS_SERVICE_KEY_FILE",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_SYNC_URL",
                    "HOTLEADS_DATABASE_URL",
                    "HOTLEADS_DATABASE_CORE_PASSWORD",
                    "HOTLEADS_KEY_FILE",
                    "HOTLEADS_MOVE_KEY_FILE",
                    "HOTLEADS_KMS_KEY_ARN",
                    "HOTLEADS_PUBLIC_URL",
                    "HOTLEADS_ACUITY_HOOKS",
                    "HOTLEADS_PRACTICE_CLOCK_FILE",
                    "HOTLEADS_PRACTICE_ZONE",
                    "HOTLEADS_PRACTICE_COUNTRY",
                    "HOTLEADS_ACUITY_BOOKING_PAGE",
                    "HOTLEADS_ACUITY_TURN",
                    "HOTLEADS_CLOUDWATCH_LOG_GROUP",
                    "HOTLEADS_AWS_ENDPOINT",
                    "AWS_REGION")),
    WEBHOOKS(
            192,
            Set.of(
                    "HOTLEADS_SERVICE_KEY_FILE",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_CORE_URL",
                    "HOTLEADS_ACUITY_API_KEY",
                    "HOTLEADS_ACUITY_API_KEY_PREVIOUS")),
    SYNC(
            192,
            Set.of(
                    "HOTLEADS_SERVICE_KEY_FILE",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_CORE_URL",
                    "HOTLEADS_ACUITY_USER_ID",
                    "HOTLEADS_ACUITY_API_KEY",
                    "HOTLEADS_ACUITY_BASE_URL")),
    // A thousand connections wait here while a program behind is away, each with its TLS buffers.
    GATEWAY(
            384,
            Set.of(
                    "HOTLEADS_SERVICE_KEY_FILE",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_CORE_URL",
                    "HOTLEADS_WEBHOOKS_URL",
                    "HOTLEADS_SYNC_URL",
                    "HOTLEADS_TLS_CERT_FILE",
                    "HOTLEADS_TLS_KEY_FILE",
                    "HOTLEADS_FRONTEND_DIR",
                    "HOTLEADS_PUBLIC_URL")),
    /** Stands in for the providers, so it knows what only they and we know. */
    SIMULATORS(192, Set.of("HOTLEADS_ACUITY_USER_ID", "HOTLEADS_ACUITY_API_KEY", "HOTLEADS_ACUITY_API_KEY_PREVIOUS"));

    /** Who waits for whom: each may still call the ones after it while it ends. */
    public static final List<Role> STOP_ORDER = List.of(GATEWAY, WEBHOOKS, SYNC, CORE, AUTH, SIMULATORS);

    private final int heapMiB;
    private final Set<String> told;

    Role(int heapMiB, Set<String> told) {
        this.heapMiB = heapMiB;
        this.told = told;
    }

    /** The name of its jar, its log and its service key. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can only start once the database is there. */
    public boolean needsDatabase() {
        return told.contains("HOTLEADS_DATABASE_URL");
    }

    /** How long it may finish what it is doing before it is killed. */
    public Duration patience() {
        // Core may be in the middle of a provider's answer; the others hold nothing that is not asked for again.
        return Duration.ofSeconds(this == CORE ? 5 : 2);
    }

    int heapMiB() {
        return heapMiB;
    }

    /** The settings in its row; each may come as {@code NAME_FILE} too. */
    public Set<String> told() {
        return told;
    }
}
