package hotleads.deploy;

import java.util.List;
import java.util.stream.Stream;

/**
 * One image, as a task runs it.
 *
 * @param command what is started, whatever it is asked to do
 * @param arguments what it is asked to do, where it can do several things
 * @param jar where the build leaves the program
 * @param besides what else it needs of the build, at the same place below {@code /app}
 * @param hasPages whether it serves the built pages
 */
public record Image(
        String name, List<String> command, List<String> arguments, String jar, List<String> besides, boolean hasPages) {
    /** One for each program, and one for migrate. */
    public static List<Image> all() {
        return Stream.concat(Stream.of(Program.values()).map(Image::of), Stream.of(migrate()))
                .toList();
    }

    static Image of(Program program) {
        return new Image(
                program.word(),
                program.command(),
                List.of(),
                "services/" + program.word() + "/target/" + program.word() + ".jar",
                List.of(),
                program == Program.GATEWAY);
    }

    /** The launcher; it reads the storing programs' jars for their schemas. */
    static Image migrate() {
        return new Image(
                Repositories.MIGRATE,
                Images.launcher(),
                Images.MIGRATE,
                "app/target/app.jar",
                List.of("services/auth/target/auth.jar", "services/core/target/core.jar"),
                false);
    }

    /** The same image, asked for something else. */
    static Image invite() {
        Image migrate = migrate();
        return new Image(
                migrate.name(), migrate.command(), Images.INVITE, migrate.jar(), migrate.besides(), migrate.hasPages());
    }

    /** Whether it runs until it is stopped, and says meanwhile how it fares. */
    public boolean isAskedForHealth() {
        return !name.equals(Repositories.MIGRATE);
    }

    /** Who runs it. */
    public String user() {
        return Images.USER;
    }

    /** The one folder it can write to. */
    public String writable() {
        return Images.WRITABLE;
    }
}
