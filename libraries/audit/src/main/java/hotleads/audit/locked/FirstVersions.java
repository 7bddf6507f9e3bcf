package hotleads.audit.locked;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
public final class FirstVersions {
    private static final Duration LONGEST_TRY = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final int FORBIDDEN = 403;
    private static final int NOT_THERE = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    // No dots in a bucket's name: TLS to a name of several parts would not be certain whom it speaks to.
    private static final Pattern PLACE =
            Pattern.compile("s3://([a-z0-9][a-z0-9-]{1,61}[a-z0-9])/([A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*)");

    private final S3Client client;
    private final String bucket;
    private final String folder;
    private final Words words;
    private final String where;

    /**
     * In the region that the environment names. Who may ask is what the program's role says.
     *
     * @param place a folder in a bucket, {@code s3://BUCKET/FOLDER}
     * @param endpoint an emulator's address; blank for the region's own
     * @throws RuntimeException the words' own, when it names no such place
     */
    public FirstVersions(String place, String endpoint, Words words) {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw words.failure.apply(words.setting + " names no folder in a bucket. It looks like"
                    + " s3://my-locked-bucket/my-folder, without dots in the bucket's name and without a slash at the"
                    + " end");
        }
        this.bucket = parts.group(1);
        this.folder = parts.group(2) + "/";
        this.words = words;
        this.where = endpoint.isBlank() ? "S3" : endpoint + " (HOTLEADS_AWS_ENDPOINT)";
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(
                        limits -> limits.apiCallAttemptTimeout(LONGEST_TRY).apiCallTimeout(LONGEST));
        // An emulator has no name for each bucket.
        this.client = asking(() -> endpoint.isBlank()
                ? builder.build()
                : builder.endpointOverride(URI.create(endpoint))
                        .forcePathStyle(true)
                        .build());
    }

    /**
     * What is said when something is wrong, and by what.
     *
     * @param setting that names the place
     * @param what lies there
     * @param meanwhile what does not happen until it can be reached
     */
    public record Words(
            String setting, String what, String meanwhile, Function<String, ? extends RuntimeException> failure) {}

    /** What was put first under one name. */
    public record Version(String id, long size) {}

    /**
     * Every name there ever was, in the order of names, with its first version: empty where that is gone, and only a
     * mark says that something was there.
     */
    public Map<String, Optional<Version>> names() {
        return namesFrom("");
    }

    /** Of those names, the ones that begin so. */
    public Map<String, Optional<Version>> namesFrom(String start) {
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
    public Optional<Version> first(String name) {
        return namesFrom(name).getOrDefault(name, Optional.empty());
    }

    public byte[] read(String name, Version version) {
        return asking(() -> client.getObjectAsBytes(
                        request -> request.bucket(bucket).key(folder + name).versionId(version.id()))
                .asByteArray());
    }

    /** Puts it there unless something is: also when another does the same at this moment. */
    public void putIfAbsent(String name, byte[] bytes) {
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

    /** @throws RuntimeException the words' own, where what is put could be deleted before its time, by whomever */
    public void refuseUnlessLocked() {
        boolean locked = asking(this::lock)
                .filter(lock -> lock.objectLockEnabled() == ObjectLockEnabled.ENABLED)
                .map(ObjectLockConfiguration::rule)
                .map(ObjectLockRule::defaultRetention)
                .filter(kept -> kept.mode() == ObjectLockRetentionMode.COMPLIANCE)
                .isPresent();
        if (!locked) {
            throw words.failure.apply(
                    "The bucket of " + words.what + " would let what it holds be deleted. Name one with object"
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
            throw words.failure.apply(why(refused));
        } catch (SdkException away) {
            throw words.failure.apply(
                    where + " cannot be asked for " + words.what + ": no way there, no region (AWS_REGION), or"
                            + " no AWS credentials here. Until it can, " + words.meanwhile);
        }
    }

    private String why(AwsServiceException refused) {
        String code = codeOf(refused);
        if (refused.statusCode() == FORBIDDEN) {
            return where + " denies us " + words.what + ". Allow the program's role s3:ListBucketVersions and"
                    + " s3:GetBucketObjectLockConfiguration on its bucket, s3:GetObjectVersion and s3:PutObject below its"
                    + " folder, and the use of the bucket's key at KMS";
        }
        if (refused.statusCode() == NOT_THERE && code.equals("NoSuchBucket")) {
            return where + " has no bucket for " + words.what + ". Name the one that exists";
        }
        return where + " refuses " + words.what + " with " + (refused.statusCode() + " " + code).strip()
                + ". Until it does not, " + words.meanwhile;
    }

    private static String codeOf(AwsServiceException refused) {
        return refused.awsErrorDetails() == null
                ? ""
                : Objects.toString(refused.awsErrorDetails().errorCode(), "");
    }
}
