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

/** Reads and writes at the providers when core asks; remembers nothing. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(Platform.class)
public class SyncService {
    private static final String READ = "provider.read";
    private static final String WRITE = "provider.write";

    public static void main(String[] args) {
        SpringApplication.run(SyncService.class, args);
    }

    @Bean
    Endpoints endpoints() {
        return new Endpoints()
                .service(HttpMethod.POST, "/internal/acuity/appointment", READ)
                .service(HttpMethod.POST, "/internal/acuity/appointment-links", READ)
                .service(HttpMethod.POST, "/internal/acuity/window", READ)
                .service(HttpMethod.POST, "/internal/acuity/account", READ)
                .service(HttpMethod.POST, "/internal/acuity/catalogue", READ)
                .service(HttpMethod.POST, "/internal/acuity/free-dates", READ)
                .service(HttpMethod.POST, "/internal/acuity/free-times", READ)
                .service(HttpMethod.POST, "/internal/acuity/time-check", READ)
                .service(HttpMethod.POST, "/internal/acuity/hooks", READ)
                .service(HttpMethod.POST, "/internal/acuity/hooks/new", WRITE)
                .service(HttpMethod.POST, "/internal/acuity/hooks/removal", WRITE)
                .service(HttpMethod.POST, "/internal/zoom/token", WRITE)
                .service(HttpMethod.POST, "/internal/zoom/credentials", WRITE)
                .service(HttpMethod.POST, "/internal/zoom/account", READ)
                .service(HttpMethod.POST, "/internal/zoom/runs", READ)
                .service(HttpMethod.POST, "/internal/zoom/run", READ)
                .service(HttpMethod.POST, "/internal/zoom/participants", READ)
                .service(HttpMethod.POST, "/internal/zoho/token", WRITE)
                .service(HttpMethod.POST, "/internal/zoho/credentials", WRITE)
                .service(HttpMethod.POST, "/internal/zoho/account", READ)
                .service(HttpMethod.POST, "/internal/zoho/leads", READ)
                .service(HttpMethod.POST, "/internal/zoho/contacts", READ)
                .service(HttpMethod.POST, "/internal/zoho/tasks", READ)
                .service(HttpMethod.POST, "/internal/zoho/deleted", READ)
                .service(HttpMethod.POST, "/internal/zoho/timeline", READ)
                .service(HttpMethod.POST, "/internal/zoho/written", READ)
                .service(HttpMethod.POST, "/internal/zoho/notes/new", WRITE)
                .service(HttpMethod.POST, "/internal/zoho/tasks/new", WRITE)
                .service(HttpMethod.POST, "/internal/zoho/channel", WRITE)
                .service(HttpMethod.POST, "/internal/google/token", WRITE)
                .service(HttpMethod.POST, "/internal/google/credentials", WRITE)
                .service(HttpMethod.POST, "/internal/google/account", READ)
                .service(HttpMethod.POST, "/internal/google/events", READ)
                .service(HttpMethod.POST, "/internal/google/free-busy", READ)
                .service(HttpMethod.POST, "/internal/google/event", READ)
                .service(HttpMethod.POST, "/internal/google/event/put", WRITE)
                .service(HttpMethod.POST, "/internal/google/event/removal", WRITE)
                .service(HttpMethod.POST, "/internal/google/channels/new", WRITE)
                .service(HttpMethod.POST, "/internal/google/channels/stop", WRITE);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
