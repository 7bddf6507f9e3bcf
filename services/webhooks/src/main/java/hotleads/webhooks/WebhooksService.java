package hotleads.webhooks;

import hotleads.platform.Platform;
import hotleads.platform.endpoint.Endpoints;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Takes providers' deliveries and vouches for their signature; stores nothing. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(Platform.class)
public class WebhooksService {
    public static void main(String[] args) {
        SpringApplication.run(WebhooksService.class, args);
    }

    @Bean
    Endpoints endpoints() {
        return new Endpoints()
                .service(HttpMethod.POST, "/webhooks/acuity", "hook.relay")
                .service(HttpMethod.POST, "/webhooks/zoom", "hook.relay")
                .service(HttpMethod.POST, "/webhooks/zoho", "hook.relay")
                .service(HttpMethod.POST, "/webhooks/google", "hook.relay");
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
