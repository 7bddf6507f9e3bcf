package hotleads.deploy;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NagPackProps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.cxapi.CloudAssembly;

/** Both sizes as they become templates, made once for all tests: that alone takes most of their time. */
final class SomeTemplates {
    static final Path FOLDER = Path.of("target", "templates");
    private static final App APP = app();
    private static final CloudAssembly ASSEMBLY = APP.synth();

    private SomeTemplates() {}

    private static App app() {
        try {
            App app = Deploy.app(Deploy.read(Path.of("practice.example.properties")), FOLDER);
            NagPackProps strict = NagPackProps.builder().verbose(true).build();
            Aspects.of(app).add(new AwsSolutionsChecks(strict));
            Aspects.of(app).add(new HIPAASecurityChecks(strict));
            return app;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Resources of(Size size) {
        return new Resources(
                Template.fromStack(stack("HotLeads-" + size.word())).toJSON());
    }

    static Resources ofImages() {
        return new Resources(Template.fromStack(stack("HotLeads-images")).toJSON());
    }

    private static Stack stack(String name) {
        return (Stack) APP.getNode().findChild(name);
    }

    /** What the rule packs found and nobody gave a reason for. */
    static List<String> findings() {
        return ASSEMBLY.getStacks().stream()
                .flatMap(artifact -> {
                    Annotations annotations = Annotations.fromStack(stack(artifact.getStackName()));
                    return Stream.concat(
                            annotations.findError("*", Match.anyValue()).stream(),
                            annotations.findWarning("*", Match.anyValue()).stream());
                })
                .map(message -> message.getId() + ": " + message.getEntry().getData())
                .sorted()
                .toList();
    }
}
