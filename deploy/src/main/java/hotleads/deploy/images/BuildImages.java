package hotleads.deploy.images;

import hotleads.deploy.Image;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes an image of each program: a Java runtime with the modules that are needed, the C library it stands on, and the
 * program's own jars. No shell, no package manager, nothing that could be run besides.
 */
public final class BuildImages {
    private final Path root;
    private final Path out;

    private BuildImages(Path root, Path out) {
        this.root = root;
        this.out = out;
    }

    /**
     * @param arguments the repository, built; the folder for the images; and the names of those wanted, or none for all
     */
    public static void main(String[] arguments) throws IOException {
        BuildImages build = new BuildImages(
                Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath());
        List<String> wanted = List.of(arguments).subList(2, arguments.length);
        Runtime runtime = Runtime.in(build.out, build.root.resolve("deploy/database-ca.pem"));
        for (Image image : Image.all()) {
            if (wanted.isEmpty() || wanted.contains(image.name())) {
                System.out.println(build.image(image, runtime));
            }
        }
    }

    /** One tar in the OCI layout, and the list of what is in it beside it. */
    private String image(Image image, Runtime runtime) throws IOException {
        Path app = Folders.fresh(out.resolve("app-" + image.name()));
        Path libraries = place(image, app);
        Path system = runtime.system();
        Path tar = out.resolve(image.name() + ".tar");
        OciTar.write(tar, image, List.of(new OciTar.Layer(system, ""), new OciTar.Layer(app, "app/")));
        Path sbom = out.resolve(image.name() + ".cdx.json");
        BillOfMaterials.write(sbom, image.name(), runtime.components(), libraries);
        return image.name() + ": " + Files.size(tar) / 1_000_000 + " MB, " + BillOfMaterials.size(sbom) + " components";
    }

    /** @return the folder with the libraries that are in it */
    private Path place(Image image, Path app) throws IOException {
        Path jar = root.resolve(image.jar());
        if (!Files.isRegularFile(jar)) {
            throw new IOException("Not built: " + jar);
        }
        if (image.hasPages()) {
            Folders.copy(root.resolve("frontend/dist"), app.resolve("pages"));
        }
        if (image.isAskedForHealth()) {
            unpack(jar, app);
            // Where the check finds it whatever its version; a link would be lost on the way into a tar.
            copy(Folders.only(app.resolve("lib"), "platform-"), app.resolve("platform.jar"));
            return app.resolve("lib");
        }
        Path libraries = Folders.fresh(out.resolve("libraries"));
        copy(jar, app.resolve(String.valueOf(jar.getFileName())));
        libraryJars(jar, libraries);
        for (String other : image.besides()) {
            copy(root.resolve(other), app.resolve(other));
            libraryJars(root.resolve(other), libraries);
        }
        return libraries;
    }

    /** Starts sooner than the one jar that the build makes. */
    private static void unpack(Path jar, Path app) throws IOException {
        Commands.run(List.of(
                Runtime.javaHome().resolve("bin/java").toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                app.toString()));
    }

    /** Those inside a jar that stays whole, to be looked at. */
    private static void libraryJars(Path jar, Path folder) throws IOException {
        try (ZipFile opened = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(opened.entries())) {
                if (entry.getName().matches("BOOT-INF/lib/[^/]+\\.jar")) {
                    try (InputStream in = opened.getInputStream(entry)) {
                        Files.copy(
                                in,
                                folder.resolve(entry.getName().substring("BOOT-INF/lib/".length())),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
