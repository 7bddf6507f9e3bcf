package hotleads.deploy;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What differs from one practice to the next.
 *
 * @param host the name people open
 * @param certificate the ARN of that name's certificate
 * @param version the tag of the images that run
 * @param bucketAddresses the region's list of S3's addresses (pl-…), the only ones of S3 that tasks may reach
 * @param privateAuthority the ARN of the authority whose certificates the programs show each other in the large size
 * @param anchors the folder of the trails' anchors, another one after each restore
 * @param settings what the programs are told besides, such as {@code HOTLEADS_PRACTICE_ZONE}
 */
record Practice(
        String account,
        String region,
        String host,
        String certificate,
        String mailFrom,
        String version,
        String bucketAddresses,
        String privateAuthority,
        String anchors,
        Map<String, String> settings) {
    private static final String SETTING = "HOTLEADS_";
    private static final Pattern ANCHORS = Pattern.compile(Trail.ANCHORS + "(-[0-9]{1,4})?");

    /** From the lines of a properties file; a missing one is named. */
    static Practice of(Map<String, String> lines) {
        Map<String, String> settings = new TreeMap<>(lines);
        settings.keySet().removeIf(name -> !name.startsWith(SETTING));
        return new Practice(
                needed(lines, "account"),
                needed(lines, "region"),
                needed(lines, "host"),
                needed(lines, "certificate"),
                needed(lines, "mail-from"),
                needed(lines, "version"),
                needed(lines, "bucket-addresses"),
                lines.getOrDefault("private-authority", ""),
                anchors(lines),
                Map.copyOf(settings));
    }

    private static String anchors(Map<String, String> lines) {
        String folder = lines.getOrDefault("anchors", Trail.ANCHORS);
        if (!ANCHORS.matcher(folder).matches()) {
            throw new IllegalArgumentException(
                    "The practice's file names no folder of anchors; after a restore it is: anchors-1, anchors-2, …");
        }
        return folder;
    }

    private static String needed(Map<String, String> lines, String name) {
        String value = lines.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("The practice's file does not say: " + name);
        }
        return value;
    }

    String publicUrl() {
        return "https://" + host;
    }
}
