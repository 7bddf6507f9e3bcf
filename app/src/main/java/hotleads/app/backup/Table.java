package hotleads.app.backup;

import java.util.List;

/**
 * One table as it was copied.
 *
 * @param name with its schema
 * @param columns in the order of the copy
 * @param sha256 of what PostgreSQL's binary COPY gave, in hexadecimal
 */
record Table(String name, List<String> columns, long rows, long bytes, String sha256) {
    /** Its place in the backup. */
    String entry() {
        return name + ".copy";
    }
}
