package hotleads.gateway.routing;

import hotleads.gateway.frontend.Frontend;
import hotleads.gateway.health.Readiness;
import hotleads.gateway.throttle.Throttle;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands Tomcat the one servlet. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    @Bean
    ServletRegistrationBean<Edge> edge(
            PublicOrigin origin, Throttle throttle, Relay relay, Frontend frontend, Readiness readiness) {
        var registration = new ServletRegistrationBean<>(new Edge(origin, throttle, relay, frontend, readiness), "/");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
