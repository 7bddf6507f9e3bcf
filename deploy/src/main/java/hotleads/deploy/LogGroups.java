package hotleads.deploy;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** Every log group of an installation, each made here, encrypted and with an end. */
final class LogGroups extends Construct {
    private final Key key;
    private final String installation;
    private final LogGroup audit;

    LogGroups(Construct scope, Key key, String installation) {
        super(scope, "Logs");
        this.key = key;
        this.installation = installation;
        // HIPAA asks for six years of records of activity (45 CFR 164.316(b)(2)(i)).
        this.audit = group("audit", "/hotleads/" + installation + "/audit", RetentionDays.SIX_YEARS);
    }

    private LogGroup group(String id, String name, RetentionDays kept) {
        return LogGroup.Builder.create(this, id)
                .logGroupName(name)
                .encryptionKey(key)
                .retention(kept)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    /** What the programs say of their own life. */
    LogGroup of(String program) {
        return group(program, "/hotleads/" + installation + "/" + program, RetentionDays.THREE_MONTHS);
    }

    /** By the name that the service which writes to it insists on. */
    LogGroup named(String id, String name) {
        return group(id, name, RetentionDays.ONE_YEAR);
    }

    /** The copy of both audit trails. */
    LogGroup audit() {
        return audit;
    }
}
