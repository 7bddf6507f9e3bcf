package hotleads.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** Buckets: one whose objects nobody can change or remove before their time, and one that keeps who looked at it. */
final class Trail extends Construct {
    private static final int SIX_YEARS = 6 * 365 + 2;
    private static final int QUARTER = 90;

    private final Bucket locked;
    private final Bucket access;

    Trail(Construct scope, Key key) {
        super(scope, "Trail");
        access = Bucket.Builder.create(this, "Access")
                // The load balancer writes here, and can use no key of ours.
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .expiration(Duration.days(QUARTER))
                        .noncurrentVersionExpiration(Duration.days(1))
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        skip(access, "CKV_AWS_18", "It is where others log to; its own log would log itself.");
        locked = Bucket.Builder.create(this, "Locked")
                .encryption(BucketEncryption.KMS)
                .encryptionKey(key)
                .bucketKeyEnabled(true)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .versioned(true)
                .objectLockEnabled(true)
                .objectLockDefaultRetention(ObjectLockRetention.compliance(Duration.days(SIX_YEARS)))
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .serverAccessLogsBucket(access)
                .serverAccessLogsPrefix("locked/")
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .abortIncompleteMultipartUploadAfter(Duration.days(1))
                        .build()))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private static void skip(Bucket bucket, String check, String why) {
        if (bucket.getNode().getDefaultChild() instanceof CfnBucket resource) {
            resource.addMetadata("checkov", Map.of("skip", List.of(Map.of("id", check, "comment", why))));
        }
    }

    Bucket locked() {
        return locked;
    }

    Bucket access() {
        return access;
    }
}
