package hotleads.app.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.console.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temporary;

    @Test
    void nobodyButItsOwnerCanLookInside() throws IOException {
        DataFolder folder = DataFolder.open(temporary.resolve("new"), Kind.DEMO);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.root())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.keys())))
                .isEqualTo("rwx------");
    }

    @Test
    void isKeptByTheNextStart() {
        assertThat(DataFolder.open(temporary, Kind.DEMO).isFresh()).isTrue();
        assertThat(DataFolder.open(temporary, Kind.DEMO).isFresh()).isFalse();
    }

    @Test
    void aDemoNeverOpensARealPractice() {
        DataFolder.open(temporary, Kind.PRACTICE);

        assertThatThrownBy(() -> DataFolder.open(temporary, Kind.DEMO))
                .isInstanceOf(Refusal.class)
                .hasMessage("The folder " + temporary
                        + " belongs to a real practice (made by up). Name another with --data DIR.");
    }

    @Test
    void aPracticeNeverOpensADemo() {
        DataFolder.open(temporary, Kind.DEMO);

        assertThatThrownBy(() -> DataFolder.open(temporary, Kind.PRACTICE))
                .hasMessage("The folder " + temporary
                        + " belongs to a demo with made-up people. Name another with --data DIR.");
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws IOException {
        Files.writeString(temporary.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> DataFolder.open(temporary, Kind.DEMO))
                .hasMessage("The folder " + temporary + " holds other things than Hot Leads' data. Name an empty or new"
                        + " folder with --data DIR.");
        assertThat(temporary.resolve("keys")).doesNotExist();
    }

    @Test
    void anotherFormatIsNotGuessedAt() throws IOException {
        DataFolder.open(temporary, Kind.DEMO);
        Files.writeString(temporary.resolve("hotleads-data"), "format 2\nkind demo\n");

        assertThatThrownBy(() -> DataFolder.open(temporary, Kind.DEMO))
                .hasMessageStartingWith("The data in " + temporary + " was written by another version of Hot Leads.");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file, Kind.DEMO))
                .hasMessage(file + " is a file. Name a folder with --data DIR.");
    }

    @Test
    void twoCannotUseItAtOnce() {
        DataFolder folder = DataFolder.open(temporary, Kind.DEMO);
        try (FolderLock held = FolderLock.take(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .hasMessageStartingWith("The folder " + temporary + " is in use by another Hot Leads.");
        }
    }

    @Test
    void canBeUsedAgainAfterwards() {
        DataFolder folder = DataFolder.open(temporary, Kind.DEMO);
        FolderLock.take(folder).close();

        FolderLock.take(folder).close();
    }

    @Test
    void aNearlyFullDiskIsRefused() {
        assertThatThrownBy(() -> DiskSpace.refuseWhenShort(temporary, 900L << 20))
                .hasMessage("The disk of " + temporary + " is nearly full: 900 MiB are free, 1024 MiB are needed. Make"
                        + " room, or name a folder on another disk with --data DIR.");
        DiskSpace.refuseWhenShort(temporary, DiskSpace.NEEDED);
    }

    @Test
    void roomIsLookedForWhereAnAbsentFolderWillLie() {
        Path absent = temporary.resolve("not/yet/there");

        assertThatCode(() -> DiskSpace.refuseWhenShort(absent)).doesNotThrowAnyException();
        assertThat(temporary).isEmptyDirectory();
    }

    /** What stays would be a folder that is neither empty nor ours, refused ever after. */
    @Test
    void aFailedWriteLeavesNothingBehind() throws IOException {
        Path inTheWay = Files.createDirectory(temporary.resolve("hotleads-data"));
        Files.createFile(inTheWay.resolve("something"));

        assertThatThrownBy(() -> OwnerOnly.write(inTheWay, "content")).isInstanceOf(UncheckedIOException.class);
        assertThat(temporary).isDirectoryNotContaining(path -> !path.equals(inTheWay));
    }
}
