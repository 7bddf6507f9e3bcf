package hotleads.app;

import hotleads.app.backup.Header;
import hotleads.app.console.Refusal;
import hotleads.app.folder.OwnerOnly;
import hotleads.app.programs.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The keys a restored practice is opened with: where they lie, or will once they are copied there. What is in its place
 * already is never written over.
 *
 * @param copies a folder with copies of them, named as where they were taken from
 */
record RestoredKeys(KeyPlaces places, Optional<Path> copies) {
    private static final String ANCHORS = ".anchors";
    private static final String LEDGER_SETTING = "HOTLEADS_ERASURE_LEDGER";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The file of a program's keys, in its place or among the copies. */
    Path fileOf(Role role) {
        return held(places.of(role), role.word());
    }

    /** The backup key, in its place or among the copies. */
    Path backupKey() {
        return held(places.ofBackups(), "backup");
    }

    private Path held(Path place, String word) {
        return Files.exists(place) ? place : copyOf(word).orElse(place);
    }

    private Optional<Path> copyOf(String word) {
        return copies.flatMap(folder -> Stream.of(word + ".key", "core.key." + word)
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst());
    }

    /** A ledger of another practice would be refused by core, when everything else is done. */
    void refuseLedgerOfAnother(Header header, Optional<Path> named, GivenSettings given) {
        Optional<Path> own = ledger(given);
        if (own.isEmpty()) {
            if (named.isPresent()) {
                throw new Refusal("The erasure ledger lies in a bucket (" + LEDGER_SETTING
                        + "): leave out --ledger. Nothing was touched.");
            }
            return;
        }
        Path file = named.orElse(own.get());
        if (header.ledger() == null || !Files.exists(file)) {
            if (named.isPresent() && !Files.exists(file)) {
                throw new Refusal("The erasure ledger " + file + " is not there. Nothing was touched.");
            }
            return;
        }
        UUID id = idOf(file);
        // An empty one begins anew, which core explains.
        if (id != null && !id.equals(header.ledger())) {
            throw new Refusal("The erasure ledger " + file + " belongs to another practice than the backup. Name this"
                    + " one's with --ledger FILE. Nothing was touched.");
        }
    }

    private static @Nullable UUID idOf(Path ledger) {
        try (BufferedReader lines = Files.newBufferedReader(ledger)) {
            String first = lines.readLine();
            return first == null ? null : idIn(first);
        } catch (IOException | JacksonException | IllegalArgumentException none) {
            throw new Refusal(ledger + " is no erasure ledger. Nothing was touched.");
        }
    }

    /** Behind the JSON of a line its seal stands, which only core can check. */
    private static UUID idIn(String line) {
        int end = line.lastIndexOf(' ');
        if (end < 0) {
            throw new IllegalArgumentException("A line without a seal");
        }
        return UUID.fromString(JSON.readTree(line.substring(0, end)).path("id").asString());
    }

    /** Empty where it lies in a bucket, which is core's alone. */
    private Optional<Path> ledger(GivenSettings given) {
        Path core = places.of(Role.CORE);
        return given.plain(LEDGER_SETTING)
                .or(() -> Optional.of(
                        core.resolveSibling(core.getFileName() + ".erasures").toString()))
                .filter(place -> !place.startsWith("s3://"))
                .map(Path::of);
    }

    /** Where the ledger has to be put that the restored database knows, when it is not there. */
    Optional<Path> missingLedger(Header header, GivenSettings given) {
        return ledger(given).filter(file -> header.ledger() != null && !Files.exists(file));
    }

    /** Copies what is not there yet. The ledger only where it was named: among old copies lies an old one. */
    void putInPlace(Optional<Path> ledger, GivenSettings given) {
        for (Role role : List.of(Role.CORE, Role.AUTH, Role.SYNC)) {
            copyOf(role.word()).ifPresent(copy -> {
                put(copy, places.of(role));
                put(anchorsOf(copy), anchorsOf(places.of(role)));
            });
        }
        copyOf("backup").ifPresent(copy -> put(copy, places.ofBackups()));
        // Of a demo: its accounts come with the backup, and would have another password than the demo shows.
        copies.ifPresent(folder ->
                put(folder.resolve(StartDemo.PASSWORD), places.folder().resolve(StartDemo.PASSWORD)));
        ledger.ifPresent(file -> put(file, ledger(given).orElseThrow()));
    }

    private static void put(Path copy, Path place) {
        if (!Files.isRegularFile(copy) || Files.exists(place)) {
            return;
        }
        try {
            OwnerOnly.createFolder(Objects.requireNonNull(place.toAbsolutePath().getParent()));
            OwnerOnly.write(place, Files.readString(copy));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path anchorsOf(Path keyFile) {
        return keyFile.resolveSibling(keyFile.getFileName() + ANCHORS);
    }

    /** Anchors of entries that are gone would make the trail look cut for good: they are kept beside. */
    Path setAnchorsAside(Role role, Instant now) {
        Path file = anchorsOf(places.of(role));
        Path aside = file.resolveSibling(file.getFileName() + ".before-restore-" + now.getEpochSecond());
        try {
            if (Files.exists(file)) {
                Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            }
            return aside;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
