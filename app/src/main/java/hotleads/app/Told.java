package hotleads.app;

import hotleads.app.database.DatabaseRole;
import hotleads.app.database.EmbeddedDatabase;
import hotleads.app.keys.AccountKeys;
import hotleads.app.keys.ServiceKeys;
import hotleads.app.programs.Environments;
import hotleads.app.programs.Role;
import hotleads.vault.KeyFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What each program of a plan is started with: its environment, and the simulators' arguments. */
final class Told {
    private static final List<Role> INNER = List.of(Role.AUTH, Role.CORE, Role.WEBHOOKS, Role.SYNC);
    private static final List<String> DATABASE =
            List.of(GivenDatabase.URL, "HOTLEADS_DATABASE_AUTH_PASSWORD", "HOTLEADS_DATABASE_CORE_PASSWORD");

    private final Plan plan;
    private final Addresses addresses;
    private final ServiceKeys serviceKeys;
    private final Environments environments;

    Told(
            Plan plan,
            Addresses addresses,
            ServiceKeys serviceKeys,
            Optional<EmbeddedDatabase> embedded,
            Map<String, String> inherited) {
        this.plan = plan;
        this.addresses = addresses;
        this.serviceKeys = serviceKeys;
        Map<String, String> settings = new TreeMap<>(plan.settings());
        INNER.forEach(role -> settings.put(
                "HOTLEADS_" + role.name() + "_URL", addresses.of(role).toString()));
        settings.put("HOTLEADS_SERVICE_KEYS_FILE", serviceKeys.publicKeys().toString());
        settings.put("HOTLEADS_FRONTEND_DIR", plan.installation().frontend().toString());
        addresses.mailPort().ifPresent(port -> settings.putAll(mailTo(port)));
        embedded.ifPresent(own -> replaceDatabase(settings, own));
        this.environments = new Environments(inherited, settings);
    }

    /** Made-up people get no real mail, whatever the person's own environment holds. */
    private static Map<String, String> mailTo(int port) {
        return Map.of(
                "HOTLEADS_SMTP_HOST",
                Addresses.LOOPBACK,
                "HOTLEADS_SMTP_PORT",
                String.valueOf(port),
                "HOTLEADS_SMTP_FROM",
                "notices@demo.test");
    }

    /** A person's settings for another database would contradict ours. */
    private static void replaceDatabase(Map<String, String> settings, EmbeddedDatabase own) {
        DATABASE.forEach(settings::remove);
        settings.put(GivenDatabase.URL, own.database().url());
        // As files: an environment can be read by whoever can see the process.
        settings.put(
                "HOTLEADS_DATABASE_AUTH_PASSWORD_FILE",
                own.passwordFile(DatabaseRole.AUTH).toString());
        settings.put(
                "HOTLEADS_DATABASE_CORE_PASSWORD_FILE",
                own.passwordFile(DatabaseRole.CORE).toString());
    }

    Map<String, String> environment(Role role) {
        Map<String, String> own = new TreeMap<>();
        own.put("SERVER_PORT", String.valueOf(addresses.port(role)));
        if (role != Role.GATEWAY || !plan.openToTheNetwork()) {
            own.put("SERVER_ADDRESS", Addresses.LOOPBACK);
        }
        keyFiles(role).forEach((name, file) -> own.put(name, file.toString()));
        return environments.of(role, own);
    }

    private Map<String, Path> keyFiles(Role role) {
        return switch (role) {
            case AUTH -> sealingKeys(role);
            case CORE -> {
                Map<String, Path> files = new TreeMap<>(sealingKeys(role));
                files.put("HOTLEADS_SERVICE_KEY_FILE", serviceKey(role));
                yield files;
            }
            case SYNC ->
                Map.of("HOTLEADS_SERVICE_KEY_FILE", serviceKey(role), "HOTLEADS_SYNC_KEY_FILE", accountKeys(role));
            case WEBHOOKS, GATEWAY -> Map.of("HOTLEADS_SERVICE_KEY_FILE", serviceKey(role));
            case SIMULATORS -> Map.of();
        };
    }

    private Map<String, Path> sealingKeys(Role role) {
        Path file = plan.keyFile(role);
        if (plan.keysFromKms()) {
            // Taken over at the first start with KMS; from then on it is not looked at.
            return Files.exists(file) ? Map.of("HOTLEADS_MOVE_KEY_FILE", file) : Map.of();
        }
        KeyFile.createIfAbsent(file);
        return Map.of("HOTLEADS_KEY_FILE", file);
    }

    private Path accountKeys(Role role) {
        Path file = plan.keyFile(role);
        AccountKeys.createIfAbsent(file);
        return file;
    }

    private Path serviceKey(Role role) {
        return serviceKeys.fileOf(role.word());
    }

    List<String> arguments(Role role) {
        if (role != Role.SIMULATORS) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>(List.of(
                "--port", String.valueOf(addresses.port(role)),
                "--data", plan.folder().simulators().toString(),
                "--hook-url", "https://localhost:" + plan.port() + "/webhooks/acuity",
                "--zoom-hook-url", "https://localhost:" + plan.port() + "/webhooks/zoom",
                "--hook-ca", plan.certificate().toString(),
                "--clock-file", plan.folder().practiceClock().toString()));
        addresses.mailPort().ifPresent(port -> arguments.addAll(List.of("--mail-port", String.valueOf(port))));
        arguments.addAll(plan.simulatorsArguments());
        return arguments;
    }
}
