package hotleads.app.variants;

import hotleads.app.programs.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * One class of a built program, changed. The program's own classes come before those of its libraries, so a library's
 * class is put among them.
 *
 * @param library the library of ours that holds the class, or null when it is the program's own
 * @param name with slashes
 */
record Change(Role role, @Nullable String library, String name, UnaryOperator<ClassEdit> edit) {
    static Change inLibrary(Role role, String library, String name, UnaryOperator<ClassEdit> edit) {
        return new Change(role, library, name, edit);
    }

    static Change inProgram(Role role, String name, UnaryOperator<ClassEdit> edit) {
        return new Change(role, null, name, edit);
    }

    void applyTo(FileSystem jar) throws IOException {
        Path place = jar.getPath("BOOT-INF", "classes", name + ".class");
        byte[] built = library == null ? Files.readAllBytes(place) : inLibrary(jar, library);
        Files.createDirectories(place.getParent());
        Files.write(place, edit.apply(new ClassEdit(built)).bytes());
    }

    private byte[] inLibrary(FileSystem jar, String library) throws IOException {
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(jar.getPath("BOOT-INF", "lib"), library + "*.jar")) {
            List<Path> libraries = List.copyOf(java.util.stream.StreamSupport.stream(found.spliterator(), false)
                    .toList());
            try (ZipInputStream classes =
                    new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(libraries.getFirst())))) {
                for (ZipEntry entry = classes.getNextEntry(); entry != null; entry = classes.getNextEntry()) {
                    if (entry.getName().equals(name + ".class")) {
                        return classes.readAllBytes();
                    }
                }
            }
        }
        throw new IllegalStateException(role + " holds no " + name + " any more");
    }
}
