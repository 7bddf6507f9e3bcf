package hotleads.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.CfnRoute;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.networkfirewall.CfnFirewall;
import software.amazon.awscdk.services.networkfirewall.CfnFirewallPolicy;
import software.amazon.awscdk.services.networkfirewall.CfnLoggingConfiguration;
import software.amazon.awscdk.services.networkfirewall.CfnRuleGroup;
import software.constructs.Construct;

/** Between sync and the internet in the large size: only the four providers' names pass. */
final class Wall extends Construct {
    /** The hosts of sync's own list of origins. */
    static final List<String> PROVIDERS = List.of(
            "acuityscheduling.com",
            "api.zoom.us",
            "zoom.us",
            ".zoho.com",
            ".zohoapis.com",
            "www.googleapis.com",
            "oauth2.googleapis.com");

    Wall(Construct scope, Network network, LogGroup log) {
        super(scope, "Wall");
        CfnFirewallPolicy policy = policy();
        for (int zone = 0; zone < network.wall().size(); zone++) {
            ISubnet wall = network.wall().get(zone);
            CfnFirewall firewall = CfnFirewall.Builder.create(this, "Firewall" + zone)
                    .firewallName("hotleads-" + zone)
                    .vpcId(network.vpc().getVpcId())
                    .firewallPolicyArn(policy.getAttrFirewallPolicyArn())
                    .deleteProtection(true)
                    .subnetChangeProtection(true)
                    .firewallPolicyChangeProtection(true)
                    .subnetMappings(List.of(CfnFirewall.SubnetMappingProperty.builder()
                            .subnetId(wall.getSubnetId())
                            .build()))
                    .build();
            log(firewall, log);
            // One firewall a zone, or which of its endpoints is whose could not be told. It costs the same.
            String endpoint = Fn.select(1, Fn.split(":", Fn.select(0, firewall.getAttrEndpointIds())));
            ISubnet out = network.out().get(zone);
            route("Out" + zone, out, "0.0.0.0/0", endpoint);
            route("Back" + zone, network.edgeSubnets().get(zone), out.getIpv4CidrBlock(), endpoint);
        }
    }

    private CfnFirewallPolicy policy() {
        CfnRuleGroup names = CfnRuleGroup.Builder.create(this, "Names")
                .ruleGroupName("hotleads-providers")
                .type("STATEFUL")
                .capacity(100)
                .ruleGroup(CfnRuleGroup.RuleGroupProperty.builder()
                        .statefulRuleOptions(CfnRuleGroup.StatefulRuleOptionsProperty.builder()
                                .ruleOrder("STRICT_ORDER")
                                .build())
                        .rulesSource(CfnRuleGroup.RulesSourceProperty.builder()
                                .rulesSourceList(CfnRuleGroup.RulesSourceListProperty.builder()
                                        .generatedRulesType("ALLOWLIST")
                                        .targetTypes(List.of("TLS_SNI"))
                                        .targets(PROVIDERS)
                                        .build())
                                .build())
                        .build())
                .build();
        return CfnFirewallPolicy.Builder.create(this, "Policy")
                .firewallPolicyName("hotleads-out")
                .firewallPolicy(CfnFirewallPolicy.FirewallPolicyProperty.builder()
                        .statelessDefaultActions(List.of("aws:forward_to_sfe"))
                        .statelessFragmentDefaultActions(List.of("aws:drop"))
                        .statefulDefaultActions(List.of("aws:drop_established", "aws:alert_established"))
                        .statefulEngineOptions(CfnFirewallPolicy.StatefulEngineOptionsProperty.builder()
                                .ruleOrder("STRICT_ORDER")
                                .build())
                        .statefulRuleGroupReferences(
                                List.of(CfnFirewallPolicy.StatefulRuleGroupReferenceProperty.builder()
                                        .resourceArn(names.getAttrRuleGroupArn())
                                        .priority(1)
                                        .build()))
                        .build())
                .build();
    }

    private static void log(CfnFirewall firewall, LogGroup log) {
        CfnLoggingConfiguration.Builder.create(firewall, "Log")
                .firewallArn(firewall.getAttrFirewallArn())
                .loggingConfiguration(CfnLoggingConfiguration.LoggingConfigurationProperty.builder()
                        .logDestinationConfigs(List.of(CfnLoggingConfiguration.LogDestinationConfigProperty.builder()
                                .logType("ALERT")
                                .logDestinationType("CloudWatchLogs")
                                .logDestination(Map.of("logGroup", log.getLogGroupName()))
                                .build()))
                        .build())
                .build();
    }

    private void route(String name, ISubnet from, String to, String endpoint) {
        CfnRoute.Builder.create(this, name)
                .routeTableId(from.getRouteTable().getRouteTableId())
                .destinationCidrBlock(to)
                .vpcEndpointId(endpoint)
                .build();
    }
}
