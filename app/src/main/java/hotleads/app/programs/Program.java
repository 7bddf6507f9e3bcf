package hotleads.app.programs;

import hotleads.app.processes.Detached;
import hotleads.app.processes.LogFile;
import hotleads.app.processes.Startable;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of our programs as a child process, with exactly the given environment. */
public final class Program implements Startable {
    private final Role role;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;
    private final LogFile log;

    /** @param command asked for at each start */
    public Program(Role role, Supplier<List<String>> command, Map<String, String> environment, LogFile log) {
        this.role = role;
        this.command = command;
        this.environment = environment;
        this.log = log;
    }

    @Override
    public String name() {
        return role.word();
    }

    @Override
    public Duration patience() {
        return role.patience();
    }

    @Override
    public Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Detached.command(command.get()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.redirect())
                .start();
    }
}
