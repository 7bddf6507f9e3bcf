package hotleads.core;

import static hotleads.platform.endpoint.Role.ADMIN;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import hotleads.platform.endpoint.Endpoints;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every endpoint of core, with the one kind of token it takes. */
@Configuration(proxyBeanMethods = false)
class CoreEndpoints {
    @Bean
    Endpoints endpoints() {
        return new Endpoints()
                .service(POST, "/internal/inbox", "inbox.append")
                .service(POST, "/internal/acts", "act.report")
                .user(GET, "/api/leads", ADMIN)
                .user(GET, "/api/leads/{personId}", ADMIN)
                .user(POST, "/api/leads/{personId}/outcomes", ADMIN)
                .user(POST, "/api/leads/{personId}/outcomes/{outcomeId}/undo", ADMIN)
                .user(GET, "/api/live", ADMIN)
                .user(GET, "/api/backfills", ADMIN)
                .user(POST, "/api/backfills", ADMIN)
                .user(POST, "/api/backfills/dry-run", ADMIN)
                .user(POST, "/api/backfills/{backfillId}/pause", ADMIN)
                .user(POST, "/api/backfills/{backfillId}/resume", ADMIN)
                .user(GET, "/api/rebuilds", ADMIN)
                .user(POST, "/api/rebuilds", ADMIN)
                .user(GET, "/api/sweeps", ADMIN)
                .user(GET, "/api/sweeps/{sweepId}", ADMIN)
                .user(POST, "/api/sweeps", ADMIN)
                .open(GET, "/api/openapi.json");
    }
}
