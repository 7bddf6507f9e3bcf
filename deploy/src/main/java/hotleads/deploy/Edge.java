package hotleads.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.DesyncMitigationMode;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.IApplicationLoadBalancerTarget;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.XffHeaderProcessingMode;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * What faces the internet: a load balancer that speaks TLS 1.3 and nothing else, with a firewall for requests before
 * it.
 */
final class Edge extends Construct {
    /** More than an office behind one address ever sends; the gateway's own limits are far below. */
    private static final int REQUESTS_IN_FIVE_MINUTES = 6_000;

    private final ApplicationLoadBalancer balancer;
    private final ApplicationListener listener;
    private final CfnWebACL firewall;

    Edge(Construct scope, Practice practice, Network network, Trail trail, LogGroup firewallLog) {
        super(scope, "Edge");
        balancer = ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .vpc(network.vpc())
                .vpcSubnets(network.edge())
                .securityGroup(network.balancer())
                .internetFacing(true)
                .http2Enabled(true)
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode(DesyncMitigationMode.STRICTEST)
                // It adds the caller's address last, where the gateway reads it.
                .xffHeaderProcessingMode(XffHeaderProcessingMode.APPEND)
                // Or it would end streams of live updates, which say something every 15 seconds.
                .idleTimeout(Duration.seconds(120))
                .deletionProtection(true)
                .build();
        balancer.logAccessLogs(trail.access(), "balancer");
        listener = balancer.addListener(
                "Https",
                BaseApplicationListenerProps.builder()
                        .port(Network.HTTPS)
                        .protocol(ApplicationProtocol.HTTPS)
                        .sslPolicy(SslPolicy.TLS13_13)
                        .certificates(List.of(ListenerCertificate.fromCertificateManager(
                                Certificate.fromCertificateArn(this, "Certificate", practice.certificate()))))
                        // Opened by the network's own rules.
                        .open(false)
                        .build());
        firewall = firewall();
        CfnWebACLAssociation.Builder.create(this, "Guards")
                .resourceArn(balancer.getLoadBalancerArn())
                .webAclArn(firewall.getAttrArn())
                .build();
        log(firewall, firewallLog);
    }

    private CfnWebACL firewall() {
        return CfnWebACL.Builder.create(this, "Firewall")
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visible("all"))
                .rules(List.of(
                        managed(1, "AWSManagedRulesAmazonIpReputationList"),
                        managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
                        managed(3, "AWSManagedRulesCommonRuleSet"),
                        rate()))
                .build();
    }

    private static CfnWebACL.RuleProperty managed(int priority, String name) {
        return CfnWebACL.RuleProperty.builder()
                .name(name)
                .priority(priority)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(name)
                                // Hooks have bodies above 8 KiB, and say no browser's name; the gateway limits both.
                                .ruleActionOverrides(
                                        name.contains("Common")
                                                ? List.of(
                                                        counted("SizeRestrictions_BODY"), counted("NoUserAgent_HEADER"))
                                                : null)
                                .build())
                        .build())
                .visibilityConfig(visible(name))
                .build();
    }

    private static CfnWebACL.RuleActionOverrideProperty counted(String rule) {
        return CfnWebACL.RuleActionOverrideProperty.builder()
                .name(rule)
                .actionToUse(CfnWebACL.RuleActionProperty.builder()
                        .count(CfnWebACL.CountActionProperty.builder().build())
                        .build())
                .build();
    }

    private static CfnWebACL.RuleProperty rate() {
        return CfnWebACL.RuleProperty.builder()
                .name("rate")
                .priority(4)
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(REQUESTS_IN_FIVE_MINUTES)
                                .build())
                        .build())
                .visibilityConfig(visible("rate"))
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty visible(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(name)
                // A sampled request shows its headers, and with them whose session it is.
                .sampledRequestsEnabled(false)
                .build();
    }

    private static void log(CfnWebACL firewall, LogGroup group) {
        CfnLoggingConfiguration.Builder.create(firewall, "Log")
                .resourceArn(firewall.getAttrArn())
                .logDestinationConfigs(List.of(group.getLogGroupArn()))
                .redactedFields(List.of(redacted("cookie"), redacted("authorization")))
                .build();
    }

    private static CfnLoggingConfiguration.FieldToMatchProperty redacted(String header) {
        return CfnLoggingConfiguration.FieldToMatchProperty.builder()
                .singleHeader(Map.of("Name", header))
                .build();
    }

    /** Lets requests through to the gateway, over TLS again. */
    ApplicationTargetGroup leadTo(IApplicationLoadBalancerTarget gateway) {
        return listener.addTargets(
                "Gateway",
                AddApplicationTargetsProps.builder()
                        .port(Program.GATEWAY.port())
                        .protocol(ApplicationProtocol.HTTPS)
                        .targets(List.of(gateway))
                        // A task that is to go finishes what it was asked.
                        .deregistrationDelay(Duration.seconds(30))
                        // Of a task that has just started nothing is compiled yet, and its first handshakes are slow.
                        .slowStart(Duration.minutes(1))
                        .healthCheck(HealthCheck.builder()
                                .protocol(Protocol.HTTPS)
                                .path("/healthz")
                                .interval(Duration.seconds(15))
                                .timeout(Duration.seconds(5))
                                .healthyThresholdCount(2)
                                .unhealthyThresholdCount(3)
                                .build())
                        .build());
    }

    ApplicationLoadBalancer balancer() {
        return balancer;
    }
}
