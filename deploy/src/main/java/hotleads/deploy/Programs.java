package hotleads.deploy;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Capability;
import software.amazon.awscdk.services.ecs.CloudMapNamespaceOptions;
import software.amazon.awscdk.services.ecs.CloudMapOptions;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargatePlatformVersion;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.LinuxParameters;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.ManagedStorageConfiguration;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.ServiceConnectProps;
import software.amazon.awscdk.services.ecs.ServiceConnectService;
import software.amazon.awscdk.services.ecs.ServiceConnectTlsConfiguration;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** The five programs as services; migrate, and what lets the first administrator in, as tasks that run once. */
final class Programs extends Construct {
    static final String INVITE = "invite";
    /** A program's own name ends so where its usual one leads to a proxy. */
    private static final String ITSELF = "-itself";

    private static final String NAMESPACE = "hotleads.internal";
    private static final String WRITABLE = "writable";
    /** A name's addresses are those of this long ago, at most: {@link Images} has Java ask anew after five seconds. */
    private static final int NAMES_LAST = 5;

    /** Longer than anybody can know a task's address by its name. */
    private static final int LINGER = 15;

    private static final int LONGEST_STOP = LINGER + 30;

    private final Size size;
    private final Practice practice;
    private final Network network;
    private final Keys keys;
    private final Database database;
    private final Secrets secrets;
    private final LogGroups logGroups;
    private final Repositories repositories;
    private final Trail trail;
    private final Cluster cluster;
    private final Map<Program, FargateService> services = new EnumMap<>(Program.class);
    private final Map<Program, LogGroup> logs = new EnumMap<>(Program.class);

    Programs(
            Construct scope,
            Size size,
            Practice practice,
            Network network,
            Keys keys,
            Database database,
            Secrets secrets,
            LogGroups logGroups,
            Repositories repositories,
            Trail trail) {
        super(scope, "Programs");
        this.size = size;
        this.practice = practice;
        this.network = network;
        this.keys = keys;
        this.database = database;
        this.secrets = secrets;
        this.logGroups = logGroups;
        this.repositories = repositories;
        this.trail = trail;
        this.cluster = cluster();
        for (Program program : Program.values()) {
            services.put(program, service(program, task(program)));
        }
        migrate();
        invite();
    }

    private Cluster cluster() {
        return Cluster.Builder.create(this, "Cluster")
                .vpc(network.vpc())
                .containerInsightsV2(ContainerInsights.ENABLED)
                .defaultCloudMapNamespace(CloudMapNamespaceOptions.builder()
                        .name(NAMESPACE)
                        .useForServiceConnect(size.walled())
                        .build())
                .managedStorageConfiguration(ManagedStorageConfiguration.builder()
                        .fargateEphemeralStorageKmsKey(keys.data())
                        .build())
                .build();
    }

    private FargateTaskDefinition task(Program program) {
        FargateTaskDefinition task = definition(program.word(), program.cpu(), program.memoryMiB());
        LogGroup log = logGroups.of(program.word());
        logs.put(program, log);
        container(task, program.word(), Image.of(program), log, environment(program), secrets(program))
                .addPortMappings(PortMapping.builder()
                        .name(program.word())
                        .containerPort(program.port())
                        .build());
        if (program.storesData()) {
            letUseVault(program, task);
            Grant shipping = logGroups.audit().grantWrite(task.getTaskRole());
            shipping.assertSuccess();
            trail.keeping(program).forEach(task::addToTaskRolePolicy);
            task.addToTaskRolePolicy(trail.usingItsKey());
        }
        return task;
    }

    private FargateTaskDefinition definition(String name, int cpu, int memoryMiB) {
        return FargateTaskDefinition.Builder.create(this, name + "-task")
                .family("hotleads-" + size.word() + "-" + name)
                .cpu(cpu)
                .memoryLimitMiB(memoryMiB)
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.X86_64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .volumes(List.of(Volume.builder().name(WRITABLE).build()))
                .build();
    }

