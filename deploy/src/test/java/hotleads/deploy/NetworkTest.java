package hotleads.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.deploy.Resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who reaches whom on AWS. */
class NetworkTest {
    private static final String ANYWHERE = "0.0.0.0/0";

    /** @param port the lowest; rules here open one port each */
    private record Rule(String from, String to, String port) {}

    @ParameterizedTest
    @EnumSource
    void onlyTheLoadBalancerIsOpenToTheInternet(Size size) {
        Resources resources = SomeTemplates.of(size);

        assertThat(ingress(resources).filter(rule -> rule.from().equals(ANYWHERE)))
                .containsExactly(new Rule(ANYWHERE, "Balancer", "443"));
        assertThat(resources.of("AWS::ElasticLoadBalancingV2::LoadBalancer"))
                .extracting(balancer -> balancer.get("Scheme"))
                .containsExactly("internet-facing");
        assertThat(resources.of("AWS::EC2::Subnet"))
                .extracting(subnet -> subnet.get("MapPublicIpOnLaunch"))
                .containsOnly(false);
        assertThat(resources.of("AWS::ECS::Service"))
                .hasSize(5)
                .allSatisfy(service -> assertThat(
                                service.get("NetworkConfiguration").toString())
                        .contains("AssignPublicIp=DISABLED"));
        assertThat(resources.only("AWS::RDS::DBInstance").get("PubliclyAccessible"))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @EnumSource
    void theLoadBalancerSpeaksTls13AndNothingElse(Size size) {
        Resources resources = SomeTemplates.of(size);

        assertThat(resources.of("AWS::ElasticLoadBalancingV2::Listener"))
                .singleElement()
                .satisfies(listener -> {
                    assertThat(listener.get("Protocol")).isEqualTo("HTTPS");
                    assertThat(listener.get("SslPolicy")).isEqualTo("ELBSecurityPolicy-TLS13-1-3-2021-06");
                });
        Resources.Resource gateway = resources.only("AWS::ElasticLoadBalancingV2::TargetGroup");
        assertThat(gateway.get("Protocol")).isEqualTo("HTTPS");
        assertThat(gateway.list("TargetGroupAttributes"))
                .contains(Map.of("Key", "slow_start.duration_seconds", "Value", "60"));
        assertThat(Resources.named(
                        resources.only("AWS::WAFv2::WebACLAssociation").get("ResourceArn")))
                .containsExactly(resources
                        .only("AWS::ElasticLoadBalancingV2::LoadBalancer")
                        .id());
    }

    @ParameterizedTest
    @EnumSource
    void onlyThoseWhoStoreReachTheDatabase(Size size) {
        assertThat(ingress(SomeTemplates.of(size)).filter(rule -> rule.to().equals("Database")))
                .extracting(Rule::from)
                .containsExactlyInAnyOrder("AUTH", "CORE", "Migrate", "Rotation");
    }

    @ParameterizedTest
    @EnumSource
    void programsReachEachOtherAsInThePictureAndNotOtherwise(Size size) {
        Set<String> arrows = ingress(SomeTemplates.of(size))
                .filter(rule -> Stream.of(Program.values())
                        .anyMatch(program -> program.name().equals(rule.to())))
                .map(rule -> rule.from() + " > " + rule.to())
                .collect(Collectors.toSet());

        assertThat(arrows)
                .containsExactlyInAnyOrder(
                        "Balancer > GATEWAY",
                        "GATEWAY > AUTH",
                        "GATEWAY > CORE",
                        "GATEWAY > WEBHOOKS",
                        "WEBHOOKS > CORE",
                        "CORE > SYNC",
                        // For tokens and keys, and for reports of what was done.
                        "CORE > AUTH",
                        "WEBHOOKS > AUTH",
                        "SYNC > AUTH",
                        "SYNC > CORE",
                        // For the first administrator's link, once.
                        "Invite > AUTH");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverInvitesTheFirstAdministratorReachesAuthAndAwsAndNobodyReachesThem(Size size) {
        Resources resources = SomeTemplates.of(size);

        assertThat(egress(resources).filter(rule -> rule.from().equals("Invite")))
                .containsExactlyInAnyOrder(
                        new Rule("Invite", "AUTH", "8101"),
                        new Rule("Invite", "Endpoints", "443"),
                        new Rule("Invite", "pl-63a5400a", "443"));
        assertThat(ingress(resources).filter(rule -> rule.to().equals("Invite")))
                .isEmpty();
        assertThat(ingress(resources).filter(rule -> rule.from().equals("Invite")))
                .extracting(Rule::to)
                .containsExactlyInAnyOrder("AUTH", "Endpoints");
    }

    @ParameterizedTest
    @EnumSource
    void onlySyncHasAWayOut(Size size) {
        Resources resources = SomeTemplates.of(size);
        List<Resource> services = resources.of("AWS::ECS::Service");

        assertThat(egress(resources).filter(rule -> rule.to().equals(ANYWHERE)))
                .containsExactly(new Rule("SYNC", ANYWHERE, "443"));
        assertThat(services).allSatisfy(service -> {
            boolean leadsOut = Resources.named(service.get("NetworkConfiguration")).stream()
                    .filter(id -> id.contains("Subnet"))
                    .anyMatch(subnet -> leadsOut(resources, subnet));
            assertThat(leadsOut).as(service.id()).isEqualTo(service.id().contains("sync"));
        });
    }

    /** Whether a subnet's route table has a way to any address. */
    private static boolean leadsOut(Resources resources, String subnet) {
        List<String> tables = resources.of("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(one -> Resources.named(one.get("SubnetId")).contains(subnet))
                .flatMap(one -> Resources.named(one.get("RouteTableId")).stream())
                .toList();
        return resources.of("AWS::EC2::Route").stream()
                .filter(route -> route.get("DestinationCidrBlock").equals(ANYWHERE))
                .anyMatch(route ->
                        Resources.named(route.get("RouteTableId")).stream().anyMatch(tables::contains));
    }

    @ParameterizedTest
    @EnumSource
    void awsIsReachedInsideTheNetworkAlone(Size size) {
        Resources resources = SomeTemplates.of(size);

        assertThat(resources.of("AWS::EC2::VPCEndpoint"))
                .extracting(endpoint -> endpoint.get("ServiceName").toString())
                .hasSize(7)
                .anyMatch(name -> name.contains(".kms"))
                .anyMatch(name -> name.contains(".logs"))
                .anyMatch(name -> name.contains(".secretsmanager"))
                .anyMatch(name -> name.contains(".email-smtp"))
                .anyMatch(name -> name.contains(".ecr.api"))
                .anyMatch(name -> name.contains(".ecr.dkr"))
                .anyMatch(name -> name.contains(".s3"));
        assertThat(egress(resources).filter(rule -> rule.to().equals("Mail")))
                .extracting(Rule::from)
                .containsExactly("AUTH");
    }

    @org.junit.jupiter.api.Test
    void inTheLargeSizeTheWayOutLeadsThroughAFirewallThatKnowsTheProviders() {
        Resources large = SomeTemplates.of(Size.LARGE);

        assertThat(large.of("AWS::NetworkFirewall::Firewall")).hasSize(3);
        assertThat(large.only("AWS::NetworkFirewall::RuleGroup")
                        .get("RuleGroup")
                        .toString())
                .contains("ALLOWLIST", "acuityscheduling.com", "api.zoom.us", ".zohoapis.com", "www.googleapis.com");
        assertThat(large.of("AWS::EC2::Route").stream()
                        .filter(route -> route.id().startsWith("WallOut")))
                .hasSize(3)
                .allSatisfy(route -> assertThat(route.get("VpcEndpointId")).isNotEqualTo(""));
    }

    private static Stream<Rule> ingress(Resources resources) {
        return Stream.concat(
                inline(resources, "SecurityGroupIngress")
                        .map(entry -> rule(entry.getValue(), source(entry.getValue()), entry.getKey())),
                resources.of("AWS::EC2::SecurityGroupIngress").stream()
                        .map(one -> rule(one.properties(), source(one.properties()), nameOf(one.get("GroupId")))));
    }

    private static Stream<Rule> egress(Resources resources) {
        return Stream.concat(
                inline(resources, "SecurityGroupEgress")
                        .map(entry -> rule(entry.getValue(), entry.getKey(), target(entry.getValue()))),
                resources.of("AWS::EC2::SecurityGroupEgress").stream()
                        .map(one -> rule(one.properties(), nameOf(one.get("GroupId")), target(one.properties()))));
    }

    private static Stream<Map.Entry<String, Map<String, Object>>> inline(Resources resources, String kind) {
        return resources.of("AWS::EC2::SecurityGroup").stream()
                .flatMap(group -> group.list(kind).stream()
                        .map(rule -> Map.entry(shortened(group.id()), Resources.map(rule)))
                        // CDK's way to say that nothing may leave.
                        .filter(entry ->
                                !"255.255.255.255/32".equals(entry.getValue().get("CidrIp"))));
    }

    private static Rule rule(Map<String, Object> properties, String from, String to) {
        return new Rule(from, to, String.valueOf(properties.get("FromPort")));
    }

    private static String source(Map<String, Object> rule) {
        return rule.containsKey("CidrIp") ? rule.get("CidrIp").toString() : nameOf(rule.get("SourceSecurityGroupId"));
    }

    private static String target(Map<String, Object> rule) {
        if (rule.containsKey("CidrIp")) {
            return rule.get("CidrIp").toString();
        }
        return rule.containsKey("DestinationPrefixListId")
                ? rule.get("DestinationPrefixListId").toString()
                : nameOf(rule.get("DestinationSecurityGroupId"));
    }

    private static String nameOf(@org.jspecify.annotations.Nullable Object reference) {
        return reference == null ? "" : shortened(Resources.named(reference).getFirst());
    }

    /** {@code NetworkCORE12345678} is CORE. */
    private static String shortened(String id) {
        return id.replaceFirst("^Network", "").replaceFirst("[0-9A-F]{8}$", "");
    }
}
