package hotleads.app;

import hotleads.app.database.DatabaseRole;
import hotleads.app.demo.HistoryTemplates;
import hotleads.app.demo.PlayHistory;
import hotleads.app.demo.PracticeClock;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.programs.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The history a new demo begins with: played once through all programs, and copied ever after. */
final class DemoHistory {
    /** All there is: the first booking is made up to 390 days before the end. */
    static final Duration YEAR = Duration.ofDays(400);

    private final StartDemo demo;
    private final DataFolder folder;
    private final Surroundings surroundings;
    private final HistoryTemplates templates;
    private final Duration length;
    private final Instant until;

    /** @param length how much of the year, counted from its end */
    DemoHistory(
            StartDemo demo, DataFolder folder, Surroundings surroundings, HistoryTemplates templates, Duration length) {
        this.until = demo.practiceStart();
        this.demo = demo;
        this.folder = folder;
        this.surroundings = surroundings;
        this.templates = templates;
        this.length = length;
    }

    /** @param run starts what it is given, and sees to it that it is stopped when we are told to stop */
    void makeUnlessThere(Consumer<AllInOne> run) {
        if (!isMissing() || takeTemplate()) {
            return;
        }
        surroundings.console().progress("Making a practice of sixty people and its history, which later demos copy");
        begin();
        AllInOne programs = demo.prepareToPlay(folder, until.minus(length).minus(Duration.ofDays(1)));
        run.accept(programs);
        play(programs);
    }

    /** Neither this nor an empty practice was begun here, or playing it was broken off. */
    private boolean isMissing() {
        return !Files.exists(folder.postgres()) || Files.exists(unfinished());
    }

    private boolean takeTemplate() {
        begin();
        try {
            Optional<Instant> end =
                    templates.copy(name(), folder, surroundings.clock().instant());
            end.ifPresent(this::end);
            return end.isPresent();
        } catch (IOException unusable) {
            surroundings.console().progress("The history kept from an earlier demo cannot be used; playing it anew");
            return false;
        }
    }

    /** From the first day to the last; then everything is stopped and a copy is kept. */
    private void play(AllInOne programs) {
        new PlayHistory(programs.address(Role.SIMULATORS), demo.zone(), surroundings.console(), surroundings.pause())
                .play(until, length, () -> ordersWaiting(programs));
        forgetTokens(programs);
        programs.close();
        try {
            templates.keep(name(), folder, until);
        } catch (IOException failed) {
            surroundings.console().progress("The history is not kept for other demos: " + failed.getMessage());
        }
        end(until);
    }

    /** From here on until {@link #end} whatever lies in the folder is thrown away by the next start. */
    private void begin() {
        try {
            Files.writeString(unfinished(), "");
            AllInOne.stopLeftovers(folder, surroundings.console());
            for (Path old : List.of(folder.postgres(), folder.simulators(), folder.keys())) {
                OwnerOnly.removeFolder(old);
            }
            OwnerOnly.createFolder(folder.simulators());
            OwnerOnly.createFolder(folder.keys());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void end(Instant end) {
        new PracticeClock(folder.practiceClock(), surroundings.clock()).startAt(end);
        try {
            Files.delete(unfinished());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        surroundings
                .console()
                .progress("The practice has a history; its time goes on from "
                        + end.atZone(demo.zone()).toLocalDateTime());
    }

    private Path unfinished() {
        return folder.root().resolve("history-unfinished");
    }

    /** Whatever could make another history, or one that these programs do not understand. */
    private String name() throws IOException {
        return "history-" + demo.fingerprint(List.of(String.valueOf(length)));
    }

    /** They are good at the addresses of these simulators alone, and a copy has others: it asks for its own. */
    private static void forgetTokens(AllInOne programs) {
        try (Connection core = programs.connect(DatabaseRole.CORE);
                Statement statement = core.createStatement()) {
            statement.executeUpdate("UPDATE core.provider_account SET sealed = NULL, version = version + 1");
        } catch (SQLException failed) {
            throw new IllegalStateException("The history's tokens could not be forgotten", failed);
        }
    }

    private static long ordersWaiting(AllInOne programs) {
        try (Connection core = programs.connect(DatabaseRole.CORE);
                Statement statement = core.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM core.look_again WHERE done < asked")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException away) {
            // As long as nobody can say that none waits, some do.
            return 1;
        }
    }
}
