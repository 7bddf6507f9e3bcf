package hotleads.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** Where the images lie; first of all, for a program starts only from an image that is there. */
final class Repositories extends Stack {
    static final String MIGRATE = "migrate";
    private static final int KEPT = 20;

    private final Map<String, Repository> repositories = new TreeMap<>();

    Repositories(Construct scope, StackProps props) {
        super(scope, "HotLeads-images", props);
        Key key = Key.Builder.create(this, "Key")
                .description("Encrypts the programs' images")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        names().forEach(name -> repositories.put(
                name,
                Repository.Builder.create(this, name)
                        .repositoryName("hotleads/" + name)
                        // What a task definition names is what was looked at, and stays it.
                        .imageTagMutability(TagMutability.IMMUTABLE)
                        .imageScanOnPush(true)
                        .encryption(RepositoryEncryption.KMS)
                        .encryptionKey(key)
                        .lifecycleRules(List.of(
                                LifecycleRule.builder().maxImageCount(KEPT).build()))
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build()));
    }

    private static Stream<String> names() {
        return Stream.concat(Stream.of(Program.values()).map(Program::word), Stream.of(MIGRATE));
    }

    Repository of(String name) {
        return Optional.ofNullable(repositories.get(name)).orElseThrow();
    }
}
