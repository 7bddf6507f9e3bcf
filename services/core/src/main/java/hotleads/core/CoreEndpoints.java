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
                .user(GET, "/api/audit/entries", ADMIN)
                .user(GET, "/api/audit/chains", ADMIN)
                .user(POST, "/api/audit/verifications", ADMIN)
                .user(GET, "/api/audit/verifications/{id}", ADMIN)
                .user(POST, "/api/audit/checker-tests", ADMIN)
                .user(GET, "/api/audit/export", ADMIN)
                .open(GET, "/api/openapi.json");
    }
}
