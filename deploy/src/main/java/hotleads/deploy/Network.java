package hotleads.deploy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** Who can reach whom. Only the load balancer faces the internet, and only sync has a way out to it. */
final class Network extends Construct {
    static final int HTTPS = 443;
    static final int POSTGRESQL = 5432;
    static final int MAIL = 587;
    private static final int PROXIES = 10_000;
    private static final String EDGE = "edge";
    private static final String OUT = "out";
    private static final String WALL = "wall";
    private static final String INSIDE = "inside";
    /** What the programs and ECS itself call at AWS; to nothing else of AWS is there a way. */
    private static final Map<String, InterfaceVpcEndpointAwsService> AWS = Map.of(
            "Images", InterfaceVpcEndpointAwsService.ECR,
            "ImageLayers", InterfaceVpcEndpointAwsService.ECR_DOCKER,
            "Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
            "Secrets", InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
            "Kms", InterfaceVpcEndpointAwsService.KMS);

    private final Practice practice;
    private final Vpc vpc;
    private final Map<Program, SecurityGroup> programs = new EnumMap<>(Program.class);
    private final SecurityGroup balancer;
    private final SecurityGroup database;
    private final SecurityGroup migrate;
    private final SecurityGroup invite;
    private final SecurityGroup rotation;
    private final SecurityGroup endpoints;
    private final SecurityGroup mail;
    private final GatewayVpcEndpoint buckets;

    Network(Construct scope, Size size, Practice practice, LogGroups logGroups) {
        super(scope, "Network");
        this.practice = practice;
        vpc = vpc(size, practice.region());
        vpc.addFlowLog(
                "Flows",
                FlowLogOptions.builder()
                        .destination(FlowLogDestination.toCloudWatchLogs(logGroups.of("flows")))
                        .trafficType(FlowLogTrafficType.REJECT)
                        .build());
        balancer = group("Balancer", "The load balancer");
        database = group("Database", "The database");
        migrate = group("Migrate", "The one-shot migrate");
        invite = group("Invite", "The task that lets the first administrator in");
        rotation = group("Rotation", "Changes the passwords of the roles in the database");
        endpoints = group("Endpoints", "Services of AWS");
        mail = group("Mail", "The mail service of AWS");
        for (Program program : Program.values()) {
            programs.put(program, group(program.name(), "The program " + program.word()));
        }
        buckets = vpc.addGatewayEndpoint(
                "Buckets",
                GatewayVpcEndpointOptions.builder()
                        .service(GatewayVpcEndpointAwsService.S3)
                        .build());
        onlyImageLayers(practice.region());
        reachAws(size);
        openDoors(size);
    }

    private Vpc vpc(Size size, String region) {
        return Vpc.Builder.create(this, "Vpc")
                .ipAddresses(IpAddresses.cidr("10.20.0.0/16"))
                .availabilityZones(size.zones(region))
                .natGateways(size.endpointZones())
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(
                        size.walled()
                                ? List.of(
                                        subnets(EDGE, SubnetType.PUBLIC),
                                        subnets(WALL, SubnetType.PRIVATE_WITH_EGRESS),
                                        subnets(OUT, SubnetType.PRIVATE_ISOLATED),
                                        subnets(INSIDE, SubnetType.PRIVATE_ISOLATED))
                                : List.of(
                                        subnets(EDGE, SubnetType.PUBLIC),
                                        subnets(OUT, SubnetType.PRIVATE_WITH_EGRESS),
                                        subnets(INSIDE, SubnetType.PRIVATE_ISOLATED)))
                .build();
    }

