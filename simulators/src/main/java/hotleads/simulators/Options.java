package hotleads.simulators;

import hotleads.simulators.acuity.Credentials;
import hotleads.simulators.zoho.ZohoAccount;
import hotleads.simulators.zoom.ZoomAccount;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the command line and the environment ask for. */
record Options(
        int port,
        @Nullable Path data,
        @Nullable String hookUrl,
        @Nullable Path hookCa,
        @Nullable Path clockFile,
        double retrySpeed,
        long seed,
        boolean empty,
        OptionalInt mailPort,
        Credentials acuity,
        @Nullable String zoomHookUrl,
        ZoomAccount zoom,

        ZohoAccount zoho) {

    /** What the arguments came to. */
    sealed interface Reading {
        /** Everything was understood. */
        record Understood(Options options) implements Reading {}

        /** All that is wrong, each with what to do. */
        record NotUnderstood(List<String> problems) implements Reading {}
    }

    private static final String USAGE =
            "Known are --port, --data, --hook-url, --zoom-hook-url, --hook-ca, --clock-file, --retry-speed,"
                    + " --seed, --mail-port, each with a value, and --empty.";

    static Reading read(List<String> arguments, Map<String, String> environment) {
        var reader = new Reader(environment);
        reader.take(arguments);
        return reader.result();
    }

    private static final class Reader {

        private final Map<String, String> environment;
        private final List<String> problems = new ArrayList<>();
        private int port = 9100;
        private @Nullable Path data;
        private @Nullable String hookUrl;
        private @Nullable String zoomHookUrl;
        private @Nullable Path hookCa;
        private @Nullable Path clockFile;
        private double retrySpeed = 1;
        private long seed = 1;
        private boolean empty;
        private OptionalInt mailPort = OptionalInt.empty();

        Reader(Map<String, String> environment) {
            this.environment = environment;
        }

        void take(List<String> arguments) {
            var rest = arguments.iterator();
            while (rest.hasNext()) {
                String name = rest.next();
                if (name.equals("--empty")) {
                    empty = true;
                } else if (name.startsWith("--") && rest.hasNext()) {
                    set(name, rest.next());
                } else {
                    problems.add(name + " is not understood. " + USAGE);
                }
            }
        }

        Reading result() {
            var acuity = new Credentials(
                    setting("HOTLEADS_ACUITY_USER_ID", "10000001"),
                    setting("HOTLEADS_ACUITY_API_KEY", "demo-acuity-key"),
                    setting("HOTLEADS_ACUITY_API_KEY_PREVIOUS", "demo-acuity-key-previous"));
            if (!acuity.userId().matches("[0-9]{1,18}")) {
                problems.add("HOTLEADS_ACUITY_USER_ID must be a number, as Acuity's user ids are.");
            }
            return problems.isEmpty()
                    ? new Reading.Understood(new Options(
                            port,
                            data,
                            hookUrl,
                            hookCa,
                            clockFile(),
                            retrySpeed,
                            seed,
                            empty,
                            mailPort,
                            acuity,
                            zoomHookUrl,
                            zoom(),
                            zoho()))
                    : new Reading.NotUnderstood(List.copyOf(problems));
        }

        private ZoomAccount zoom() {
            return new ZoomAccount(
                    setting("HOTLEADS_ZOOM_ACCOUNT_ID", "demo-account"),
                    setting("HOTLEADS_ZOOM_CLIENT_ID", "demo-client"),
                    setting("HOTLEADS_ZOOM_CLIENT_SECRET", "demo-secret"),
                    setting("HOTLEADS_ZOOM_WEBHOOK_SECRET", "demo-zoom-secret"));
        }

        private ZohoAccount zoho() {
            return new ZohoAccount(
                    setting("HOTLEADS_ZOHO_CLIENT_ID", "demo-client"),
                    setting("HOTLEADS_ZOHO_CLIENT_SECRET", "demo-secret"),
                    setting("HOTLEADS_ZOHO_REFRESH_TOKEN", "demo-refresh"));
        }

        // Time that was moved must not jump back at a restart, or what was booked would lie in the future.
        private @Nullable Path clockFile() {
            return clockFile == null && data != null ? data.resolve("practice-clock") : clockFile;
        }

        private void set(String name, String value) {
            switch (name) {
                case "--port" ->
                    port = number(name, value, 0, 65_535).orElse(9100L).intValue();
                case "--data" -> data = Path.of(value);
                case "--hook-url" -> hookUrl = address(name, value);
                case "--zoom-hook-url" -> zoomHookUrl = address(name, value);
                case "--hook-ca" -> hookCa = Path.of(value);
                case "--clock-file" -> clockFile = Path.of(value);
                case "--retry-speed" ->
                    retrySpeed = number(name, value, 1, 1_000_000).orElse(1L);
                case "--seed" ->
                    seed = number(name, value, Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L);
                case "--mail-port" ->
                    mailPort = OptionalInt.of(
                            number(name, value, 0, 65_535).orElse(0L).intValue());
                default -> problems.add(name + " is not understood. " + USAGE);
            }
        }

        private Optional<Long> number(String name, String value, long least, long most) {
            try {
                long number = Long.parseLong(value);
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException word) {
                // Falls through to the same sentence as a number out of range.
            }
            problems.add(name + " needs a whole number from " + least + " to " + most + ".");
            return Optional.empty();
        }

        private @Nullable String address(String name, String value) {
            try {
                URI uri = URI.create(value);
                if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                    return value;
                }
            } catch (IllegalArgumentException malformed) {
                // Falls through to the same sentence as an address of another kind.
            }
            problems.add(name + " needs an address such as https://localhost:8443/webhooks/acuity.");
            return null;
        }

        private String setting(String name, String usual) {
            return Optional.ofNullable(environment.get(name))
                    .filter(value -> !value.isBlank())
                    .orElse(usual);
        }
    }
}
