package hotleads.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The practice's own keys at KMS, one for each kind of thing, so that the right to one opens nothing else. */
final class Keys extends Construct {
    private static final int DAYS_BEFORE_A_KEY_IS_GONE = 30;

    private final Key vault;
    private final Key data;
    private final Key logs;

    Keys(Construct scope) {
        super(scope, "Keys");
        vault = key("Vault", "Wraps the key sets of auth and core");
        data = key("Data", "Encrypts the database, its backups, the secrets and what lies in buckets");
        logs = key("Logs", "Encrypts the logs, the audit trail's copy and the alarms");
        letLogsUse(logs);
        letAlarmsUse(logs);
    }

    private Key key(String name, String what) {
        return Key.Builder.create(this, name)
                .description(what)
                .enableKeyRotation(true)
                .pendingWindow(Duration.days(DAYS_BEFORE_A_KEY_IS_GONE))
                // Without it the database is noise for good.
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private void letLogsUse(Key key) {
        Stack stack = Stack.of(this);
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("logs." + stack.getRegion() + ".amazonaws.com")))
                .actions(List.of(
                        "kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "ArnLike",
                        Map.of(
                                "kms:EncryptionContext:aws:logs:arn",
                                "arn:aws:logs:" + stack.getRegion() + ":" + stack.getAccount() + ":log-group:*")))
                .build());
    }

    private void letAlarmsUse(Key key) {
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey*"))
                .resources(List.of("*"))
                .conditions(Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount())))
                .build());
    }

    /** Asked by auth and core themselves, each with its own name as the encryption context. */
    Key vault() {
        return vault;
    }

    Key data() {
        return data;
    }

    Key logs() {
        return logs;
    }
}
