package hotleads.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.secretsmanager.CfnRotationSchedule;
import software.constructs.Construct;

/**
 * The passwords of the database's roles change each month, by Secrets Manager's own function; minutes later the
 * programs that use them are started anew, one after the other.
 */
final class Rotation extends Construct {
    private static final String FIRST_SUNDAY_AT_EIGHT = "cron(0 8 ? * 1#1 *)";
    // Their connections stay open meanwhile; only new ones would be refused.
    private static final String TEN_MINUTES_LATER = "cron(10 8 ? * 1#1 *)";

    private final Network network;
    private final Key key;

    Rotation(Construct scope, Network network, Key key, Database database, Map<Program, FargateService> services) {
        super(scope, "Rotation");
        this.network = network;
        this.key = key;
        Stack.of(this).addTransform("AWS::SecretsManager-2024-09-16");
        for (Database.Login login : Database.Login.values()) {
            rotate(login, database);
        }
        Role role = Role.Builder.create(this, "Restarts")
                .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
                .build();
        services.forEach((program, service) -> {
            if (program.storesData()) {
                role.addToPolicy(PolicyStatement.Builder.create()
                        .actions(List.of("ecs:UpdateService"))
                        .resources(List.of(service.getServiceArn()))
                        .build());
                startAnew(program, service, role);
            }
        });
    }

    private void rotate(Database.Login login, Database database) {
        CfnRotationSchedule.Builder.create(this, login.word())
                .secretId(database.password(login).getSecretArn())
                .rotateImmediatelyOnUpdate(false)
                .rotationRules(CfnRotationSchedule.RotationRulesProperty.builder()
                        .scheduleExpression(FIRST_SUNDAY_AT_EIGHT)
                        .duration("1h")
                        .build())
                .hostedRotationLambda(CfnRotationSchedule.HostedRotationLambdaProperty.builder()
                        .rotationType("PostgreSQLSingleUser")
                        .rotationLambdaName(Stack.of(this).getStackName() + "-" + login.word())
                        .kmsKeyArn(key.getKeyArn())
                        .vpcSecurityGroupIds(network.rotation().getSecurityGroupId())
                        .vpcSubnetIds(network.inside().stream()
                                .map(ISubnet::getSubnetId)
                                .collect(Collectors.joining(",")))
                        .build())
                .build();
    }

    private static void startAnew(Program program, FargateService service, Role role) {
        CfnSchedule.Builder.create(service, "AfterRotation")
                .description("Lets " + program.word() + " take up its new password")
                .scheduleExpression(TEN_MINUTES_LATER)
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn("arn:aws:scheduler:::aws-sdk:ecs:updateService")
                        .roleArn(role.getRoleArn())
                        .input("{\"Cluster\":\"" + service.getCluster().getClusterName() + "\",\"Service\":\""
                                + service.getServiceName() + "\",\"ForceNewDeployment\":true}")
                        .build())
                .build();
    }
}
