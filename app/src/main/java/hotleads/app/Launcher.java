package hotleads.app;

import hotleads.app.accounts.Gateway;
import hotleads.app.console.Refusal;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.DiskSpace;
import hotleads.app.folder.FolderLock;
import hotleads.app.programs.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The program behind {@code ./hotleads}: runs everything on one machine until it is told to stop. */
public final class Launcher {
    private static final int FAILED = 1;

    private final Surroundings surroundings;
    private final Installation installation;
    private final CountDownLatch forever = new CountDownLatch(1);
    private volatile boolean stopping;

    private Launcher(Surroundings surroundings, Installation installation) {
        this.surroundings = surroundings;
        this.installation = installation;
    }

    /** The script says where the build is, by the system property {@code hotleads.home}. */
    public static void main(String[] arguments) {
        Gateway.allowHostHeader();
        Launcher launcher = new Launcher(
                Surroundings.real(),
                new Installation(Path.of(System.getProperty("hotleads.home", "."))
                        .toAbsolutePath()
                        .normalize()));
        System.exit(launcher.runOrExplain(List.of(arguments)));
    }

    private int runOrExplain(List<String> arguments) {
        try {
            if (VerifyExport.isAskedFor(arguments)) {
                return VerifyExport.run(arguments, surroundings.console());
            }
            run(Options.parse(arguments, Path.of(System.getProperty("user.home"))));
            return 0;
        } catch (Refusal refusal) {
            return fail(refusal.sentence(), refusal.exitStatus());
        } catch (UncheckedIOException failed) {
            return fail("Reading or writing failed: " + failed.getMessage() + causeOf(failed), FAILED);
        }
    }

    /** While it is being told to stop, programs that go away are no failure. */
    private int fail(String sentence, int status) {
        if (!stopping) {
            System.err.println("\n" + sentence);
        }
        return status;
    }

    private static String causeOf(UncheckedIOException failed) {
        IOException cause = failed.getCause();
        return cause == null || String.valueOf(failed.getMessage()).contains(String.valueOf(cause.getMessage()))
                ? ""
                : " (" + cause.getMessage() + ")";
    }

    private void run(Options options) {
        switch (options.command()) {
            case DEMO -> demo(options);
            case UP -> up(options);
            case BENCH -> new RunBench(options, installation, surroundings).run();
            case MIGRATE -> RunMigrate.run(options, installation, surroundings);
        }
    }

    private void demo(Options options) {
        StartDemo demo = new StartDemo(options, installation, surroundings);
        DiskSpace.refuseWhenShort(options.data());
        DataFolder folder = demo.openFolder();
        try (FolderLock _ = FolderLock.take(folder)) {
            AllInOne all = demo.prepare(folder);
            runUntilStopped(all, () -> demo.welcome(all, folder).text());
        }
    }

    private void up(Options options) {
        StartUp up = new StartUp(options, installation, surroundings);
        up.refuseUnlessComplete();
        DiskSpace.refuseWhenShort(options.data());
        DataFolder folder = up.openFolder();
        try (FolderLock _ = FolderLock.take(folder)) {
            AllInOne all = up.prepare(folder);
            runUntilStopped(all, () -> up.welcome(all));
        }
    }

    private void runUntilStopped(AllInOne all, Supplier<String> welcome) {
        Thread stop = new Thread(() -> stop(all), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        all.start();
        surroundings.console().say(welcome.get());
        try {
            forever.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(AllInOne all) {
        stopping = true;
        surroundings.console().say("");
        surroundings.console().progress("Stopping");
        all.close();
        surroundings.console().progress("Stopped; the data is kept");
    }
}
