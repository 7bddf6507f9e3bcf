package hotleads.platform.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;

/** The table of a service's endpoints: what is not in it is refused to everybody. */
public final class Endpoints {
    /** One endpoint; the path is a Spring path pattern. */
    public record Rule(HttpMethod method, String path, Access access) {}

    private final List<Rule> rules = new ArrayList<>();

    public Endpoints() {
        open(HttpMethod.GET, "/healthz");
        open(HttpMethod.GET, "/readyz");
    }

    public Endpoints open(HttpMethod method, String path) {
        rules.add(new Rule(method, path, new Access.Open()));
        return this;
    }

    public Endpoints service(HttpMethod method, String path, String scope) {
        rules.add(new Rule(method, path, new Access.ForService(scope)));
        return this;
    }

    public Endpoints user(HttpMethod method, String path, Role... roles) {
        rules.add(new Rule(method, path, new Access.ForUser(Set.of(roles))));
        return this;
    }

    /** For acts that ask for the second factor again when it was proved longer ago than {@link Freshness#MOST}. */
    public Endpoints freshUser(HttpMethod method, String path, Role... roles) {
        rules.add(new Rule(method, path, new Access.ForFreshUser(Set.of(roles))));
        return this;
    }

    public List<Rule> rules() {
        return List.copyOf(rules);
    }
}
