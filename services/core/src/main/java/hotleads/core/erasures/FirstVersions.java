package hotleads.core.erasures;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRule;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * A place in a bucket of S3 that keeps every version of everything: what was put there first under each name, whatever
 * was put or deleted over it since. What goes wrong is said in our words: an answer of S3 is shown to nobody.
 */
final class FirstVersions {
    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int FORBIDDEN = 403;
    private static final int NOT_THERE = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client client;
    private final String bucket;
    private final String folder;
    private final String ledger;
    private final String where;

    /**
     * In the region that the environment names. Who may ask is what the program's role says.
     *
     * @param ledger what it is called in messages
     * @param endpoint an emulator's address; null for the region's own
     */
    FirstVersions(String bucket, String folder, String ledger, @Nullable URI endpoint) {
        this.bucket = bucket;
        this.folder = folder + "/";
        this.ledger = ledger;
        this.where = endpoint == null ? "S3" : endpoint + " (HOTLEADS_AWS_ENDPOINT)";
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(LONGEST_TRY).apiCallTimeout(LONGEST));
        // An emulator has no name for each bucket.
        this.client = asking(() -> endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).forcePathStyle(true).build());
    }

    /** What was put first under one name. */
    record Version(String id, long size) {}

    /**
     * Every name there ever was, in the order of names, with its first version: empty where that is gone, and only a
     * mark says that something was there.
     */
    Map<String, Optional<Version>> names() {
        return namesFrom("");
    }

    private Map<String, Optional<Version>> namesFrom(String start) {
        return asking(() -> {
            Map<String, Optional<Version>> names = new TreeMap<>();
            client.listObjectVersionsPaginator(request -> request.bucket(bucket).prefix(folder + start))
                    .forEach(page -> take(page, names));
            return names;
        });
    }

    private void take(ListObjectVersionsResponse page, Map<String, Optional<Version>> names) {
        page.deleteMarkers().forEach(mark -> names.putIfAbsent(nameOf(mark.key()), Optional.empty()));
        // S3 lists the versions of a name from the last to the first, across pages too: the last one told is the first.
        for (ObjectVersion version : page.versions()) {
            names.put(nameOf(version.key()), Optional.of(new Version(version.versionId(), version.size())));
        }
    }

    private String nameOf(String key) {
        return key.substring(folder.length());
    }

    /** What was put first under a name, if it is there. */
    Optional<Version> first(String name) {
        return namesFrom(name).getOrDefault(name, Optional.empty());
    }

    byte[] read(String name, Version version) {
        return asking(() -> client.getObjectAsBytes(
                        request -> request.bucket(bucket).key(folder + name).versionId(version.id()))
                .asByteArray());
    }

    /** Puts it there unless something is: also when another does the same at this moment. */
    void putIfAbsent(String name, byte[] bytes) {
        asking(() -> {
            try {
                return Optional.of(client.putObject(
                        request -> request.bucket(bucket)
                                .key(folder + name)
                                .ifNoneMatch("*")
                                // Asked for wherever an object is kept from being deleted.
                                .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                        RequestBody.fromBytes(bytes)));
            } catch (AwsServiceException refused) {
                if (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT) {
                    return Optional.empty();
                }
                throw refused;
            }
        });
    }

    /** @throws LedgerUnusable where what is put could be deleted before its time, by whomever */
    void refuseUnlessLocked() {
        boolean locked = asking(this::lock)
                .filter(lock -> lock.objectLockEnabled() == ObjectLockEnabled.ENABLED)
                .map(ObjectLockConfiguration::rule)
                .map(ObjectLockRule::defaultRetention)
                .filter(kept -> kept.mode() == ObjectLockRetentionMode.COMPLIANCE)
                .isPresent();
        if (!locked) {
            throw new LedgerUnusable(
                    "The bucket of " + ledger + " would let what it holds be deleted. Name one with object"
                            + " lock, whose default retention is in compliance mode");
        }
    }

    private Optional<ObjectLockConfiguration> lock() {
        try {
            return Optional.ofNullable(client.getObjectLockConfiguration(request -> request.bucket(bucket))
                    .objectLockConfiguration());
        } catch (AwsServiceException refused) {
            if (codeOf(refused).equals("ObjectLockConfigurationNotFoundError")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (AwsServiceException refused) {
            throw new LedgerUnusable(why(refused));
        } catch (SdkException away) {
            throw new LedgerUnusable(
                    where + " cannot be asked for " + ledger + ": no way there, no region (AWS_REGION), or"
                            + " no AWS credentials here. Until it can, nobody is erased");
        }
    }

    private String why(AwsServiceException refused) {
        String code = codeOf(refused);
        if (refused.statusCode() == FORBIDDEN) {
            return where + " denies us " + ledger + ". Allow core's role s3:ListBucketVersions and"
                    + " s3:GetBucketObjectLockConfiguration on its bucket, s3:GetObjectVersion and s3:PutObject below its"
                    + " folder, and the use of the bucket's key at KMS";
        }
        if (refused.statusCode() == NOT_THERE && code.equals("NoSuchBucket")) {
            return where + " has no bucket for " + ledger + ". Name the one that exists";
        }
        return where + " refuses " + ledger + " with " + (refused.statusCode() + " " + code).strip()
                + ". Until it does not, nobody is erased";
    }

    private static String codeOf(AwsServiceException refused) {
        return refused.awsErrorDetails() == null
                ? ""
                : Objects.toString(refused.awsErrorDetails().errorCode(), "");
    }
}
