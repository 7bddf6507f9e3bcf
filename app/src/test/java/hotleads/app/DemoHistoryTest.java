package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.demo.HistoryTemplates;
import hotleads.app.folder.DataFolder;
import hotleads.app.folder.Kind;
import hotleads.app.programs.Ports;
import hotleads.app.standin.StandIns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over stand-ins, with whom nothing can be played: that is the system tests' part. */
class DemoHistoryTest {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Instant END = Instant.parse("2026-11-23T14:00:00Z");

    private final Path temporary;
    private final HistoryTemplates templates;
    private final StartDemo demo;
    private final DataFolder folder;
    private final SomeSurroundings said = new SomeSurroundings();
    private final Surroundings surroundings = said.with(Map.of());

    DemoHistoryTest(@TempDir Path temporary) {
        this.temporary = temporary;
        templates = new HistoryTemplates(temporary.resolve("templates"));
        demo = start("2026-11-23T09:00");
        folder = demo.openFolder();
    }

    @Test
    void whatWasBrokenOffIsThrownAwayAndBegunAnew() throws IOException {
        Path half = folder.postgres().resolve("half");
        List<Boolean> found = new ArrayList<>();

        assertThatThrownBy(() -> history().makeUnlessThere(programs -> write(half)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(half).exists();
        assertThatThrownBy(() -> history().makeUnlessThere(programs -> found.add(Files.exists(half))))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(found).containsExactly(false);
    }

    @Test
    void itIsPlayedFromADayBeforeItsFirst() throws IOException {
        assertThatThrownBy(() -> history().makeUnlessThere(programs -> {})).isInstanceOf(UncheckedIOException.class);

        Duration ahead = Duration.parse(Files.readString(folder.practiceClock()));
        assertThat(surroundings.clock().instant().plus(ahead))
                .isBetween(END.minus(Duration.ofDays(31)), END.minus(Duration.ofDays(30)));
    }

    @Test
    void aPracticeThatIsThereStaysAsItIs() {
        write(folder.postgres().resolve("something"));

        history().makeUnlessThere(DemoHistoryTest::refuse);

        assertThat(folder.postgres().resolve("something")).exists();
    }

    @Test
    void aHistoryThatWasKeptIsCopiedAndTimeGoesOnFromItsEnd() throws IOException {
        DataFolder played = DataFolder.open(temporary.resolve("played"), Kind.DEMO);
        write(played.postgres().resolve("base/1"));
        write(played.keys().resolve("core.key"));
        write(played.simulators().resolve("practice.json"));
        templates.keep("history-" + demo.fingerprint(List.of(MONTH.toString())), played, END);

        history().makeUnlessThere(DemoHistoryTest::refuse);
        history().makeUnlessThere(DemoHistoryTest::refuse);

        assertThat(folder.postgres().resolve("base/1")).exists();
        assertThat(folder.keys().resolve("core.key")).exists();
        assertThat(folder.simulators().resolve("practice.json")).exists();
        Duration ahead = Duration.parse(Files.readString(folder.practiceClock()));
        assertThat(surroundings.clock().instant().plus(ahead)).isBetween(END, END.plusSeconds(60));
        assertThat(said.said()).contains("its time goes on from 2026-11-23T09:00");
    }

    @Test
    void aDatabaseThatWasKilledIsNotKept() {
        write(folder.postgres().resolve("postmaster.pid"));

        assertThatThrownBy(() -> templates.keep("history-1", folder, END))
                .hasMessage("its database was not stopped in good order");

        assertThat(temporary.resolve("templates")).doesNotExist();
    }

    @Test
    void anotherTimeAskedForIsAnotherHistory() throws IOException {
        StartDemo later = start("2026-11-24T09:00");

        assertThat(later.fingerprint(List.of())).isNotEqualTo(demo.fingerprint(List.of()));
        assertThat(start("2026-11-23T09:00").fingerprint(List.of())).isEqualTo(demo.fingerprint(List.of()));
    }

    private DemoHistory history() {
        return new DemoHistory(demo, folder, surroundings, templates, MONTH);
    }

    private StartDemo start(String clock) {
        Ports ports = new Ports(new SecureRandom());
        List<String> arguments = List.of(
                "demo",
                "--port",
                String.valueOf(ports.free()),
                "--simulators-port",
                String.valueOf(ports.free()),
                "--data",
                temporary.resolve("data").toString(),
                "--clock",
                clock);
        return new StartDemo(
                Options.parse(arguments, temporary), StandIns.in(temporary.resolve("build")), surroundings);
    }

    private static void refuse(AllInOne programs) {
        throw new AssertionError("nothing is to be played");
    }

    private static void write(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, "x");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
