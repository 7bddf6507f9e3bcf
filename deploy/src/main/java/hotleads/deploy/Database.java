package hotleads.deploy;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.rds.CaCertificate;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.IInstanceEngine;
import software.amazon.awscdk.services.rds.ParameterGroup;
import software.amazon.awscdk.services.rds.PerformanceInsightRetention;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.StorageType;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** PostgreSQL, and a password for each role that may connect. */
final class Database extends Construct {
    /** The three who connect; the fourth makes them, and is used by migrate alone. */
    enum Login {
        HL_OWNER,
        HL_AUTH,
        HL_CORE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String NAME = "hotleads";
    static final String ADMIN = "hl_admin";
    /** What RDS is told; pgaudit writes statements with their places for values, never the values. */
    static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("rds.force_ssl", "1"),
            Map.entry("ssl_min_protocol_version", "TLSv1.2"),
            Map.entry("shared_preload_libraries", "pgaudit,pg_stat_statements"),
            Map.entry("pgaudit.log", "ddl,role"),
            Map.entry("pgaudit.log_parameter", "off"),
            Map.entry("pgaudit.log_catalog", "off"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("log_connections", "1"),
            Map.entry("log_disconnections", "1"),
            // Errors and slow statements quote what they were given.
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"));

    private final DatabaseInstance instance;
    private final Map<Login, Secret> passwords = new EnumMap<>(Login.class);

    Database(Construct scope, Size size, String installation, Network network, Key key, LogGroups logGroups) {
        super(scope, "Database");
        IInstanceEngine engine = DatabaseInstanceEngine.postgres(PostgresInstanceEngineProps.builder()
                .version(PostgresEngineVersion.VER_18_3)
                .build());
        String name = "hotleads-" + installation;
        var logs = List.of("postgresql", "upgrade").stream()
                .map(kind -> logGroups.named("Database-" + kind, "/aws/rds/instance/" + name + "/" + kind))
                .toList();
        instance = DatabaseInstance.Builder.create(this, "Instance")
                .instanceIdentifier(name)
                .engine(engine)
                .instanceType(new InstanceType(size.database()))
                .vpc(network.vpc())
                .vpcSubnets(network.insideSelection())
                .securityGroups(List.of(network.database()))
                .publiclyAccessible(false)
                .multiAz(true)
                .databaseName(NAME)
                .credentials(Credentials.fromUsername(ADMIN))
                .manageMasterUserPassword(true)
                .parameterGroup(ParameterGroup.Builder.create(this, "Parameters")
                        .engine(engine)
                        .description("TLS only, and an audit without values")
                        .parameters(PARAMETERS)
                        .build())
                .caCertificate(CaCertificate.RDS_CA_ECC384_G1)
                .storageType(StorageType.GP3)
                .allocatedStorage(size.databaseGiB())
                .maxAllocatedStorage(size.databaseGiB() * 5)
                .storageEncrypted(true)
                .storageEncryptionKey(key)
                .backupRetention(Duration.days(size.backupDays()))
                .preferredBackupWindow("07:00-07:30")
                .preferredMaintenanceWindow("sun:08:00-sun:08:30")
                .deleteAutomatedBackups(false)
                .copyTagsToSnapshot(true)
                .autoMinorVersionUpgrade(true)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .iamAuthentication(true)
                .cloudwatchLogsExports(List.of("postgresql", "upgrade"))
                .enablePerformanceInsights(true)
                .performanceInsightRetention(PerformanceInsightRetention.DEFAULT)
                .performanceInsightEncryptionKey(key)
                .monitoringInterval(Duration.minutes(1))
                .monitoringRole(monitoring())
                .build();
        // RDS makes the groups itself when they are not there yet, without a key and without an end.
        logs.forEach(instance.getNode()::addDependency);
        for (Login role : Login.values()) {
            passwords.put(role, password(role, key));
        }
    }

    private IRole monitoring() {
        return Role.Builder.create(this, "Monitoring")
                .assumedBy(new ServicePrincipal("monitoring.rds.amazonaws.com"))
                .managedPolicies(
                        List.of(ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonRDSEnhancedMonitoringRole")))
                .build();
    }

    /** In the form that Secrets Manager's own rotation for PostgreSQL reads. */
    private Secret password(Login role, Key key) {
        return Secret.Builder.create(this, "Password-" + role.word())
                .description("The password of the database role " + role.word())
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.RETAIN)
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate("{\"engine\":\"postgres\",\"username\":\"" + role.word()
                                + "\",\"dbname\":\"" + NAME + "\",\"port\":5432,\"host\":\""
                                + instance.getDbInstanceEndpointAddress() + "\"}")
                        .generateStringKey("password")
                        .passwordLength(40)
                        .excludePunctuation(true)
                        .build())
                .build();
    }

    String url() {
        return "jdbc:postgresql://" + instance.getDbInstanceEndpointAddress() + ":5432/" + NAME + "?sslrootcert="
                + Images.DATABASE_AUTHORITY;
    }

    Secret password(Login role) {
        return Optional.ofNullable(passwords.get(role)).orElseThrow();
    }

    /** Made and changed every week by RDS. */
    ISecret admin() {
        return Optional.ofNullable(instance.getSecret()).orElseThrow();
    }

    DatabaseInstance instance() {
        return instance;
    }
}
