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
                .user(GET, "/api/leads/summary", ADMIN)
                .user(POST, "/api/leads/{personId}/outcomes", ADMIN)
                .user(POST, "/api/leads/{personId}/snooze", ADMIN)
                .user(POST, "/api/leads/{personId}/wake", ADMIN)
                .user(POST, "/api/leads/{personId}/owner", ADMIN)
                .user(POST, "/api/leads/{personId}/notes", ADMIN)
                .user(POST, "/api/leads/{personId}/disputes", ADMIN)
                .user(POST, "/api/leads/{personId}/cancelled-by-us", ADMIN)
                .user(POST, "/api/leads/{personId}/permissions", ADMIN)
                .user(POST, "/api/leads/{personId}/acts/{actId}/undo", ADMIN)
                .user(POST, "/api/leads/{personId}/presence", ADMIN)
                .user(POST, "/api/leads/{personId}/presence/end", ADMIN)
                .user(POST, "/api/people/search", ADMIN)
                .user(GET, "/api/live", ADMIN)
                .open(GET, "/api/openapi.json");
    }
}
