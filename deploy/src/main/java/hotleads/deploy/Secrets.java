package hotleads.deploy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * One secret a program, and one for the task that lets the first administrator in, with a member for each setting;
 * people fill them in, and no template ever holds a value.
 */
final class Secrets extends Construct {
    /** Whom it is for is told here too: a person's address stands in no template. */
    static final List<String> OF_INVITE = List.of("HOTLEADS_SERVICE_KEY", "HOTLEADS_FIRST_ADMIN");

    private final Key key;
    private final Map<Program, Secret> secrets = new EnumMap<>(Program.class);
    private final Secret invite;

    Secrets(Construct scope, Key key) {
        super(scope, "Secrets");
        this.key = key;
        for (Program program : Program.values()) {
            secrets.put(program, secret(program.word(), program.secrets()));
        }
        invite = secret(Programs.INVITE, OF_INVITE);
    }

    private Secret secret(String name, List<String> members) {
        return Secret.Builder.create(this, name)
                .description("What " + name + " alone may know")
                .encryptionKey(key)
                .removalPolicy(RemovalPolicy.RETAIN)
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate(blank(members))
                        .generateStringKey("not-filled-in-yet")
                        .build())
                .build();
    }

    /** A task does not start while a member it names is absent; a blank one is explained by the program itself. */
    private static String blank(List<String> members) {
        return members.stream().map(name -> "\"" + name + "\":\"\"").collect(Collectors.joining(",", "{", "}"));
    }

    Secret of(Program program) {
        return Optional.ofNullable(secrets.get(program)).orElseThrow();
    }

    /** The launcher's key lies here for as long as the first administrator is not there. */
    Secret ofInvite() {
        return invite;
    }
}
