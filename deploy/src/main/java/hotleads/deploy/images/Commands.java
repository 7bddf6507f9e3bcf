package hotleads.deploy.images;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tools of the machine that builds. */
final class Commands {
    private static final int LONGEST_MINUTES = 5;

    private Commands() {}

    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("Failed: " + String.join(" ", command));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped");
        } finally {
            process.destroyForcibly();
        }
    }
}
