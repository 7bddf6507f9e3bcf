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
                    "HOTLEADS_METRICS_NAMESPACE",
                    "HOTLEADS_TRACES",
                    "HOTLEADS_LINGER",
                    "HOTLEADS_SERVICE_KEYS_FILE",
                    "HOTLEADS_DATABASE_URL",
                    "HOTLEADS_DATABASE_AUTH_PASSWORD",
                    "HOTLEADS_KEY_FILE",
                    "HOTLEADS_MOVE_KEY_FILE",
                    "HOTLEADS_KMS_KEY_ARN",
                    "HOTLEADS_PUBLIC_URL",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_CLOUDWATCH_LOG_GROUP",
                    "HOTLEADS_AUDIT_ANCHORS",
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
                    "HOTLEADS_METRICS_NAMESPACE",
                    "HOTLEADS_TRACES",
                    "HOTLEADS_LINGER",
                    "HOTLEADS_SERVICE_KEY_FILE",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_SYNC_URL",
                    "HOTLEADS_DATABASE_URL",
                    "HOTLEADS_DATABASE_CORE_PASSWORD",
                    "HOTLEADS_KEY_FILE",
                    "HOTLEADS_MOVE_KEY_FILE",
                    "HOTLEADS_KMS_KEY_ARN",
                    "HOTLEADS_ERASURE_LEDGER",
                    "HOTLEADS_PUBLIC_URL",
                    "HOTLEADS_ACUITY_HOOKS",
                    "HOTLEADS_PRACTICE_CLOCK_FILE",
                    "HOTLEADS_PRACTICE_ZONE",
                    "HOTLEADS_PRACTICE_COUNTRY",
                    "HOTLEADS_PRACTICE_PHONE",
                    "HOTLEADS_ACUITY_BOOKING_PAGE",
                    "HOTLEADS_GOOGLE_PUSH",
                    "HOTLEADS_GOOGLE_WEBHOOK_SECRET",
                    "HOTLEADS_CALENDAR_TITLES",
                    "HOTLEADS_ACUITY_TURN",
                    "HOTLEADS_ZOHO_WEBHOOK_SECRET",
                    "HOTLEADS_CLOUDWATCH_LOG_GROUP",
                    "HOTLEADS_AUDIT_ANCHORS",
                    "HOTLEADS_AWS_ENDPOINT",
                    "AWS_REGION")),
    WEBHOOKS(
            192,
            Set.of(
                    "HOTLEADS_METRICS_NAMESPACE",
                    "HOTLEADS_TRACES",
                    "HOTLEADS_LINGER",
                    "HOTLEADS_SERVICE_KEY_FILE",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_CORE_URL",
                    "HOTLEADS_ACUITY_API_KEY",
                    "HOTLEADS_ACUITY_API_KEY_PREVIOUS",
                    "HOTLEADS_ZOOM_WEBHOOK_SECRET",
                    "HOTLEADS_ZOHO_WEBHOOK_SECRET",
                    "HOTLEADS_GOOGLE_WEBHOOK_SECRET")),
    SYNC(
            192,
            Set.of(
                    "HOTLEADS_METRICS_NAMESPACE",
                    "HOTLEADS_TRACES",
                    "HOTLEADS_LINGER",
                    "HOTLEADS_SERVICE_KEY_FILE",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_CORE_URL",
                    "HOTLEADS_SYNC_KEY",
                    "HOTLEADS_ACUITY_USER_ID",
                    "HOTLEADS_ACUITY_API_KEY",
                    "HOTLEADS_ACUITY_BASE_URL",
                    "HOTLEADS_ZOOM_ACCOUNT_ID",
                    "HOTLEADS_ZOOM_CLIENT_ID",
                    "HOTLEADS_ZOOM_CLIENT_SECRET",
                    "HOTLEADS_ZOOM_BASE_URL",
                    "HOTLEADS_ZOOM_TOKEN_URL",
                    "HOTLEADS_ZOHO_CLIENT_ID",
                    "HOTLEADS_ZOHO_CLIENT_SECRET",
                    "HOTLEADS_ZOHO_REFRESH_TOKEN",
                    "HOTLEADS_ZOHO_ACCOUNTS_URL",
                    "HOTLEADS_ZOHO_API_URL",
                    "HOTLEADS_GOOGLE_SERVICE_ACCOUNT_FILE",
                    "HOTLEADS_GOOGLE_BASE_URL",
                    "HOTLEADS_GOOGLE_TOKEN_URL")),
    // As many connections as it takes, a thousand of which wait for a program that is away: 300 MiB of buffers.
    GATEWAY(
            512,
            Set.of(
                    "HOTLEADS_METRICS_NAMESPACE",
                    "HOTLEADS_TRACES",
                    "HOTLEADS_SERVICE_KEY_FILE",
                    "HOTLEADS_AUTH_URL",
                    "HOTLEADS_CORE_URL",
                    "HOTLEADS_WEBHOOKS_URL",
                    "HOTLEADS_SYNC_URL",
                    "HOTLEADS_TLS_CERT_FILE",
                    "HOTLEADS_TLS_KEY_FILE",
                    "HOTLEADS_FRONTEND_DIR",
                    "HOTLEADS_LOAD_BALANCER",
                    "HOTLEADS_PUBLIC_URL")),
    /** Stands in for the providers, so it knows what only they and we know. */
    SIMULATORS(
            192,
            Set.of(
                    "HOTLEADS_ACUITY_USER_ID",
                    "HOTLEADS_ACUITY_API_KEY",
                    "HOTLEADS_ACUITY_API_KEY_PREVIOUS",
                    "HOTLEADS_ZOOM_ACCOUNT_ID",
                    "HOTLEADS_ZOOM_CLIENT_ID",
                    "HOTLEADS_ZOOM_CLIENT_SECRET",
                    "HOTLEADS_ZOOM_WEBHOOK_SECRET",
                    "HOTLEADS_ZOHO_CLIENT_ID",
                    "HOTLEADS_ZOHO_CLIENT_SECRET",
                    "HOTLEADS_ZOHO_REFRESH_TOKEN"));

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
