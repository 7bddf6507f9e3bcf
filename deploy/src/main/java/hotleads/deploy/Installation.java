package hotleads.deploy;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** One practice's whole installation. */
final class Installation extends Stack {
    Installation(Construct scope, Size size, Practice practice, Repositories repositories, StackProps props) {
        super(scope, "HotLeads-" + size.word(), props);
        if (size.walled() && practice.privateAuthority().isBlank()) {
            throw new IllegalArgumentException("The practice's file does not say: private-authority");
        }
        Keys keys = new Keys(this);
        LogGroups logGroups = new LogGroups(this, keys.logs(), size.word());
        Network network = new Network(this, size, practice, logGroups);
        Trail trail = new Trail(this, keys.data());
        network.letReach(trail.keeping(Program.AUTH, Program.CORE));
        // Its name must begin so, or the firewall for requests refuses it.
        LogGroup requests = logGroups.named("Requests", "aws-waf-logs-hotleads-" + size.word());
        Edge edge = new Edge(this, practice, network, trail, requests);
        Database database = new Database(this, size, size.word(), network, keys.data(), logGroups);
        Secrets secrets = new Secrets(this, keys.data());
        Programs programs =
                new Programs(this, size, practice, network, keys, database, secrets, logGroups, repositories, trail);
        edge.leadTo(programs.of(Program.GATEWAY));
        new Rotation(this, network, keys.data(), database, programs.services());
        new Watch(this, keys.logs(), edge, database, programs, logGroups.audit());
        if (size.walled()) {
            new Wall(this, network, logGroups.of("wall"));
        }
        Tags.of(this).add("hotleads", size.word());
        Reasons.give(this);
    }
}
