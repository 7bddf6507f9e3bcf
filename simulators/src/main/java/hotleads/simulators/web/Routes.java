package hotleads.simulators.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of method, path pattern and handler, tried from top to bottom. */
public final class Routes {

    /** What a request meets in the table. */
    public sealed interface Match {
        /** The handler to call, with the path's variables filled in. */
        record Found(Handler handler, Request request) implements Match {}

        /** The path exists, but not with this method. */
        record WrongMethod() implements Match {}

        /** No such path. */
        record NoSuchPath() implements Match {}
    }

    private record Route(String method, List<String> pattern, Handler handler) {}

    private final String prefix;
    private final List<Route> routes = new ArrayList<>();

    public Routes(String prefix) {
        this.prefix = prefix;
    }

    public Routes on(String method, String pattern, Handler handler) {
        routes.add(new Route(method, segments(prefix + pattern), handler));
        return this;
    }

    public boolean covers(String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    public Match find(Request request) {
        boolean pathKnown = false;
        List<String> segments = segments(request.path());
        for (Route route : routes) {
            var variables = match(route.pattern, segments);
            if (variables.isPresent() && route.method.equals(request.method())) {
                return new Match.Found(route.handler, request.matched(variables.get()));
            }
            pathKnown |= variables.isPresent();
        }
        return pathKnown ? new Match.WrongMethod() : new Match.NoSuchPath();
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return Optional.empty();
        }
        var variables = new HashMap<String, String>();
        for (int i = 0; i < pattern.size(); i++) {
            String expected = pattern.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
