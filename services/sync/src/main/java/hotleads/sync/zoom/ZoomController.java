package hotleads.sync.zoom;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOrder;
import hotleads.contracts.SourceAccount;
import hotleads.contracts.ZoomCredentials;
import hotleads.contracts.ZoomParticipantsPage;
import hotleads.contracts.ZoomParticipantsQuery;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunQuery;
import hotleads.contracts.ZoomRunsPage;
import hotleads.contracts.ZoomRunsQuery;
import hotleads.platform.problem.Problem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Core's orders at Zoom. The answer is 200 whenever we work; its outcome says how Zoom answered. */
@RestController
class ZoomController {
    private static final Logger log = LoggerFactory.getLogger(ZoomController.class);

    private final ZoomAccounts accounts;
    private final ReadMeetings meetings;

    ZoomController(ZoomAccounts accounts, ReadMeetings meetings) {
        this.accounts = accounts;
        this.meetings = meetings;
    }

    @PostMapping("/internal/zoom/token")
    ProviderAnswer<byte[]> token(@RequestBody ProviderOrder<Object> order) {
        return logged("Asked for a token", accounts.renew(order.account()));
    }

    @PostMapping("/internal/zoom/credentials")
    ProviderAnswer<byte[]> credentials(@RequestBody ProviderOrder<ZoomCredentials> order) {
        ZoomCredentials typed = needed(order.query());
        // Jackson leaves out what was not sent, whatever the record says.
        if (isBlank(typed.accountId()) || isBlank(typed.clientId()) || isBlank(typed.clientSecret())) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-credentials", "Zoom needs account id, client id and secret");
        }
        return logged("Tried other credentials", accounts.grant(typed));
    }

    @PostMapping("/internal/zoom/account")
    ProviderAnswer<SourceAccount> account(@RequestBody ProviderOrder<Object> order) {
        return logged("Tested the account", opened(order, accounts::opened));
    }

    @PostMapping("/internal/zoom/runs")
    ProviderAnswer<ZoomRunsPage> runs(@RequestBody ProviderOrder<ZoomRunsQuery> order) {
        ZoomRunsQuery query = needed(order.query());
        if (isBlank(query.host())
                || query.from() == null
                || query.to() == null
                || query.from().isAfter(query.to())) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-window", "Runs are those of a host between two dates");
        }
        return logged("Read runs", opened(order, grant -> meetings.runs(grant, query)));
    }

    @PostMapping("/internal/zoom/run")
    ProviderAnswer<ZoomRun> run(@RequestBody ProviderOrder<ZoomRunQuery> order) {
        ZoomRunQuery query = needed(order.query());
        requireUuid(query.uuid());
        return logged("Read a run", opened(order, grant -> meetings.run(grant, query)));
    }

    @PostMapping("/internal/zoom/participants")
    ProviderAnswer<ZoomParticipantsPage> participants(@RequestBody ProviderOrder<ZoomParticipantsQuery> order) {
        ZoomParticipantsQuery query = needed(order.query());
        requireUuid(query.uuid());
        return logged("Read participants", opened(order, grant -> meetings.participants(grant, query)));
    }

    private <T> ProviderAnswer<T> opened(ProviderOrder<?> order, Function<ZoomGrant, ProviderAnswer<T>> read) {
        return accounts.open(order.account())
                .map(read)
                .orElseGet(() -> accounts.noToken().told());
    }

    private static void requireUuid(@Nullable String uuid) {
        if (isBlank(uuid)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-run", "A run has a name");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static <Q> Q needed(@Nullable Q query) {
        if (query == null) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-order", "This order needs to say what is wanted");
        }
        return query;
    }

    private static <T> ProviderAnswer<T> logged(String act, ProviderAnswer<T> answer) {
        log.info("{} at Zoom: {} {}", act, answer.outcome(), answer.cause());
        return answer;
    }
}
