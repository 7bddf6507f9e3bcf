package hotleads.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script people type, as a plain shell runs it. */
class ScriptTest {
    private static final Path SCRIPT =
            Path.of(System.getProperty("hotleads.home", ".."), "hotleads").toAbsolutePath();

    @TempDir
    Path temporary;

    private record Ran(int status, String out, String err) {}

    @Test
    void helpNamesEveryCommand() throws IOException, InterruptedException {
        Ran ran = run(Map.of(), "help");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("demo", "up", "migrate", "invite", "simulators", "test", "bench");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheKnownOnes() throws IOException, InterruptedException {
        Ran ran = run(Map.of(), "dmeo");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("There is no command dmeo.").contains("demo  ");
    }

    @Test
    void anUnknownPartOfTheTestsIsRefused() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "test", "everything"))
                .isEqualTo(
                        new Ran(
                                2,
                                "",
                                "There is no part everything: test backend, frontend, system, deploy, images, compose or api.\n"));
    }

    @Test
    void theJdkAPersonChoseIsTaken() throws IOException, InterruptedException {
        Path chosen = jdk("25.0.3");

        assertThat(run(Map.of("JAVA_HOME", chosen.toString()), "find-jdk").out())
                .isEqualTo(chosen + "\n");
    }

    @Test
    void anOldJdkIsPassedOver() throws IOException, InterruptedException {
        Path old = jdk("17.0.15");

        assertThat(run(Map.of("JAVA_HOME", old.toString()), "find-jdk").out()).doesNotContain(old.toString());
    }

    @Test
    void aRuntimeWithoutCompilerIsPassedOver() throws IOException, InterruptedException {
        Path runtime = jdk("25.0.3");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(run(Map.of("JAVA_HOME", runtime.toString()), "find-jdk").out())
                .doesNotContain(runtime.toString());
    }

    @Test
    void aJdkIsFoundWithoutAHomeFolder() throws IOException, InterruptedException {
        Path chosen = jdk("25.0.3");

        assertThat(runWithoutHome(Map.of("JAVA_HOME", chosen.toString()), "find-jdk"))
                .isEqualTo(new Ran(0, chosen + "\n", ""));
    }

    @Test
    void anOldNodeIsNamedAndHoldsUpNobody() throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/local/bin/node")).doesNotExist();
        assumeThat(Path.of("/opt/homebrew/bin/node")).doesNotExist();
        Path tools = Files.createDirectory(temporary.resolve("tools"));
        executable(tools.resolve("node"), "echo v18.19.0");
        executable(tools.resolve("npm"), "echo 9.2.0");
        Path tree = Files.createDirectory(temporary.resolve("tree"));
        Path script = Files.copy(SCRIPT, tree.resolve("hotleads"));

        Ran ran = run(
                script,
                Map.of(
                        "PATH",
                        tools + ":/usr/bin:/bin",
                        "HOME",
                        "/nonexistent",
                        "JAVA_HOME",
                        jdk("25.0.3").toString()),
                "demo");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("built with Node 20.19 or newer, with its npm, and " + tools + "/node is v18.19.0.");
        assertThat(tree.resolve("target/hotleads/building")).doesNotExist();
    }

    private static void executable(Path file, String line) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    }

    private Path jdk(String version) throws IOException {
        Path home = temporary.resolve("jdk-" + version);
        Path compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
        Files.createFile(compiler, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static Ran run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> usual = new TreeMap<>(Map.of("PATH", "/usr/bin:/bin", "HOME", "/nonexistent"));
        usual.putAll(environment);
        return run(SCRIPT, usual, arguments);
    }

    private static Ran runWithoutHome(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> usual = new TreeMap<>(Map.of("PATH", "/usr/bin:/bin"));
        usual.putAll(environment);
        return run(SCRIPT, usual, arguments);
    }

    private static Ran run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = text(process.getInputStream().readAllBytes());
        String err = text(process.getErrorStream().readAllBytes());
        return new Ran(process.waitFor(), out, err);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
