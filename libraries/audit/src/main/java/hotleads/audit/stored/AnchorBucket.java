package hotleads.audit.stored;

import hotleads.audit.chain.Anchor;
import hotleads.audit.chain.ChainLines;
import hotleads.audit.locked.FirstVersions;
import hotleads.audit.locked.FirstVersions.Version;
import hotleads.audit.locked.FirstVersions.Words;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * An anchor a day in a bucket at S3 that lets nothing go before its time: nobody's rights, not the account's own,
 * suffice to take back how far the chain had come. What was put first under a day counts.
 */
public final class AnchorBucket implements AnchorsOutside {
    private static final String SETTING = "HOTLEADS_AUDIT_ANCHORS";
    /** One takes some three hundred bytes. */
    private static final long LONGEST = 4_096;

    private final FirstVersions versions;
    private final String chain;

    /**
     * By the setting.
     *
     * @param place {@code s3://BUCKET/FOLDER}; each chain has a folder of its own below
     * @param endpoint an emulator's address instead of AWS; blank for AWS
     * @throws BucketUnusable when it names no place in a bucket
     */
    public AnchorBucket(String place, String endpoint, String chain) {
        this.versions = new FirstVersions(
                place,
                endpoint,
                new Words(
                        SETTING,
                        "the audit trail's anchors",
                        "none is put there and the trail is not checked",
                        BucketUnusable::new));
        this.chain = chain;
    }

    /** What is wrong with the bucket, in words for whoever runs the program. */
    public static final class BucketUnusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        BucketUnusable(String why) {
            super(why);
        }
    }

    /**
     * Puts it there unless that day has one.
     *
     * @throws BucketUnusable when none lies there afterwards, or it could be deleted
     */
    void keep(LocalDate day, Anchor anchor) {
        versions.refuseUnlessLocked();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (ChainLines writer = new ChainLines(line)) {
            writer.anchor(anchor);
        }
        versions.putIfAbsent(nameOf(day), line.toByteArray());
        boolean isThere = versions.first(nameOf(day))
                .map(first -> anchorsIn(nameOf(day), first))
                .filter(found -> !found.isEmpty())
                .isPresent();
        if (!isThere) {
            throw new BucketUnusable("Somebody put what is no anchor where that of " + day
                    + " belongs, and the bucket keeps it: who may put there, and who did?");
        }
    }

    private String nameOf(LocalDate day) {
        return chain + "/" + day;
    }

    /** A day that holds none is left out: the alarm about it was given that day. */
    @Override
    public void read(Consumer<Anchor> each) {
        versions.namesFrom(chain + "/")
                .forEach((name, first) ->
                        first.map(version -> anchorsIn(name, version)).ifPresent(found -> found.forEach(each)));
    }

    private List<Anchor> anchorsIn(String name, Version version) {
        return version.size() > LONGEST
                ? List.of()
                : AnchorFile.anchorsIn(new String(versions.read(name, version), StandardCharsets.UTF_8));
    }
}
