package hotleads.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.core.erasures.LedgerUnusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The ledger is whole, ours, and where it belongs, or core does not start and says what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureLedgerTest {
    private SomeCore core;
    private Path ledger = Path.of("");
    private String whole = "";
    private String rights = "";
    private String person = "";

    @BeforeAll
    void somebodyWasErased() throws IOException {
        core = new SomeCore();
        SomeErasure erasure = new SomeErasure(core);
        core.start();
        core.awaitOnTime();
        person = erasure.lived();
        erasure.erase(person);
        core.stop();
        ledger = Path.of(core.keyFile + ".erasures");
        whole = Files.readString(ledger);
        rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger));
    }

    @AfterAll
    void stop() {
        core.close();
    }

    @BeforeEach
    void itIsWhole() throws IOException {
        Files.writeString(ledger, whole);
        Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void holdsNothingOfAnybody() {
        assertThat(whole.lines()).hasSize(2);
        assertThat(whole)
                .doesNotContainIgnoringCase(SomeErasure.PLANTED)
                .doesNotContain(Long.toString(SomeErasure.BOOKING))
                .doesNotContain(Long.toString(SomeErasure.LEAD))
                .contains(person);
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        assertThat(rights).isEqualTo("rw-------");
        Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            assertThat(refusal()).contains("chmod 600");
        } finally {
            Files.setPosixFilePermissions(ledger, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void alteredAnywhereItIsRefused() throws IOException {
        for (UnaryOperator<String> alteration : List.<UnaryOperator<String>>of(
                text -> text.replace(person, "00000000-0000-7000-8000-000000000001"),
                text -> text.replaceFirst("\"at\":\"2", "\"at\":\"3"),
                // A line of another place.
                text -> text + text.lines().toList().getLast() + "\n",
                text -> text.lines().toList().getFirst() + "\nnothing of ours\n")) {
            Files.writeString(ledger, alteration.apply(whole));

            assertThat(refusal()).contains("was altered at line");
        }
    }

    @Test
    void anotherPracticesIsRefused() throws IOException {
        SomeCore other = new SomeCore();
        try {
            other.start();
            other.stop();
            Files.copy(Path.of(other.keyFile + ".erasures"), ledger, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

            assertThat(refusal()).contains("made with other keys");
        } finally {
            other.close();
        }
    }

    @Test
    void anotherDatabasesIsRefused() {
        SomeCore other = core.on(SomeDatabase.fresh());
        other.settings.put("HOTLEADS_ERASURE_LEDGER", core.keyFile + ".another");
        start(other);
        SomeCore mixed = core.on(core.database);
        mixed.settings.put("HOTLEADS_ERASURE_LEDGER", core.keyFile + ".another");

        assertThat(refusalOf(mixed)).contains("does not belong to");
    }

    @Test
    void lostItIsAskedFor() throws IOException {
        Files.delete(ledger);

        assertThat(refusal()).contains("Put it back").contains("make an empty file");
    }

    @Test
    void notToBeWrittenItIsSaidAtTheStart() throws IOException {
        Files.delete(ledger);
        Files.createDirectory(ledger);
        try {
            assertThat(refusal()).contains("erasure ledger");
        } finally {
            Files.delete(ledger);
        }
    }

    @Test
    void anEmptyOneIsBegunWithWhatTheDatabaseKnows() throws IOException {
        Files.writeString(ledger, "");

        start(core.on(core.database));

        assertThat(Files.readString(ledger).lines()).hasSize(2);
        assertThat(Files.readString(ledger)).contains(person);
    }

    @Test
    void anOlderOneIsAddedTo() throws IOException {
        Files.writeString(ledger, whole.lines().toList().getFirst() + "\n");

        start(core.on(core.database));

        assertThat(Files.readString(ledger)).contains(person);
    }

    @Test
    void aLineThatACrashLeftHalfWrittenIsNone() throws IOException {
        Files.write(ledger, "{\"approvedBy\":\"0".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        start(core.on(core.database));

        assertThat(refusalOf(core.on(core.database))).isEmpty();
    }

    private String refusal() {
        return refusalOf(core.on(core.database));
    }

    /** Empty when it starts. */
    private static String refusalOf(SomeCore starting) {
        try {
            start(starting);
            return "";
        } catch (RuntimeException refused) {
            assertThatThrownBy(() -> {
                        throw refused;
                    })
                    .rootCause()
                    .isInstanceOf(LedgerUnusable.class);
            Throwable cause = refused;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
    }

    private static void start(SomeCore starting) {
        starting.start();
        starting.stop();
    }
}
