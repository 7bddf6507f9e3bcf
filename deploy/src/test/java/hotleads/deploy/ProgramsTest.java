package hotleads.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the programs are started on AWS. */
class ProgramsTest {
    private static final Path ROLES = Path.of("../app/src/main/java/hotleads/app/programs/Role.java");
    private static final Set<String> OF_EVERY_PROGRAM = Set.of("SERVER_PORT");

    private final Resources small = SomeTemplates.of(Size.SMALL);

    @ParameterizedTest
    @EnumSource
    void areToldWhatTheyKnowAndAllThatTheyNeed(Program program) throws IOException {
        Set<String> told = told(program);

        assertThat(known(program))
                .containsAll(told.stream()
                        .filter(name -> !OF_EVERY_PROGRAM.contains(name))
                        .toList());
        assertThat(told).containsAll(needed(program));
    }

    private Set<String> told(Program program) {
        Map<String, Object> container = small.container(program.word());
        return Stream.of("Environment", "Secrets")
                .flatMap(kind -> Resources.listOf(container.get(kind)).stream())
                .map(one -> String.valueOf(Resources.map(one).get("Name")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The launcher's row of the program; what is a file there is a value here. */
    static Set<String> known(Program program) throws IOException {
        Matcher row = Pattern.compile("\\n    " + program.name() + "\\(.*?Set\\.of\\((.*?)\\)\\)", Pattern.DOTALL)
                .matcher(Files.readString(ROLES));
        assertThat(row.find()).isTrue();
        return Pattern.compile("\"(\\w+)\"")
                .matcher(row.group(1))
                .results()
                .map(name -> name.group(1))
                .flatMap(name -> Stream.of(name, name.replaceFirst("_FILE$", "")))
                .collect(Collectors.toSet());
    }

    /** Without which the program says that it cannot start. */
    static List<String> needed(Program program) throws IOException {
        Path settings = Path.of("../services", program.word(), "src/main/resources/application.yaml");
        return Pattern.compile("(?m)^    (HOTLEADS_\\w+): ")
                .matcher(Files.readString(settings))
                .results()
                .map(name -> name.group(1))
                .map(name -> name.equals("HOTLEADS_FRONTEND_DIR") ? name : name.replaceFirst("_FILE$", ""))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void runAsNobodyOnWhatTheyCannotChange(Size size) {
        Resources resources = SomeTemplates.of(size);

        Stream.concat(Stream.of(Program.values()).map(Program::word), Stream.of("migrate", "invite"))
                .map(resources::container)
                .forEach(container -> {
                    assertThat(container)
                            .containsEntry("ReadonlyRootFilesystem", true)
                            .containsEntry("User", "10001")
                            .containsEntry("Privileged", false);
                    assertThat(String.valueOf(container.get("LinuxParameters"))).contains("Drop=[ALL]");
                    assertThat(String.valueOf(container.get("LogConfiguration")))
                            .contains("awslogs");
                });
    }

    @Test
    void aSecretStandsInNoTemplate() {
        assertThat(small.of("AWS::ECS::TaskDefinition"))
                .flatExtracting(task -> task.list("ContainerDefinitions"))
                .flatExtracting(
                        container -> Resources.listOf(Resources.map(container).getOrDefault("Environment", List.of())))
                .extracting(setting -> String.valueOf(Resources.map(setting).get("Name")))
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|TOKEN|API_KEY|SERVICE_KEY|SYNC_KEY|TLS_KEY).*"));
    }

    @ParameterizedTest
    @EnumSource
    void eachReachesItsOwnSecretsAlone(Program program) {
        Set<String> readable = secretsOf(small.task(program.word()).get("ExecutionRoleArn"));

        Set<String> expected = new TreeSet<>(Set.of("Secrets" + program.word()));
        if (program.storesData()) {
            expected.add("DatabasePasswordhl" + program.word());
        }
        assertThat(readable).isEqualTo(expected);
        assertThat(secretsOf(small.task(program.word()).get("TaskRoleArn"))).isEmpty();
    }

    /** Who it is for is no secret, and in no template all the same: it is a person's address. */
    @ParameterizedTest
    @EnumSource
    void whatInvitesTheFirstAdministratorIsToldWhereAuthIsAndReachesTheLaunchersKeyAlone(Size size) {
        Map<String, Object> container = SomeTemplates.of(size).container("invite");

        assertThat(Resources.listOf(container.get("Environment")))
                .extracting(one -> Resources.map(one).get("Name"))
                .containsExactly("HOTLEADS_AUTH_URL");
        assertThat(Resources.listOf(container.get("Secrets")))
                .extracting(one -> Resources.map(one).get("Name"))
                .containsExactlyInAnyOrder("HOTLEADS_SERVICE_KEY", "HOTLEADS_FIRST_ADMIN");
        assertThat(container.get("Command")).isEqualTo(List.of("invite"));
        assertThat(secretsOf(small.task("invite").get("ExecutionRoleArn"))).containsExactly("Secretsinvite");
        assertThat(secretsOf(small.task("invite").get("TaskRoleArn"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatInvitesTheFirstAdministratorFindsAuthByAName(Size size) {
        Resources resources = SomeTemplates.of(size);
        String name = Resources.listOf(resources.container("invite").get("Environment")).stream()
                .map(one -> String.valueOf(Resources.map(one).get("Value")))
                .map(address -> address.replaceFirst("http://([a-z-]+)\\.hotleads\\.internal:8101", "$1"))
                .findFirst()
                .orElseThrow();

        assertThat(resources.of("AWS::ServiceDiscovery::Service"))
                .extracting(service -> service.get("Name"))
                .contains(name);
    }

    private Set<String> secretsOf(Object role) {
        String id = Resources.named(role).getFirst();
        return small.of("AWS::IAM::Policy").stream()
                .filter(policy -> Resources.named(policy.get("Roles")).contains(id))
                .flatMap(policy ->
                        Resources.listOf(
                                Resources.map(policy.get("PolicyDocument")).get("Statement"))
                                .stream())
                .map(Resources::map)
                .filter(statement -> String.valueOf(statement.get("Action")).contains("secretsmanager"))
                .flatMap(statement -> Resources.named(statement.get("Resource")).stream())
                .map(secret -> secret.replaceFirst("[0-9A-F]{8}$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void onlyTheStoringOnesAskKmsAndEachForItself() {
        Map<String, String> contexts = small.of("AWS::IAM::Policy").stream()
                .filter(policy -> policy.get("PolicyDocument").toString().contains("EncryptionContext:program"))
                .collect(Collectors.toMap(
                        policy -> policy.id().replaceFirst("^Programs(\\w+)taskTaskRole.*", "$1"),
                        policy -> policy.get("PolicyDocument")
                                .toString()
                                .replaceFirst("(?s).*EncryptionContext:program=(\\w+).*", "$1")));

        assertThat(contexts).isEqualTo(Map.of("auth", "auth", "core", "core"));
    }

    @Test
    void authAndCoreKeepInTheLockedBucketWhatIsTheirsAndCanTakeNothingBack() {
        String bucket = small.of("AWS::S3::Bucket").stream()
                .filter(one -> one.get("ObjectLockEnabled").equals(true))
                .map(Resources.Resource::id)
                .findFirst()
                .orElseThrow();
        assertThat(told("core", "HOTLEADS_ERASURE_LEDGER"))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("s3://", bucket, "/erasures");
        assertThat(Stream.of("auth", "core").flatMap(one -> told(one, "HOTLEADS_AUDIT_ANCHORS").stream()))
                .hasSize(2)
                .allSatisfy(value -> assertThat(value).contains("s3://", bucket, "/anchors"));
        assertThat(told("auth", "HOTLEADS_ERASURE_LEDGER")).isEmpty();

        assertThat(small.statements()
                        .filter(one -> "Allow".equals(one.getValue().get("Effect")))
                        .filter(one ->
                                Resources.named(one.getValue().get("Resource")).contains(bucket))
                        .map(one -> one.getKey().id().replaceFirst("[0-9A-F]{8}$", "") + " "
                                + one.getValue().get("Action") + " "
                                + shape(one.getValue().get("Resource")) + " "
                                + shape(one.getValue().getOrDefault("Condition", ""))))
                .containsExactlyInAnyOrderElementsOf(Map.of(
                                "ProgramsauthtaskTaskRoleDefaultPolicy",
                                List.of("anchors*/auth/*"),
                                "ProgramscoretaskTaskRoleDefaultPolicy",
                                List.of("anchors*/core/*", "erasures/*"),
                                "NetworkVpcBuckets",
                                List.of("anchors*/auth/*", "anchors*/core/*", "erasures/*"))
                        .entrySet()
                        .stream()
                        .flatMap(one -> mayKeep(one.getKey(), one.getValue()))
                        .toList());
    }

    private List<String> told(String program, String setting) {
        return Resources.listOf(small.container(program).get("Environment")).stream()
                .map(Resources::map)
                .filter(one -> setting.equals(one.get("Name")))
                .map(one -> String.valueOf(one.get("Value")))
                .toList();
    }

    private static Stream<String> mayKeep(String who, List<String> folders) {
        List<String> objects =
                folders.stream().map(folder -> "BUCKET/" + folder).toList();
        return Stream.of(
                who + " [s3:GetObjectVersion, s3:PutObject] " + single(objects) + " ",
                who + " s3:ListBucketVersions BUCKET {StringLike={s3:prefix=" + folders + "}}",
                who + " s3:GetBucketObjectLockConfiguration BUCKET ");
    }

    /** As CloudFormation writes what there is but one of. */
    private static String single(List<String> values) {
        return values.size() == 1 ? values.getFirst() : values.toString();
    }

    /** The bucket's key is the database's as well: auth and core may have it used by S3, for this bucket. */
    @Test
    void theKeyOfTheLockedBucketIsUsedThroughS3Alone() {
        assertThat(small.of("AWS::IAM::Policy").stream()
                        .filter(policy -> policy.id().contains("taskTaskRole"))
                        .flatMap(policy ->
                                Resources.listOf(Resources.map(policy.get("PolicyDocument"))
                                                .get("Statement"))
                                        .stream()
                                        .map(Resources::map)
                                        .filter(statement -> Resources.named(statement.get("Resource")).stream()
                                                .anyMatch(key -> key.startsWith("KeysData")))
                                        .map(statement -> policy.id().replaceFirst("task.*", "") + " "
                                                + statement.get("Action") + " " + shape(statement.get("Condition")))))
                .containsExactlyInAnyOrder(
                        "Programsauth [kms:Decrypt, kms:GenerateDataKey]"
                                + " {StringEquals={kms:EncryptionContext:aws:s3:arn=BUCKET, kms:ViaService=s3.us-east-1.amazonaws.com}}",
                        "Programscore [kms:Decrypt, kms:GenerateDataKey]"
                                + " {StringEquals={kms:EncryptionContext:aws:s3:arn=BUCKET, kms:ViaService=s3.us-east-1.amazonaws.com}}");
    }

    /** With what CloudFormation puts together as it stands once it did. */
    private static String shape(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            if (map.get("Fn::GetAtt") != null) {
                return "BUCKET";
            }
            if (map.get("Fn::Join") != null) {
                return Resources.listOf(Resources.listOf(map.get("Fn::Join")).get(1)).stream()
                        .map(ProgramsTest::shape)
                        .collect(Collectors.joining());
            }
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + shape(entry.getValue()))
                    .sorted()
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ProgramsTest::shape).toList().toString();
        }
        return String.valueOf(value);
    }

    @ParameterizedTest
    @EnumSource
    void areReplacedOneAfterTheOtherAndBroughtBackWhenTheNewOnesFail(Size size) {
        assertThat(SomeTemplates.of(size).of("AWS::ECS::Service")).hasSize(5).allSatisfy(service -> {
            Map<String, Object> rolling = Resources.map(service.get("DeploymentConfiguration"));
            assertThat(rolling).containsEntry("MinimumHealthyPercent", 100).containsEntry("MaximumPercent", 200);
            assertThat(rolling.get("DeploymentCircuitBreaker")).isEqualTo(Map.of("Enable", true, "Rollback", true));
            assertThat(service.get("EnableExecuteCommand")).isEqualTo(false);
        });
        assertThat(SomeTemplates.of(size).of("AWS::ApplicationAutoScaling::ScalingPolicy"))
                .hasSize(5);
    }

    @Test
    void sayThatTheyAreAliveAndTasksEndByThemselves() {
        assertThat(Stream.of(Program.values()).map(program -> small.container(program.word())))
                .allSatisfy(container ->
                        assertThat(String.valueOf(container.get("HealthCheck"))).contains("AskHealth"));
        assertThat(small.container("migrate")).doesNotContainKey("HealthCheck");
        assertThat(small.container("invite")).doesNotContainKey("HealthCheck");
    }

    @Test
    void goOnLongerThanTheirAddressIsKnownByName() {
        long known = small.of("AWS::ServiceDiscovery::Service").stream()
                .flatMap(service ->
                        Resources.listOf(Resources.map(service.get("DnsConfig")).get("DnsRecords")).stream())
                .mapToLong(
                        dns -> Long.parseLong(String.valueOf(Resources.map(dns).get("TTL"))))
                .max()
                .orElseThrow();
        assertThat(Stream.of(Program.AUTH, Program.CORE, Program.WEBHOOKS, Program.SYNC))
                .allSatisfy(program -> {
                    Map<String, Object> container = small.container(program.word());
                    long lingers = Resources.listOf(container.get("Environment")).stream()
                            .map(Resources::map)
                            .filter(one -> "HOTLEADS_LINGER".equals(one.get("Name")))
                            .mapToLong(one -> Long.parseLong(String.valueOf(one.get("Value"))))
                            .findFirst()
                            .orElseThrow();
                    long asked = Resources.listOf(container.get("EntryPoint")).stream()
                            .map(String::valueOf)
                            .filter(word -> word.startsWith("-Dsun.net.inetaddr.ttl="))
                            .mapToLong(word -> Long.parseLong(word.substring(word.indexOf('=') + 1)))
                            .findFirst()
                            .orElseThrow();
                    assertThat(lingers).isGreaterThan(known + asked);
                    assertThat(((Number) Objects.requireNonNull(container.get("StopTimeout"))).longValue())
                            .isGreaterThanOrEqualTo(lingers + 30)
                            .isLessThanOrEqualTo(120);
                });
    }

    @Test
    void speakTlsWithEachOtherInTheLargeSize() {
        assertThat(SomeTemplates.of(Size.LARGE).of("AWS::ECS::Service"))
                .filteredOn(service -> !service.id().contains("gateway"))
                .hasSize(4)
                .allSatisfy(service -> assertThat(
                                service.get("ServiceConnectConfiguration").toString())
                        .contains("IssuerCertificateAuthority"));
    }
}
