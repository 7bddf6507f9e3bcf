package hotleads.deploy;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** Where a rule pack asks for something else than what is right here, and why. Whatever is not in this list fails. */
final class Reasons {
    private static final String RULE = "HIPAA.Security-";
    private static final String AWS = "AwsSolutions-";

    /** @param where the path below the stack; the rule stays silent there and below */
    private record Reason(String where, String rule, String why) {}

    private static final String OWN_POLICY = "Written with the one role that has it, and gone with it: a shared policy"
            + " would be one that several could come to have.";
    private static final String OWN_FOLDER =
            "A folder in which the program puts a thing once and lets it lie; ProgramsTest"
                    + " holds its rights, none of which deletes.";
    private static final String ADDRESSES =
            "The environment holds addresses, names and numbers; every secret comes from"
                    + " Secrets Manager, which ProgramsTest checks.";
    private static final String BY_PEOPLE =
            "The providers and the practice make what is in it, so no function can make it"
                    + " anew: docs/runbooks/keys.md and aws.md say how people do. The database's passwords rotate by themselves.";
    private static final String NOT_COPIED =
            "The locked one holds who was erased, which the database knows too; the other who"
                    + " looked. A second region is the practice's choice, and would take its people's data there.";

    private static final List<Reason> ALL = List.of(
            new Reason("Network/Balancer", AWS + "EC23", "This is what faces the internet, on one port, by TLS 1.3."),
            new Reason(
                    "Network/Vpc",
                    RULE + "VPCNoUnrestrictedRouteToIGW",
                    "Only the load balancer and the way out of sync stand in these subnets, which NetworkTest checks."),
            new Reason(
                    "Network/Vpc",
                    RULE + "VPCDefaultSecurityGroupClosed",
                    "Nothing belongs to it, which NetworkTest checks; to close it would take a function with rights to"
                            + " change every group."),
            new Reason("Network/Vpc", RULE + "IAMNoInlinePolicy", OWN_POLICY),
            new Reason("Programs", RULE + "IAMNoInlinePolicy", OWN_POLICY),
            new Reason("Rotation", RULE + "IAMNoInlinePolicy", OWN_POLICY),
            new Reason(
                    "Programs",
                    AWS + "IAM5[Resource::*]",
                    "ecr:GetAuthorizationToken knows no resource; RulesTest allows * for nothing else."),
            new Reason("Programs", AWS + "IAM5[Resource::<TrailLockedD3AB4BFF.Arn>/erasures/*]", OWN_FOLDER),
            new Reason("Programs", AWS + "IAM5[Resource::<TrailLockedD3AB4BFF.Arn>/anchors*/auth/*]", OWN_FOLDER),
            new Reason("Programs", AWS + "IAM5[Resource::<TrailLockedD3AB4BFF.Arn>/anchors*/core/*]", OWN_FOLDER),
            new Reason(
                    "Database/Monitoring",
                    AWS + "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/"
                            + "AmazonRDSEnhancedMonitoringRole]",
                    "Amazon's own policy for its own service, which writes figures of the machine."),
            new Reason("Programs", AWS + "ECS2", ADDRESSES),
            new Reason("Secrets", AWS + "SMG4", BY_PEOPLE),
            new Reason("Secrets", RULE + "SecretsManagerRotationEnabled", BY_PEOPLE),
            new Reason("Trail", RULE + "S3BucketReplicationEnabled", NOT_COPIED),
            new Reason(
                    "Trail/Access",
                    RULE + "S3DefaultEncryptionKMS",
                    "The load balancer can write into a bucket with Amazon's own key only."),
            new Reason(
                    "Database/Instance",
                    AWS + "RDS11",
                    "Three security groups alone reach the port: another number would hide it from nobody."),
            new Reason(
                    "Database/Instance",
                    RULE + "RDSInBackupPlan",
                    "Its own backups bring back any second of two weeks; a plan would keep the same at a price, longer"
                            + " than erased people may be kept."));

    private Reasons() {}

    static void give(IConstruct stack) {
        ALL.forEach(reason ->
                NagSuppressions.addResourceSuppressions(at(stack, reason.where()), List.of(suppression(reason)), true));
    }

    /** A rule may name in brackets the one finding that is meant. */
    private static NagPackSuppression suppression(Reason reason) {
        String[] parts = reason.rule().split("\\[", 2);
        return NagPackSuppression.builder()
                .id(parts[0])
                .reason(reason.why())
                .appliesTo(parts.length == 1 ? null : List.of(parts[1].substring(0, parts[1].length() - 1)))
                .build();
    }

    private static IConstruct at(IConstruct stack, String path) {
        IConstruct found = stack;
        for (String name : path.split("/", -1)) {
            found = found.getNode().findChild(name);
        }
        return found;
    }
}
