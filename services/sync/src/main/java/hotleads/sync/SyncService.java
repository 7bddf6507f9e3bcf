package hotleads.sync;

import hotleads.platform.Platform;
import hotleads.platform.endpoint.Endpoints;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** Reads at the providers when core asks; remembers nothing. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(Platform.class)
public class SyncService {
    private static final String READ = "provider.read";

    public static void main(String[] args) {
        SpringApplication.run(SyncService.class, args);
    }

    @Bean
    Endpoints endpoints() {
        return new Endpoints()
                .service(HttpMethod.POST, "/internal/acuity/appointment", READ)
                .service(HttpMethod.POST, "/internal/acuity/window", READ);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
