package hotleads.deploy.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;

/** What is in an image, in CycloneDX: made from the very files in it, and from no list of what ought to be. */
final class BillOfMaterials {
    private static final Pattern FILE = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private BillOfMaterials() {}

    static void write(Path file, String image, List<Component> system, Path libraries) throws IOException {
        List<Map<String, Object>> components = new ArrayList<>();
        for (Component component : system) {
            components.add(described(component, "operating-system"));
        }
        for (Path jar : Folders.all(libraries)) {
            if (Files.isRegularFile(jar)) {
                Map<String, Object> library = described(component(jar), "library");
                library.put("hashes", List.of(Map.of("alg", "SHA-256", "content", Digest.of(jar))));
                components.add(library);
            }
        }
        Map<String, Object> bill = new LinkedHashMap<>();
        bill.put("bomFormat", "CycloneDX");
        bill.put("specVersion", "1.6");
        bill.put("version", 1);
        bill.put("metadata", Map.of("component", Map.of("type", "container", "name", "hotleads/" + image)));
        bill.put("components", components);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(bill));
    }

    static int size(Path file) throws IOException {
        return JSON.readTree(Files.readString(file)).get("components").size();
    }

    private static Map<String, Object> described(Component component, String type) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("type", type);
        described.put("name", component.name());
        described.put("version", component.version());
        described.put("purl", component.purl());
        return described;
    }

    /** By what the jar says of itself; a few say nothing, and their file's name has to do. */
    private static Component component(Path jar) throws IOException {
        try (ZipFile opened = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> own = opened.stream()
                    .filter(entry -> entry.getName().matches("META-INF/maven/.+/pom\\.properties"))
                    .toList();
            if (own.size() == 1) {
                Properties said = new Properties();
                try (InputStream in = opened.getInputStream(own.getFirst())) {
                    said.load(in);
                }
                return maven(
                        said.getProperty("groupId", ""),
                        said.getProperty("artifactId", ""),
                        said.getProperty("version", ""));
            }
        }
        Matcher name = FILE.matcher(String.valueOf(jar.getFileName()));
        return name.matches()
                ? new Component(name.group(1), name.group(2), "pkg:generic/" + name.group(1) + "@" + name.group(2))
                : new Component(String.valueOf(jar.getFileName()), "", "pkg:generic/" + jar.getFileName());
    }

    private static Component maven(String group, String artifact, String version) {
        return new Component(artifact, version, "pkg:maven/" + group + "/" + artifact + "@" + version);
    }
}
