package hotleads.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * Buckets: one whose objects nobody can change or remove before their time, where core writes who was erased, and auth
 * and core how far their trails came, and one that keeps who looked at it.
 */
final class Trail extends Construct {
    /** The folder of the erasure ledger. */
    private static final String ERASURES = "erasures";

    /** How the folders of the trails' anchors begin, with one of each program's below. */
    static final String ANCHORS = "anchors";

    private static final int SIX_YEARS = 6 * 365 + 2;
    private static final int QUARTER = 90;

    private final Bucket locked;
    private final Bucket access;
    private final Key key;

    Trail(Construct scope, Key key) {
        super(scope, "Trail");
        this.key = key;
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

    /** The setting that names the erasure ledger. */
    String erasureLedger() {
        return "s3://" + locked.getBucketName() + "/" + ERASURES;
    }

    /** The setting that names where the trails' anchors lie. */
    String anchors(Practice practice) {
        return "s3://" + locked.getBucketName() + "/" + practice.anchors();
    }

    /** The folders that a program keeps things in; of anchors also those of before a restore, and after the next. */
    private static List<String> foldersOf(Program program) {
        return switch (program) {
            case AUTH -> List.of(ANCHORS + "*/" + program.word());
            case CORE -> List.of(ANCHORS + "*/" + program.word(), ERASURES);
            case GATEWAY, WEBHOOKS, SYNC -> List.of();
        };
    }

    /**
     * What it takes to keep things there: putting into the program's folders, reading every version in them, seeing
     * that the bucket is locked. Nothing that deletes, and nothing that says for how long a thing is kept.
     */
    List<PolicyStatement> keeping(Program... programs) {
        List<String> within = Stream.of(programs)
                .flatMap(program -> foldersOf(program).stream())
                .map(folder -> folder + "/*")
                .toList();
        return List.of(
                PolicyStatement.Builder.create()
                        .actions(List.of("s3:PutObject", "s3:GetObjectVersion"))
                        .resources(within.stream().map(locked::arnForObjects).toList())
                        .build(),
                PolicyStatement.Builder.create()
                        .actions(List.of("s3:ListBucketVersions"))
                        .resources(List.of(locked.getBucketArn()))
                        .conditions(Map.of("StringLike", Map.of("s3:prefix", within)))
                        .build(),
                PolicyStatement.Builder.create()
                        .actions(List.of("s3:GetBucketObjectLockConfiguration"))
                        .resources(List.of(locked.getBucketArn()))
                        .build());
    }

    /** The bucket's key encrypts the database too: through S3 and for this bucket it may be used, and not otherwise. */
    PolicyStatement usingItsKey() {
        return PolicyStatement.Builder.create()
                .actions(List.of("kms:GenerateDataKey", "kms:Decrypt"))
                .resources(List.of(key.getKeyArn()))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of(
                                "kms:ViaService",
                                "s3." + Stack.of(this).getRegion() + ".amazonaws.com",
                                "kms:EncryptionContext:aws:s3:arn",
                                locked.getBucketArn())))
                .build();
    }

    Bucket access() {
        return access;
    }
}
