package hotleads.deploy.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What every program stands on: Java's runtime, and Debian's C library, of which it needs no more than its core. */
final class Runtime {
    private static final String MODULES = String.join(
            ",",
            "java.base",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.security.jgss",
            "java.sql",
            "java.xml",
            "jdk.crypto.cryptoki",
            "jdk.jfr",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");
    private static final List<String> LIBRARIES = List.of(
            "ld-linux-x86-64.so.2",
            "libc.so.6",
            "libdl.so.2",
            "libm.so.6",
            "libpthread.so.0",
            "librt.so.1",
            "libresolv.so.2");
    private static final String LIBRARY_FOLDER = "lib/x86_64-linux-gnu";

    private final Path system;
    private final Component library;

    private Runtime(Path system, Component library) {
        this.system = system;
        this.library = library;
    }

    /**
     * Makes it anew.
     *
     * @param databaseAuthority whose certificates the database shows; left out when there is no such file, and the
     *     programs that store say then what is missing
     */
    static Runtime in(Path out, Path databaseAuthority) throws IOException {
        Path system = Folders.fresh(out.resolve("system"));
        link(system);
        Component library = library(out, system);
        who(system);
        if (Files.isRegularFile(databaseAuthority)) {
            Files.copy(databaseAuthority, system.resolve("etc/hotleads/database-ca.pem"));
        }
        return new Runtime(system, library);
    }

    static Path javaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    private static void link(Path system) throws IOException {
        Commands.run(List.of(
                javaHome().resolve("bin/jlink").toString(),
                "--add-modules",
                MODULES,
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                system.resolve("opt/java").toString()));
        // Only java itself is ever started.
        for (Path program : Folders.all(system.resolve("opt/java/bin"))) {
            if (Files.isRegularFile(program) && !program.endsWith("java")) {
                Files.delete(program);
            }
        }
    }

    private static Component library(Path out, Path system) throws IOException {
        Path packages = Folders.fresh(out.resolve("packages"));
        Commands.run(List.of("sh", "-c", "cd '" + packages + "' && apt-get -q download libc6"));
        Path deb = Folders.only(packages, "libc6_");
        Path unpacked = packages.resolve("libc6");
        Commands.run(List.of("dpkg-deb", "-x", deb.toString(), unpacked.toString()));
        Path target = Files.createDirectories(system.resolve(LIBRARY_FOLDER));
        for (String name : LIBRARIES) {
            Files.copy(unpacked.resolve(LIBRARY_FOLDER).resolve(name).toRealPath(), target.resolve(name));
        }
        Files.createDirectories(system.resolve("lib64"));
        Files.copy(target.resolve("ld-linux-x86-64.so.2"), system.resolve("lib64/ld-linux-x86-64.so.2"));
        String version = String.valueOf(deb.getFileName()).split("_", -1)[1].replace("%3a", ":");
        return new Component("libc6", version, "pkg:deb/debian/libc6@" + version + "?arch=amd64");
    }

    /** Whoever asks for a name is told where to look, and whoever runs has one. */
    private static void who(Path system) throws IOException {
        Files.createDirectories(system.resolve("etc/hotleads"));
        Files.writeString(system.resolve("etc/passwd"), "hotleads:x:10001:10001::/tmp:/none\n");
        Files.writeString(system.resolve("etc/group"), "hotleads:x:10001:\n");
        Files.writeString(system.resolve("etc/nsswitch.conf"), "hosts: files dns\n");
        Files.createDirectories(system.resolve("tmp"));
        if (!Files.isDirectory(system.resolve("proc"), LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(system.resolve("proc"));
        }
    }

    Path system() {
        return system;
    }

    List<Component> components() {
        List<Component> components = new ArrayList<>();
        String version = String.valueOf(java.lang.Runtime.version());
        components.add(new Component(
                "java-runtime",
                version,
                "pkg:generic/"
                        + System.getProperty("java.vendor")
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace(' ', '-') + "@" + version.replace("+", "%2B")));
        components.add(library);
        return components;
    }
}
