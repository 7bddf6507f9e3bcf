package hotleads.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.deploy.Resources.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database on AWS: in two zones, to be brought back to any moment, and audited without values. */
class DatabaseTest {
    @ParameterizedTest
    @EnumSource
    void standsInTwoZonesAndCanBeBroughtBackToAnyMoment(Size size) {
        Resource instance = SomeTemplates.of(size).only("AWS::RDS::DBInstance");

        assertThat(instance.get("MultiAZ")).isEqualTo(true);
        assertThat((Number) instance.get("BackupRetentionPeriod"))
                .extracting(Number::intValue)
                .satisfies(days -> assertThat(days).isGreaterThanOrEqualTo(14));
        assertThat(instance.get("DeletionProtection")).isEqualTo(true);
        assertThat(instance.whole().get("DeletionPolicy")).isEqualTo("Retain");
        assertThat(instance.get("DeleteAutomatedBackups")).isEqualTo(false);
        assertThat(instance.list("EnableCloudwatchLogsExports")).contains("postgresql");
    }

    @ParameterizedTest
    @EnumSource
    void takesNothingWithoutTlsAndWritesNoValueIntoItsLog(Size size) {
        Resource parameters = SomeTemplates.of(size).only("AWS::RDS::DBParameterGroup");

        assertThat(Resources.map(parameters.get("Parameters")))
                .containsEntry("rds.force_ssl", "1")
                .containsEntry("pgaudit.log_parameter", "off")
                .containsEntry("log_error_verbosity", "terse")
                .containsEntry("log_parameter_max_length", "0")
                .containsEntry("log_parameter_max_length_on_error", "0")
                .satisfies(all -> assertThat(String.valueOf(all.get("shared_preload_libraries")))
                        .contains("pgaudit"));
    }

    @ParameterizedTest
    @EnumSource
    void hasAPasswordForEachRoleThatChangesEveryMonthAndIsInNoTemplate(Size size) {
        Resources resources = SomeTemplates.of(size);

        assertThat(resources.of("AWS::SecretsManager::RotationSchedule"))
                .hasSize(3)
                .allSatisfy(rotation -> assertThat(
                                rotation.get("HostedRotationLambda").toString())
                        .contains("PostgreSQLSingleUser"));
        assertThat(resources.only("AWS::RDS::DBInstance").properties())
                .doesNotContainKey("MasterUserPassword")
                .containsEntry("ManageMasterUserPassword", true);
        assertThat(resources.of("AWS::SecretsManager::Secret"))
                .allSatisfy(secret -> assertThat(secret.properties()).doesNotContainKey("SecretString"));
        assertThat(resources.of("AWS::Scheduler::Schedule"))
                .extracting(schedule -> schedule.get("Target").toString())
                .hasSize(2)
                .allMatch(target -> target.contains("ecs:updateService"));
    }
}
