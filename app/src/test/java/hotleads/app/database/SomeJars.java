package hotleads.app.database;

import hotleads.app.standin.StandIns;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Service jars that hold nothing but migrations. */
final class SomeJars {
    private SomeJars() {}

    /** The same migrations for each schema. */
    static Map<Schema, Path> withMigrations(Path folder, Map<String, String> migrations) {
        Map<Schema, Path> jars = new EnumMap<>(Schema.class);
        for (Schema schema : Schema.values()) {
            jars.put(schema, withMigrations(folder, schema, migrations));
        }
        return jars;
    }

    /** One schema's own. */
    static Path withMigrations(Path folder, Schema schema, Map<String, String> migrations) {
        Path jar = folder.resolve(schema.word() + ".jar");
        StandIns.writeJar(
                jar,
                migrations.entrySet().stream()
                        .collect(Collectors.toMap(
                                file -> "BOOT-INF/classes/db/migration/" + schema.word() + "/" + file.getKey(),
                                Map.Entry::getValue)));
        return jar;
    }
}
