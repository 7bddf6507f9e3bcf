package hotleads.app;

import hotleads.app.console.Console;
import hotleads.app.processes.Await;
import hotleads.app.processes.Later;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the launcher takes from outside of itself.
 *
 * @param cache where PostgreSQL's unpacked programs are kept, for all data folders
 */
record Surroundings(
        Console console,
        InstantSource clock,
        SecureRandom random,
        Map<String, String> environment,
        Path cache,
        Later later,
        Await.Pause pause) {
    /** The real ones. */
    static Surroundings real() {
        InstantSource clock = InstantSource.system();
        Map<String, String> environment = System.getenv();
        return new Surroundings(
                new Console(System.out, clock),
                clock,
                new SecureRandom(),
                environment,
                cache(environment),
                Later.inTheBackground(),
                Await.realPause());
    }

    /** The same but for our own settings, of which only the given ones hold. */
    Surroundings with(Map<String, String> settings) {
        Map<String, String> replaced = new TreeMap<>(environment);
        replaced.keySet().removeIf(name -> name.startsWith("HOTLEADS_"));
        replaced.putAll(settings);
        return new Surroundings(console, clock, random, replaced, cache, later, pause);
    }

    private static Path cache(Map<String, String> environment) {
        String given = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path caches = given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return caches.resolve("hotleads");
    }
}
