package hotleads.core.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The record as one file: a page for people and the same for programs. */
final class Archive {
    private Archive() {}

    static byte[] of(ObjectNode record, Instant madeAt, ZoneId zone, JsonMapper json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, "record.html", ReadablePage.of(record, zone).getBytes(StandardCharsets.UTF_8), madeAt);
            add(zip, "record.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(record), madeAt);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content, Instant madeAt) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(madeAt.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
