package hotleads.deploy;

import java.util.List;
import java.util.stream.Stream;

/** Where things are inside the images, and how what is in them is started. */
final class Images {
    /** Nobody's name, and no number that a machine gives to people. */
    static final String USER = "10001";
    /** The only place a program can write to. */
    static final String WRITABLE = "/tmp";

    static final String PAGES = "/app/pages";
    static final String DATABASE_AUTHORITY = "/etc/hotleads/database-ca.pem";
    /** Brings the schemas up to date. */
    static final List<String> MIGRATE = List.of("migrate", "--data", WRITABLE + "/migrate");
    /** Makes the first administrator's link. */
    static final List<String> INVITE = List.of("invite");

    private static final String JAVA = "/opt/java/bin/java";

    private Images() {}

    static String jar(Program program) {
        return "/app/" + program.word() + ".jar";
    }

    static List<String> java(int heapMiB, List<String> what) {
        return Stream.concat(
                        Stream.of(
                                JAVA,
                                "-XX:+UseSerialGC",
                                "-Xss512k",
                                "-Xmx" + heapMiB + "m",
                                "-XX:+ExitOnOutOfMemoryError",
                                // Whoever is replaced has another address, and half a minute is long to call the old
                                // one.
                                "-Dsun.net.inetaddr.ttl=5",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--enable-native-access=ALL-UNNAMED"),
                        what.stream())
                .toList();
    }

    /** It does what it is asked for and ends. */
    static List<String> launcher() {
        return java(128, List.of("-Dhotleads.home=/app", "-jar", "/app/app.jar"));
    }

    /** There is no shell and no other program in an image to ask with. */
    static List<String> askHealth() {
        return List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx16m",
                "-cp",
                "/app/platform.jar",
                "hotleads.platform.health.AskHealth");
    }
}
