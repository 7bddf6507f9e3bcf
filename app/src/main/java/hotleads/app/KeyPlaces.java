package hotleads.app;

import hotleads.app.folder.DataFolder;
import hotleads.app.programs.Role;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the keys of an installation lie.
 *
 * @param folder where they usually do
 * @param given the file of core's keys, when a person named one: the others lie beside it
 */
record KeyPlaces(Path folder, Optional<Path> given) {
    private static final String BACKUP = "backup";

    static KeyPlaces of(DataFolder folder, Optional<Path> given) {
        return new KeyPlaces(folder.keys(), given);
    }

    /** The file with the keys a storing program seals with. */
    Path of(Role role) {
        return role == Role.CORE ? given.orElseGet(() -> usual(role.word())) : beside(role.word());
    }

    /** The file with what backups are sealed with. */
    Path ofBackups() {
        return beside(BACKUP);
    }

    private Path beside(String word) {
        return given.map(core -> core.resolveSibling(core.getFileName() + "." + word))
                .orElseGet(() -> usual(word));
    }

    private Path usual(String word) {
        return folder.resolve(word + ".key");
    }
}