    private static SubnetConfiguration subnets(String name, SubnetType type) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? false : null)
                .cidrMask(24)
                .build();
    }

    private SecurityGroup group(String name, String what) {
        return SecurityGroup.Builder.create(this, name)
                .vpc(vpc)
                .description(what)
                .allowAllOutbound(false)
                .build();
    }

    /**
     * Image layers lie in a bucket of Amazon's; besides our own no other is reached this way, so nothing leaves by it.
     */
    private void onlyImageLayers(String region) {
        buckets.addToPolicy(PolicyStatement.Builder.create()
                .principals(List.of(new AnyPrincipal()))
                .actions(List.of("s3:GetObject"))
                .resources(List.of("arn:aws:s3:::prod-" + region + "-starport-layer-bucket/*"))
                .build());
    }

    /** A bucket of ours, for what these say and for nothing else. */
    void letReach(List<PolicyStatement> statements) {
        for (PolicyStatement statement : statements) {
            PolicyStatement anybodys = statement.copy();
            anybodys.addAnyPrincipal();
            buckets.addToPolicy(anybodys);
        }
    }

    private void reachAws(Size size) {
        AWS.forEach((name, service) -> endpoint(name, service, endpoints, size));
        endpoint("MailEndpoint", InterfaceVpcEndpointAwsService.EMAIL_SMTP, mail, size);
    }

    private void endpoint(String name, InterfaceVpcEndpointAwsService service, SecurityGroup group, Size size) {
        vpc.addInterfaceEndpoint(
                name,
                InterfaceVpcEndpointOptions.builder()
                        .service(service)
                        .open(false)
                        .privateDnsEnabled(true)
                        .securityGroups(List.of(group))
                        .subnets(SubnetSelection.builder()
                                .subnets(inside().stream()
                                        .limit(size.endpointZones())
                                        .toList())
                                .build())
                        .build());
    }

    private void openDoors(Size size) {
        balancer.addIngressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "Browsers and hooks of providers");
        open(balancer, of(Program.GATEWAY), Program.GATEWAY.port(), "What browsers and hooks ask");
        programs.forEach((program, group) -> {
            program.calls()
                    .forEach(other ->
                            open(group, of(other), doorOf(other, size), program.word() + " calls " + other.word()));
            toAws(group);
            if (program.storesData()) {
                open(group, database, POSTGRESQL, program.word() + " stores");
            }
        });
        open(migrate, database, POSTGRESQL, "migrate makes the schemas");
        open(rotation, database, POSTGRESQL, "passwords change");
        toAws(migrate);
        // By its own door in either size: a task that no service starts has no proxy.
        open(invite, of(Program.AUTH), Program.AUTH.port(), "the first administrator is invited");
        toAws(invite);
        open(rotation, endpoints, HTTPS, "Services of AWS");
        open(of(Program.AUTH), mail, MAIL, "notices");
        of(Program.SYNC).addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "The four providers, wherever they are");
    }

    /** In the large size a proxy that speaks TLS stands before each program. */
    static int doorOf(Program program, Size size) {
        return size.walled() ? program.port() + PROXIES : program.port();
    }

    private void toAws(SecurityGroup group) {
        open(group, endpoints, HTTPS, "Services of AWS");
        // The gateway endpoint has no group; the list of Amazon's addresses is what names it.
        group.addEgressRule(Peer.prefixList(practice.bucketAddresses()), Port.tcp(HTTPS), "Buckets");
    }

    private static void open(SecurityGroup from, SecurityGroup to, int port, String why) {
        from.addEgressRule(to, Port.tcp(port), why);
        to.addIngressRule(from, Port.tcp(port), why);
    }

    Vpc vpc() {
        return vpc;
    }

    SecurityGroup of(Program program) {
        return Optional.ofNullable(programs.get(program)).orElseThrow();
    }

    SecurityGroup balancer() {
        return balancer;
    }

    SecurityGroup database() {
        return database;
    }

    SecurityGroup migrate() {
        return migrate;
    }

    SecurityGroup rotation() {
        return rotation;
    }

    SubnetSelection edge() {
        return SubnetSelection.builder().subnetGroupName(EDGE).build();
    }

    /** Where a program's tasks run: sync where there is a way out, all others where there is none. */
    SubnetSelection placeOf(Program program) {
        return SubnetSelection.builder()
                .subnetGroupName(program == Program.SYNC ? OUT : INSIDE)
                .build();
    }

    SubnetSelection insideSelection() {
        return SubnetSelection.builder().subnetGroupName(INSIDE).build();
    }

    List<ISubnet> inside() {
        return vpc.selectSubnets(insideSelection()).getSubnets();
    }

    List<ISubnet> out() {
        return subnetsOf(OUT);
    }

    List<ISubnet> wall() {
        return subnetsOf(WALL);
    }

    List<ISubnet> edgeSubnets() {
        return subnetsOf(EDGE);
    }

    private List<ISubnet> subnetsOf(String name) {
        return vpc.selectSubnets(SubnetSelection.builder().subnetGroupName(name).build())
                .getSubnets();
    }

    /** Where the load balancer's own addresses lie, as the gateway is told them. */
    String balancerNets() {
        return edgeSubnets().stream().map(ISubnet::getIpv4CidrBlock).collect(Collectors.joining(","));
    }
}
