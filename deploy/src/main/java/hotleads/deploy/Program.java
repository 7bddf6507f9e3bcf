package hotleads.deploy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The programs as tasks: how big, which secrets, and whom each may call. */
@SuppressWarnings("ImmutableEnumChecker") // Its collections come from Set.of and List.of.
enum Program {
    AUTH(
            8101,
            512,
            1024,
            256,
            List.of("HOTLEADS_SERVICE_KEYS", "HOTLEADS_SMTP_USER", "HOTLEADS_SMTP_PASSWORD"),
            Set.of()),
    CORE(
            8102,
            512,
            1024,
            256,
            List.of("HOTLEADS_SERVICE_KEY", "HOTLEADS_ZOHO_WEBHOOK_SECRET", "HOTLEADS_GOOGLE_WEBHOOK_SECRET"),
            Set.of("AUTH", "SYNC")),
    WEBHOOKS(
            8103,
            256,
            1024,
            192,
            List.of(
                    "HOTLEADS_SERVICE_KEY",
                    "HOTLEADS_ACUITY_API_KEY",
                    "HOTLEADS_ACUITY_API_KEY_PREVIOUS",
                    "HOTLEADS_ZOOM_WEBHOOK_SECRET",
                    "HOTLEADS_ZOHO_WEBHOOK_SECRET",
                    "HOTLEADS_GOOGLE_WEBHOOK_SECRET"),
            Set.of("AUTH", "CORE")),
    SYNC(
            8104,
            256,
            1024,
            192,
            List.of(
                    "HOTLEADS_SERVICE_KEY",
                    "HOTLEADS_SYNC_KEY",
                    "HOTLEADS_ACUITY_USER_ID",
                    "HOTLEADS_ACUITY_API_KEY",
                    "HOTLEADS_ZOOM_ACCOUNT_ID",
                    "HOTLEADS_ZOOM_CLIENT_ID",
                    "HOTLEADS_ZOOM_CLIENT_SECRET",
                    "HOTLEADS_ZOHO_CLIENT_ID",
                    "HOTLEADS_ZOHO_CLIENT_SECRET",
                    "HOTLEADS_ZOHO_REFRESH_TOKEN"),
            Set.of("AUTH", "CORE")),
    GATEWAY(
            8443,
            256,
            1024,
            512,
            List.of("HOTLEADS_SERVICE_KEY", "HOTLEADS_TLS_CERT", "HOTLEADS_TLS_KEY"),
            Set.of("AUTH", "CORE", "WEBHOOKS"));

    private final int port;
    private final int cpu;
    private final int memoryMiB;
    private final int heapMiB;
    private final List<String> secrets;
    private final Set<String> calls;

    Program(int port, int cpu, int memoryMiB, int heapMiB, List<String> secrets, Set<String> calls) {
        this.port = port;
        this.cpu = cpu;
        this.memoryMiB = memoryMiB;
        this.heapMiB = heapMiB;
        this.secrets = secrets;
        this.calls = calls;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    int port() {
        return port;
    }

    /** In 1024ths of a processor. */
    int cpu() {
        return cpu;
    }

    int memoryMiB() {
        return memoryMiB;
    }

    /** The members of its own secret, each the name of the setting that it becomes. */
    List<String> secrets() {
        return secrets;
    }

    /** Whose addresses it is told, and whose doors are open to it. */
    List<Program> calls() {
        return List.of(values()).stream()
                .filter(other -> calls.contains(other.name()))
                .toList();
    }

    boolean storesData() {
        return this == AUTH || this == CORE;
    }

    /** The setting that names its address. */
    String addressSetting() {
        return "HOTLEADS_" + name() + "_URL";
    }

    /** As the launcher starts it on a machine of one's own. */
    List<String> command() {
        return Images.java(heapMiB, List.of("-jar", Images.jar(this)));
    }
}
