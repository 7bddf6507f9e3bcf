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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The program behind {@code ./hotleads}: runs everything on one machine until it is told to stop. */
public final class Launcher {
    private static final int FAILED = 1;

    private final Surroundings surroundings;
    private final Installation installation;
    private final CountDownLatch forever = new CountDownLatch(1);
    private final List<AllInOne> running = new CopyOnWriteArrayList<>();
    private volatile Thread aside = new Thread();
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
            if (BackupOptions.areAskedFor(arguments)) {
                keep(BackupOptions.parse(arguments, Path.of(System.getProperty("user.home"))));
                return 0;
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
            case INVITE -> new RunInvite(options, surroundings).run();
        }
    }

    private void keep(BackupOptions options) {
        if (options.restores()) {
            new RunRestore(options, installation, surroundings).run();
        } else {
            new RunBackup(options, surroundings).run();
        }
    }

    private void demo(Options options) {
        StartDemo demo = new StartDemo(options, installation, surroundings);
        DiskSpace.refuseWhenShort(options.data());
        DataFolder folder = demo.openFolder();
        try (FolderLock _ = FolderLock.take(folder)) {
            stopWhenTold();
            if (options.demoData()) {
                demo.history(folder).makeUnlessThere(this::runToPlay);
                // What played was stopped when it was done.
                running.clear();
            }
            AllInOne all = demo.prepare(folder);
            run(all);
            surroundings.console().say(demo.welcome(all, folder).text());
            prepareLaterStarts(all);
            waitForever();
        }
    }

    private void runToPlay(AllInOne programs) {
        run(programs);
        // While one plays to them they mostly wait for each other.
        prepareLaterStarts(programs);
    }

    private void up(Options options) {
        StartUp up = new StartUp(options, installation, surroundings);
        up.refuseUnlessComplete();
        DiskSpace.refuseWhenShort(options.data());
        DataFolder folder = up.openFolder();
        try (FolderLock _ = FolderLock.take(folder)) {
            stopWhenTold();
            AllInOne all = up.prepare(folder);
            run(all);
            surroundings.console().say(up.welcome(all));
            waitForever();
        }
    }

    private void stopWhenTold() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** What is told to stop meanwhile does not start any more, for nobody would stop it. */
    private void run(AllInOne all) {
        synchronized (running) {
            if (stopping) {
                throw new Refusal("Stopped.");
            }
            running.add(all);
        }
        all.start();
    }

    private void prepareLaterStarts(AllInOne all) {
        stopAside();
        aside = Thread.ofPlatform().name("later-starts").daemon().start(all::makeStartCaches);
    }

    private void stopAside() {
        aside.interrupt();
        try {
            aside.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForever() {
        try {
            forever.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        synchronized (running) {
            stopping = true;
        }
        stopAside();
        if (running.isEmpty()) {
            return;
        }
        surroundings.console().say("");
        surroundings.console().progress("Stopping");
        running.forEach(AllInOne::close);
        surroundings.console().progress("Stopped; the data is kept");
    }
}
