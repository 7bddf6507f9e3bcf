package hotleads.gateway.balancer;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Takes the caller's address from the load balancer, which adds it to the end of what the caller said of itself: the
 * last word is the balancer's, all before it is anybody's. From other peers nothing is taken.
 */
class ClientOfBalancer extends ValveBase {
    private static final String FIELD = "X-Forwarded-For";

    private final List<Net> nets;

    ClientOfBalancer(List<Net> nets) {
        super(true);
        this.nets = nets;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        InetAddress peer = InetAddress.ofLiteral(request.getRemoteAddr());
        if (nets.stream().anyMatch(net -> net.holds(peer))) {
            lastWord(request).ifPresent(address -> {
                request.setRemoteAddr(address.getHostAddress());
                request.setRemoteHost(address.getHostAddress());
            });
        }
        getNext().invoke(request, response);
    }

    private static Optional<InetAddress> lastWord(Request request) {
        List<String> lines = Collections.list(request.getHeaders(FIELD));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String line = lines.getLast();
        try {
            return Optional.of(InetAddress.ofLiteral(
                    line.substring(line.lastIndexOf(',') + 1).strip()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
