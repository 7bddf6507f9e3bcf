package hotleads.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.deploy.Resources.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that lies anywhere is encrypted under a key of the practice's own, and every key rotates. */
class EncryptionTest {
    @ParameterizedTest
    @EnumSource
    void whatLiesSomewhereHasAKeyOfOurs(Size size) {
        Resources resources = SomeTemplates.of(size);

        assertOurKey(resources, "AWS::Logs::LogGroup", "KmsKeyId");
        assertOurKey(resources, "AWS::SecretsManager::Secret", "KmsKeyId");
        assertOurKey(resources, "AWS::SNS::Topic", "KmsMasterKeyId");
        assertOurKey(resources, "AWS::RDS::DBInstance", "KmsKeyId");
        assertOurKey(resources, "AWS::RDS::DBInstance", "PerformanceInsightsKMSKeyId");
        assertThat(resources.only("AWS::RDS::DBInstance").get("StorageEncrypted"))
                .isEqualTo(true);
        assertThat(resources
                        .only("AWS::RDS::DBInstance")
                        .get("MasterUserSecret")
                        .toString())
                .isNotNull();
        assertThat(resources.only("AWS::ECS::Cluster").get("Configuration").toString())
                .contains("FargateEphemeralStorageKmsKeyId");
        assertThat(resources.of("AWS::S3::Bucket"))
                .hasSize(2)
                .allSatisfy(bucket ->
                        assertThat(bucket.get("BucketEncryption").toString()).contains("SSEAlgorithm"));
        assertThat(resources.of("AWS::KMS::Key")).hasSize(3).allSatisfy(EncryptionTest::rotates);
    }

    private static void assertOurKey(Resources resources, String type, String property) {
        List<Resource> found = resources.of(type);
        assertThat(found)
                .as(type)
                .isNotEmpty()
                .allSatisfy(one -> assertThat(Resources.named(one.get(property)))
                        .as(one.id())
                        .singleElement()
                        .satisfies(key -> assertThat(resources.byId(key).type()).isEqualTo("AWS::KMS::Key")));
    }

    private static void rotates(Resource key) {
        assertThat(key.get("EnableKeyRotation")).as(key.id()).isEqualTo(true);
        assertThat(key.whole().get("DeletionPolicy")).as(key.id()).isEqualTo("Retain");
    }

    @Test
    void imagesAreEncryptedAndNeverReplaced() {
        assertThat(SomeTemplates.ofImages().of("AWS::ECR::Repository"))
                .hasSize(6)
                .allSatisfy(repository -> {
                    assertThat(repository.get("ImageTagMutability")).isEqualTo("IMMUTABLE");
                    assertThat(repository.get("EncryptionConfiguration").toString())
                            .contains("KMS");
                });
    }

    @ParameterizedTest
    @EnumSource
    void bucketsTakeNothingInPlainTextAndTheLockedOneLetsNothingGoForSixYears(Size size) {
        Resources resources = SomeTemplates.of(size);

        assertThat(resources.of("AWS::S3::BucketPolicy"))
                .hasSize(2)
                .allSatisfy(policy ->
                        assertThat(policy.get("PolicyDocument").toString()).contains("aws:SecureTransport"));
        assertThat(resources.of("AWS::S3::Bucket").stream()
                        .filter(bucket -> bucket.get("ObjectLockEnabled").equals(true)))
                .singleElement()
                .satisfies(bucket -> assertThat(
                                bucket.get("ObjectLockConfiguration").toString())
                        .contains("Mode=COMPLIANCE", "Days=2192"));
    }
}
