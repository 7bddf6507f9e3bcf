package hotleads.deploy.images;

import hotleads.deploy.Image;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import tools.jackson.databind.json.JsonMapper;

/** An image in the OCI layout, as one tar: the same files make the same bytes, whenever and wherever it is made. */
final class OciTar {
    private static final String KIND = "application/vnd.oci.image.";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EXECUTABLE = 0_555;
    private static final int READABLE = 0_444;
    private static final int ANYBODYS = 0_1777;

    /** @param below where its files lie in the image */
    record Layer(Path folder, String below) {}

    /** @param size of the blob, whose name is the digest */
    private record Blob(String digest, long size, String kind) {
        Map<String, Object> described() {
            return Map.of("mediaType", KIND + kind, "digest", "sha256:" + digest, "size", size);
        }
    }

    private OciTar() {}

    static void write(Path tar, Image image, List<Layer> layers) throws IOException {
        Path folder = Folders.fresh(tar.resolveSibling(tar.getFileName() + ".layout"));
        Path blobs = Files.createDirectories(folder.resolve("blobs/sha256"));
        List<Blob> written = new ArrayList<>();
        List<String> unpacked = new ArrayList<>();
        for (Layer layer : layers) {
            Path plain = folder.resolve("layer.tar");
            pack(layer, plain);
            unpacked.add("sha256:" + Digest.of(plain));
            Path compressed = folder.resolve("layer.tar.gz");
            compress(plain, compressed);
            Files.delete(plain);
            written.add(keep(compressed, blobs, "layer.v1.tar+gzip"));
        }
        Blob config = keep(
                json(
                        folder,
                        Map.of(
                                "architecture",
                                "amd64",
                                "os",
                                "linux",
                                "config",
                                Map.of(
                                        "User",
                                        image.user(),
                                        "Entrypoint",
                                        image.command(),
                                        "Cmd",
                                        image.arguments(),
                                        "WorkingDir",
                                        image.writable(),
                                        "Volumes",
                                        Map.of(image.writable(), Map.of())),
                                "rootfs",
                                Map.of("type", "layers", "diff_ids", unpacked))),
                blobs,
                "config.v1+json");
        Blob manifest = keep(
                json(
                        folder,
                        Map.of(
                                "schemaVersion",
                                2,
                                "mediaType",
                                KIND + "manifest.v1+json",
                                "config",
                                config.described(),
                                "layers",
                                written.stream().map(Blob::described).toList())),
                blobs,
                "manifest.v1+json");
        Files.move(
                json(folder, Map.of("schemaVersion", 2, "manifests", List.of(manifest.described()))),
                folder.resolve("index.json"));
        Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
        pack(new Layer(folder, ""), tar);
        Folders.remove(folder);
    }

    private static Path json(Path folder, Map<String, Object> value) throws IOException {
        return Files.write(folder.resolve("value.json"), JSON.writeValueAsBytes(new java.util.TreeMap<>(value)));
    }

    private static Blob keep(Path file, Path blobs, String kind) throws IOException {
        Blob blob = new Blob(Digest.of(file), Files.size(file), kind);
        Files.move(file, blobs.resolve(blob.digest()));
        return blob;
    }

    private static void compress(Path plain, Path compressed) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.DEFAULT_COMPRESSION);
        try (OutputStream out = new GzipCompressorOutputStream(
                new BufferedOutputStream(Files.newOutputStream(compressed)), parameters)) {
            Files.copy(plain, out);
        }
    }

    private static void pack(Layer layer, Path tar) throws IOException {
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(
                new BufferedOutputStream(Files.newOutputStream(tar)), StandardCharsets.UTF_8.name())) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Path path : Folders.all(layer.folder())) {
                String name = layer.below() + layer.folder().relativize(path);
                if (!name.isEmpty()) {
                    add(out, path, name);
                }
            }
        }
    }

    /** Owned by root, who never runs it: whoever runs can read, and change nothing. */
    private static void add(TarArchiveOutputStream out, Path path, String name) throws IOException {
        boolean folder = Files.isDirectory(path);
        TarArchiveEntry entry = new TarArchiveEntry(folder && !name.endsWith("/") ? name + "/" : name);
        entry.setModTime(0);
        entry.setUserId(0);
        entry.setGroupId(0);
        entry.setMode(mode(path, name, folder));
        entry.setSize(folder ? 0 : Files.size(path));
        out.putArchiveEntry(entry);
        if (!folder) {
            Files.copy(path, out);
        }
        out.closeArchiveEntry();
    }

    private static int mode(Path path, String name, boolean folder) {
        if (name.equals("tmp")) {
            return ANYBODYS;
        }
        return folder || Files.isExecutable(path) && !name.startsWith("app/") ? EXECUTABLE : READABLE;
    }
}
