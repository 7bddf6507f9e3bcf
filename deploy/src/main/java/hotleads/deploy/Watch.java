package hotleads.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmWidget;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

/** What somebody is woken for, and one page that shows it all. Nothing counted here tells of a person. */
final class Watch extends Construct {
    static final String NAMESPACE = "HotLeads";
    private static final Duration FIVE_MINUTES = Duration.minutes(5);
    private static final int BYTES_LEFT = 2_000_000_000;

    private final Topic topic;
    private final List<IWidget> widgets = new ArrayList<>();

    Watch(Construct scope, Key key, Edge edge, Database database, Programs programs, LogGroup audit) {
        super(scope, "Watch");
        topic = Topic.Builder.create(this, "Alarms")
                .masterKey(key)
                .enforceSsl(true)
                .build();
        acts(audit);
        trail(audit);
        edge(edge);
        database(database);
        programs.services().forEach(this::program);
        errors(programs);
        Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(software.amazon.awscdk.Stack.of(this).getStackName())
                .widgets(rows())
                .build();
    }

    /** From the trail itself: what strangers were refused, each line with how many it stands for. */
    private void acts(LogGroup audit) {
        Map<String, Integer> most = Map.of(
                "sign-in.password-refused", 50,
                "sign-in.locked", 5,
                "hook.refused", 20,
                "request.refused", 1_000,
                "sealed.refused", 1,
                "report.dropped", 1);
        most.forEach((act, limit) -> {
            MetricFilter.Builder.create(this, act)
                    .logGroup(audit)
                    .metricNamespace(NAMESPACE)
                    .metricName(act)
                    .filterPattern(FilterPattern.stringValue("$.entry.act", "=", act))
                    .metricValue("$.entry.count")
                    .build();
            alarm(
                    "Many-" + act,
                    counted(act),
                    limit,
                    ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                    1,
                    TreatMissingData.NOT_BREACHING);
        });
    }

    private static Metric counted(String name) {
        return Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(name)
                .statistic("Sum")
                .period(FIVE_MINUTES)
                .build();
    }

    /** Anchors come at least every minute while anything happens, and something always does: silence is a gap. */
    private void trail(LogGroup audit) {
        alarm(
                "Audit-gap",
                Metric.Builder.create()
                        .namespace("AWS/Logs")
                        .metricName("IncomingLogEvents")
                        .dimensionsMap(Map.of("LogGroupName", audit.getLogGroupName()))
                        .statistic("Sum")
                        .period(Duration.minutes(15))
                        .build(),
                1,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                1,
                TreatMissingData.BREACHING);
        for (Program program : List.of(Program.AUTH, Program.CORE)) {
            alarm(
                    "Audit-lag-" + program.word(),
                    Metric.Builder.create()
                            .namespace(NAMESPACE)
                            .metricName("audit-shipping.behind")
                            .dimensionsMap(Map.of("program", program.word()))
                            .statistic("Minimum")
                            .period(FIVE_MINUTES)
                            .build(),
                    1_000,
                    ComparisonOperator.GREATER_THAN_THRESHOLD,
                    2,
                    TreatMissingData.BREACHING);
            // Zero or, in a day's first minutes, one.
            alarm(
                    "Audit-anchors-" + program.word(),
                    Metric.Builder.create()
                            .namespace(NAMESPACE)
                            .metricName("audit-anchors.behind")
                            .dimensionsMap(Map.of("program", program.word()))
                            .statistic("Minimum")
                            .period(FIVE_MINUTES)
                            .build(),
                    1,
                    ComparisonOperator.GREATER_THAN_THRESHOLD,
                    2,
                    TreatMissingData.BREACHING);
        }
    }

    private void edge(Edge edge) {
        Map<String, String> dimensions = Map.of("LoadBalancer", edge.balancer().getLoadBalancerFullName());
        balancer("Edge-5xx", "HTTPCode_ELB_5XX_Count", dimensions);
        balancer("Gateway-5xx", "HTTPCode_Target_5XX_Count", dimensions);
        balancer("Edge-refused-tls", "ClientTLSNegotiationErrorCount", dimensions);
    }

    private void balancer(String name, String metric, Map<String, String> dimensions) {
        alarm(
                name,
                Metric.Builder.create()
                        .namespace("AWS/ApplicationELB")
                        .metricName(metric)
                        .dimensionsMap(dimensions)
                        .statistic("Sum")
                        .period(FIVE_MINUTES)
                        .build(),
                metric.contains("TLS") ? 500 : 10,
                ComparisonOperator.GREATER_THAN_THRESHOLD,
                2,
                TreatMissingData.NOT_BREACHING);
    }

    private void database(Database database) {
        var instance = database.instance();
        alarm("Database-busy", instance.metricCPUUtilization(), 80, ComparisonOperator.GREATER_THAN_THRESHOLD);
        alarm("Database-full", instance.metricFreeStorageSpace(), BYTES_LEFT, ComparisonOperator.LESS_THAN_THRESHOLD);
        alarm(
                "Database-connections",
                instance.metricDatabaseConnections(),
                80,
                ComparisonOperator.GREATER_THAN_THRESHOLD);
    }

    private void program(Program program, FargateService service) {
        alarm(program.word() + "-busy", service.metricCpuUtilization(), 90, ComparisonOperator.GREATER_THAN_THRESHOLD);
        alarm(
                program.word() + "-memory",
                service.metricMemoryUtilization(),
                90,
                ComparisonOperator.GREATER_THAN_THRESHOLD);
    }

    private void errors(Programs programs) {
        for (Program program : Program.values()) {
            String name = "errors." + program.word();
            MetricFilter.Builder.create(this, name)
                    .logGroup(programs.logOf(program))
                    .metricNamespace(NAMESPACE)
                    .metricName(name)
                    .filterPattern(FilterPattern.stringValue("$.level", "=", "ERROR"))
                    .metricValue("1")
                    .build();
            alarm(
                    program.word() + "-errors",
                    counted(name),
                    10,
                    ComparisonOperator.GREATER_THAN_THRESHOLD,
                    1,
                    TreatMissingData.NOT_BREACHING);
        }
    }

    private void alarm(String name, Metric metric, int threshold, ComparisonOperator when) {
        alarm(name, metric, threshold, when, 3, TreatMissingData.MISSING);
    }

    private void alarm(
            String name, Metric metric, int threshold, ComparisonOperator when, int periods, TreatMissingData missing) {
        Alarm alarm = Alarm.Builder.create(this, name + "-alarm")
                .metric(metric)
                .threshold(threshold)
                .comparisonOperator(when)
                .evaluationPeriods(periods)
                .treatMissingData(missing)
                .build();
        alarm.addAlarmAction(new SnsAction(topic));
        alarm.addOkAction(new SnsAction(topic));
        widgets.add(AlarmWidget.Builder.create().title(name).alarm(alarm).build());
    }

    private List<List<? extends IWidget>> rows() {
        List<List<? extends IWidget>> rows = new ArrayList<>();
        for (int at = 0; at < widgets.size(); at += 4) {
            rows.add(widgets.subList(at, Math.min(at + 4, widgets.size())));
        }
        return rows;
    }
}
