package hotleads.app.database;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.processes.Detached;
import hotleads.app.processes.Leftovers;
import hotleads.app.processes.LogFile;
import hotleads.app.processes.Startable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of our own: loopback only, passwords from its first moment, durable, and silent about values. */
public final class Postgres implements Startable {
    static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration INIT_PATIENCE = Duration.ofMinutes(2);
    /** Names the folder a server runs on. */
    private static final String ON = "-D";

    private static final int PID_LINE = 0;
    private static final int START_LINE = 2;
    private static final int PORT_LINE = 3;

    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            // No socket files: a path of more than 107 characters could not hold one.
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            // After a crash all is synced before recovery: one call, where file by file takes minutes on a slow disk.
            Map.entry("recovery_init_sync_method", "syncfs"),
            // After a crash it ends, and we start it: left to itself it may stand there alive, taking nobody, once the
            // disk fails it again while it recovers (seen with 18.6).
            Map.entry("restart_after_crash", "off"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_connections", "80"),
            // PostgreSQL would print values of people: in details, in failed statements, in parameters.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_statement", "none"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_min_duration_statement", "-1"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0")));

    private final PostgresPrograms programs;
    private final Path data;
    private final int port;
    private final LogFile log;

    public Postgres(PostgresPrograms programs, Path data, int port, LogFile log) {
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.log = log;
    }

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    /** Makes the data folder at first start; every connection needs a password from then on. */
    void initialiseIfAbsent(Path superuserPassword) {
        if (Files.isDirectory(data)) {
            return;
        }
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        try {
            OwnerOnly.removeFolder(fresh);
            run(List.of(
                    programs.program("initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + superuserPassword,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C"));
            // Renamed when whole: a folder that a killed start left half made would look like a database.
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make the database folder " + data, failed);
        }
    }

    /** Ends a server that a killed launcher left on this data; two on one folder would destroy it. */
    void stopLeftover(Console console) {
        recordedServer().ifPresent(server -> {
            Leftovers.announce(name(), server, console);
            // Orders a fast shutdown; plain termination would wait for every client.
            askToStop(server.pid());
            Leftovers.end(server);
        });
    }

    @Override
    public Process start() throws IOException {
        forgetMistakenServer();
        List<String> command = new ArrayList<>(
                List.of(programs.program("postgres").toString(), ON, data.toString(), "-p", String.valueOf(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return process(Detached.command(asOrdinaryUser(command))).start();
    }

    @Override
    public void askToStop(Process process) {
        askToStop(process.pid());
    }

    private void askToStop(long pid) {
        try {
            run(List.of(programs.program("pg_ctl").toString(), "kill", "INT", String.valueOf(pid)));
        } catch (IOException gone) {
            // It ended by itself in this moment; whoever waits for its end sees that.
        }
    }

    /**
     * PostgreSQL takes any living process of the recorded id for a server; after a restart of the machine that may be
     * anyone. The record of a dead one stays: by it the new server sees whether processes of the old one still write.
     */
    private void forgetMistakenServer() throws IOException {
        boolean taken =
                recorded().flatMap(server -> ProcessHandle.of(server.pid())).isPresent();
        if (taken && recordedServer().isEmpty()) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private Optional<ProcessHandle> recordedServer() {
        return recorded().flatMap(server -> server.alive(data));
    }

    /** Where the server listens that runs on these files; nothing when none does. */
    public static OptionalInt portOfRunning(Path data) {
        return recorded(data).filter(server -> server.alive(data).isPresent()).stream()
                .mapToInt(Recorded::port)
                .findFirst();
    }

    private record Recorded(long pid, Instant startedAt, int port) {
        /**
         * By its start time; by what it was started with, where the clock was set since and start times moved with it.
         */
        Optional<ProcessHandle> alive(Path data) {
            return Leftovers.alive(pid, startedAt)
                    .or(() -> Leftovers.alive(pid).filter(process -> wasStartedOn(process, data)));
        }

        private static boolean wasStartedOn(ProcessHandle process, Path data) {
            List<String> arguments = List.of(process.info().arguments().orElseGet(() -> new String[0]));
            int folder = arguments.indexOf(ON) + 1;
            return folder > 0
                    && folder < arguments.size()
                    && arguments.get(folder).equals(data.toString());
        }
    }

    private Optional<Recorded> recorded() {
        return recorded(data);
    }

    private static Optional<Recorded> recorded(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return Optional.of(new Recorded(
                    Long.parseLong(lines.get(PID_LINE).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(START_LINE).strip())),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException none) {
            return Optional.empty();
        }
    }

    private void run(List<String> command) throws IOException {
        Process process = process(asOrdinaryUser(command)).start();
        try {
            if (!process.waitFor(INIT_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " takes too long; see " + log.path());
            }
            if (process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " failed; see " + log.path());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        // Nothing of ours goes into a server's environment, and its messages stay searchable.
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder.redirectErrorStream(true).redirectOutput(log.redirect());
    }

    /** PostgreSQL refuses to run as root; a user namespace makes root nobody, without a second account. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        String unshare = Detached.find("unshare")
                .map(Path::toString)
                .orElseThrow(() -> new Refusal(
                        "PostgreSQL does not run as root, and this system has no unshare to step down with. Start as an"
                                + " ordinary user."));
        return Stream.concat(Stream.of(unshare, "-U"), command.stream()).toList();
    }

    int port() {
        return port;
    }
}
