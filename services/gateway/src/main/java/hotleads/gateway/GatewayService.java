package hotleads.gateway;

import hotleads.platform.figures.Figures;
import hotleads.platform.report.Reports;
import hotleads.platform.token.ServiceCalls;
import hotleads.platform.token.ServiceTokens;
import hotleads.platform.traces.TellTraces;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The edge: what the internet may say to the practice.
 *
 * <p>Of the platform it takes only its own tokens: nobody comes here with an internal one, so there is no endpoint
 * table and no Spring Security.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ServiceTokens.class, ServiceCalls.class, Reports.class, Figures.class, TellTraces.class})
public class GatewayService {
    public static void main(String[] args) {
        SpringApplication.run(GatewayService.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
