package hotleads.gateway.answer;

import hotleads.platform.report.CountedActs;
import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts the two valves of this package into Tomcat. */
@Component
class AnswerShape implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final CountedActs acts;
    private final Clock clock;

    AnswerShape(CountedActs acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new EveryAnswer(acts, clock));
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(TomcatsOwnErrors.class.getName());
            }
        });
    }
}
