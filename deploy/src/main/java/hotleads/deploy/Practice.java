package hotleads.deploy;

import java.util.Map;
import java.util.TreeMap;

/**
 * What differs from one practice to the next.
 *
 * @param host the name people open
 * @param certificate the ARN of that name's certificate
 * @param version the tag of the images that run
 * @param bucketAddresses the region's list of S3's addresses (pl-…), the only ones of S3 that tasks may reach
 * @param privateAuthority the ARN of the authority whose certificates the programs show each other in the large size
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
        Map<String, String> settings) {
    private static final String SETTING = "HOTLEADS_";

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
                Map.copyOf(settings));
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
