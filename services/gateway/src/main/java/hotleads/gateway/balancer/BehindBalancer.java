package hotleads.gateway.balancer;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Where {@code HOTLEADS_LOAD_BALANCER} says from which addresses a load balancer of ours calls. */
@Component
@ConditionalOnProperty("HOTLEADS_LOAD_BALANCER")
class BehindBalancer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final List<Net> nets;

    BehindBalancer(@Value("${HOTLEADS_LOAD_BALANCER}") List<String> nets) {
        this.nets = nets.stream().map(Net::parse).toList();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new ClientOfBalancer(nets));
    }
}
