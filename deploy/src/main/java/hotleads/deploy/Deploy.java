package hotleads.deploy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/** Writes the templates: of the images' repositories, and of an installation of each size. */
public final class Deploy {
    /** Of CDK's older and newer ways to do a thing, the newer. */
    private static final Map<String, Object> TODAYS_WAYS = Map.of(
            "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy",
            true,
            "@aws-cdk/aws-iam:minimizePolicies",
            true,
            "@aws-cdk/aws-iam:standardizedServicePrincipals",
            true,
            "@aws-cdk/aws-ecs:disableEcsImdsBlocking",
            true,
            "@aws-cdk/core:defaultCrossStackReferences",
            "strong");

    private Deploy() {}

    /**
     * Asks nothing of AWS.
     *
     * @param arguments the practice's file, and the folder the templates are written to
     */
    public static void main(String[] arguments) throws IOException {
        app(read(Path.of(arguments[0])), Path.of(arguments[1])).synth();
    }

    static App app(Practice practice, Path folder) {
        App app = new App(AppProps.builder()
                .outdir(folder.toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                .context(TODAYS_WAYS)
                .build());
        StackProps props = StackProps.builder()
                .env(Environment.builder()
                        .account(practice.account())
                        .region(practice.region())
                        .build())
                .terminationProtection(true)
                .build();
        Repositories repositories = new Repositories(app, props);
        for (Size size : Size.values()) {
            if (!size.walled() || !practice.privateAuthority().isBlank()) {
                new Installation(app, size, practice, repositories, props);
            }
        }
        return app;
    }

    static Practice read(Path file) throws IOException {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        Map<String, String> named = new TreeMap<>();
        lines.stringPropertyNames().forEach(name -> named.put(name, lines.getProperty(name)));
        return Practice.of(named);
    }
}
