package hotleads.core;

import static hotleads.platform.endpoint.Role.ADMIN;
import static hotleads.platform.endpoint.Role.PRACTITIONER;
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
                // Before the pattern that would take it for a person's: the first row that fits counts.
                .user(GET, "/api/leads/summary", ADMIN)
                .user(GET, "/api/leads/{personId}", ADMIN, PRACTITIONER)
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
                .user(GET, "/api/people/{personId}/slots", ADMIN)
                .user(GET, "/api/people/{personId}/views", ADMIN)
                .user(GET, "/api/connections", ADMIN)
                .user(POST, "/api/connections/acuity/test", ADMIN)
                .user(POST, "/api/connections/acuity/run", ADMIN)
                .user(GET, "/api/live", ADMIN)
                .user(GET, "/api/events", ADMIN)
                .user(GET, "/api/events/{eventId}", ADMIN)
                .user(POST, "/api/events/{eventId}/reveal", ADMIN)
                .user(POST, "/api/replays", ADMIN)
                .user(GET, "/api/replays/{replayId}", ADMIN)
                .user(POST, "/api/replays/{replayId}/run", ADMIN)
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
                .user(GET, "/api/audit/entries", ADMIN)
                .user(GET, "/api/audit/chains", ADMIN)
                .user(POST, "/api/audit/verifications", ADMIN)
                .user(GET, "/api/audit/verifications/{id}", ADMIN)
                .user(POST, "/api/audit/checker-tests", ADMIN)
                .freshUser(GET, "/api/audit/export", ADMIN)
                .user(GET, "/api/keys", ADMIN)
                .freshUser(POST, "/api/keys/{purpose}/rotate", ADMIN)
                .open(GET, "/api/openapi.json");
    }
}