    private software.amazon.awscdk.services.ecs.ContainerDefinition container(
            FargateTaskDefinition task,
            String name,
            Image image,
            LogGroup log,
            Map<String, String> environment,
            Map<String, Secret> told) {
        var container = task.addContainer(
                name,
                ContainerDefinitionOptions.builder()
                        .containerName(name)
                        .image(ContainerImage.fromEcrRepository(repositories.of(image.name()), practice.version()))
                        .entryPoint(image.command())
                        .command(image.arguments())
                        .user(Images.USER)
                        .readonlyRootFilesystem(true)
                        .privileged(false)
                        .linuxParameters(withoutRights(name))
                        .environment(environment)
                        .secrets(told)
                        .healthCheck(image.isAskedForHealth() ? asksItself() : null)
                        .stopTimeout(Duration.seconds(LONGEST_STOP))
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(log)
                                .streamPrefix(name)
                                .build()))
                        .build());
        container.addMountPoints(MountPoint.builder()
                .sourceVolume(WRITABLE)
                .containerPath(Images.WRITABLE)
                .readOnly(false)
                .build());
        return container;
    }

    private LinuxParameters withoutRights(String name) {
        LinuxParameters parameters = LinuxParameters.Builder.create(this, name + "-rights")
                // Its signals reach the program, and what ended is cleared away.
                .initProcessEnabled(true)
                .build();
        parameters.dropCapabilities(Capability.ALL);
        return parameters;
    }

    private static HealthCheck asksItself() {
        return HealthCheck.builder()
                .command(java.util.stream.Stream.concat(java.util.stream.Stream.of("CMD"), Images.askHealth().stream())
                        .toList())
                .interval(Duration.seconds(30))
                .timeout(Duration.seconds(10))
                .retries(3)
                .startPeriod(Duration.minutes(3))
                .build();
    }

    /** What the program is told, by the names in the launcher's own list. */
    private Map<String, String> environment(Program program) {
        Map<String, String> told = new TreeMap<>();
        told.put("SERVER_PORT", String.valueOf(program.port()));
        told.put("HOTLEADS_METRICS_NAMESPACE", Watch.NAMESPACE);
        if (program != Program.GATEWAY) {
            // The load balancer lets the gateway finish by itself.
            told.put("HOTLEADS_LINGER", String.valueOf(LINGER));
        }
        program.calls().forEach(other -> told.put(other.addressSetting(), address(other)));
        switch (program) {
            case AUTH -> {
                told.put("HOTLEADS_AUTH_URL", address(program));
                told.put("HOTLEADS_SMTP_HOST", "email-smtp." + practice.region() + ".amazonaws.com");
                told.put("HOTLEADS_SMTP_PORT", String.valueOf(Network.MAIL));
                told.put("HOTLEADS_SMTP_FROM", practice.mailFrom());
            }
            case CORE -> {
                told.put("HOTLEADS_ERASURE_LEDGER", trail.erasureLedger());
                told.putAll(practice.settings());
            }
            case GATEWAY -> {
                told.put("HOTLEADS_FRONTEND_DIR", Images.PAGES);
                told.put("HOTLEADS_LOAD_BALANCER", network.balancerNets());
            }
            case WEBHOOKS, SYNC -> {}
        }
        if (program.storesData()) {
            told.put("HOTLEADS_DATABASE_URL", database.url());
            told.put("HOTLEADS_KMS_KEY_ARN", keys.vault().getKeyArn());
            told.put("HOTLEADS_CLOUDWATCH_LOG_GROUP", logGroups.audit().getLogGroupName());
            told.put("HOTLEADS_AUDIT_ANCHORS", trail.anchors(practice));
            told.put("AWS_REGION", practice.region());
        }
        if (program.storesData() || program == Program.GATEWAY) {
            told.put("HOTLEADS_PUBLIC_URL", practice.publicUrl());
        }
        return told;
    }

    private String address(Program program) {
        return address(program.word(), program);
    }

    private static String address(String name, Program program) {
        return "http://" + name + "." + NAMESPACE + ":" + program.port();
    }

    private Map<String, Secret> secrets(Program program) {
        Map<String, Secret> told = new LinkedHashMap<>();
        program.secrets().forEach(name -> told.put(name, Secret.fromSecretsManager(secrets.of(program), name)));
        if (program.storesData()) {
            told.put(
                    "HOTLEADS_DATABASE_" + program.name() + "_PASSWORD",
                    password(Database.Login.valueOf("HL_" + program.name())));
        }
        return told;
    }

    private Secret password(Database.Login login) {
        return Secret.fromSecretsManager(database.password(login), "password");
    }

    /** Only with its own name as the context: neither opens what is the other's. */
    private void letUseVault(Program program, FargateTaskDefinition task) {
        task.addToTaskRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("kms:GenerateDataKey", "kms:Decrypt"))
                .resources(List.of(keys.vault().getKeyArn()))
                .conditions(Map.of("StringEquals", Map.of("kms:EncryptionContext:program", program.word())))
                .build());
    }

    private FargateService service(Program program, FargateTaskDefinition task) {
        FargateService service = FargateService.Builder.create(this, program.word())
                .cluster(cluster)
                .taskDefinition(task)
                .desiredCount(size.fewest())
                .platformVersion(FargatePlatformVersion.LATEST)
                .assignPublicIp(false)
                .vpcSubnets(network.placeOf(program))
                .securityGroups(List.of(network.of(program)))
                // The new one is ready before the old one goes.
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .circuitBreaker(
                        DeploymentCircuitBreaker.builder().rollback(true).build())
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.ENABLED)
                .enableExecuteCommand(false)
                .propagateTags(PropagatedTagSource.SERVICE)
                .healthCheckGracePeriod(program == Program.GATEWAY ? Duration.minutes(3) : null)
                .cloudMapOptions(byName(program))
                .serviceConnectConfiguration(size.walled() ? byProxy(program) : null)
                .build();
        service.autoScaleTaskCount(EnableScalingProps.builder()
                        .minCapacity(size.fewest())
                        .maxCapacity(size.most())
                        .build())
                .scaleOnCpuUtilization(
                        "Busy",
                        CpuUtilizationScalingProps.builder()
                                .targetUtilizationPercent(60)
                                // What scales in finishes its work first, and that is no reason to hurry.
                                .scaleInCooldown(Duration.minutes(10))
                                .scaleOutCooldown(Duration.minutes(1))
                                .build());
        return service;
    }

    /** In the large size a proxy beside each caller knows the way; a task that no service starts has none. */
    private @Nullable CloudMapOptions byName(Program program) {
        if (size.walled() && program != Program.AUTH) {
            return null;
        }
        return CloudMapOptions.builder()
                .name(ownNameOf(program))
                .dnsTtl(Duration.seconds(NAMES_LAST))
                .build();
    }

    private String ownNameOf(Program program) {
        return size.walled() ? program.word() + ITSELF : program.word();
    }

    private ServiceConnectProps byProxy(Program program) {
        if (program == Program.GATEWAY) {
            // Nobody here calls it; the load balancer reaches it by itself.
            return ServiceConnectProps.builder().build();
        }
        return ServiceConnectProps.builder()
                .services(List.of(ServiceConnectService.builder()
                        .portMappingName(program.word())
                        .discoveryName(program.word())
                        .dnsName(program.word() + "." + NAMESPACE)
                        .port(program.port())
                        .ingressPortOverride(Network.doorOf(program, size))
                        // Live updates stay open for hours.
                        .idleTimeout(Duration.hours(1))
                        .perRequestTimeout(Duration.seconds(0))
                        .tls(ServiceConnectTlsConfiguration.builder()
                                .awsPcaAuthorityArn(practice.privateAuthority())
                                .kmsKey(keys.data())
                                .build())
                        .build()))
                .build();
    }

    private void migrate() {
        FargateTaskDefinition task = definition(Repositories.MIGRATE, 256, 512);
        Map<String, Secret> told = new LinkedHashMap<>();
        told.put("HOTLEADS_DATABASE_OWNER_PASSWORD", password(Database.Login.HL_OWNER));
        told.put("HOTLEADS_DATABASE_AUTH_PASSWORD", password(Database.Login.HL_AUTH));
        told.put("HOTLEADS_DATABASE_CORE_PASSWORD", password(Database.Login.HL_CORE));
        told.put("HOTLEADS_DATABASE_ADMIN_PASSWORD", Secret.fromSecretsManager(database.admin(), "password"));
        container(
                task,
                Repositories.MIGRATE,
                Image.migrate(),
                logGroups.of(Repositories.MIGRATE),
                Map.of("HOTLEADS_DATABASE_URL", database.url(), "HOTLEADS_DATABASE_ADMIN", Database.ADMIN),
                told);
    }

    /** It asks auth and nobody else, so it is told of nothing else. */
    private void invite() {
        Map<String, Secret> told = new LinkedHashMap<>();
        Secrets.OF_INVITE.forEach(name -> told.put(name, Secret.fromSecretsManager(secrets.ofInvite(), name)));
        container(
                definition(INVITE, 256, 512),
                INVITE,
                Image.invite(),
                logGroups.of(INVITE),
                Map.of(Program.AUTH.addressSetting(), address(ownNameOf(Program.AUTH), Program.AUTH)),
                told);
    }

    Map<Program, FargateService> services() {
        return services;
    }

    FargateService of(Program program) {
        @Nullable FargateService service = services.get(program);
        if (service == null) {
            throw new IllegalStateException(program.word());
        }
        return service;
    }

    LogGroup logOf(Program program) {
        @Nullable LogGroup log = logs.get(program);
        if (log == null) {
            throw new IllegalStateException(program.word());
        }
        return log;
    }
}
