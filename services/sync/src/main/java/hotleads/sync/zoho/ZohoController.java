package hotleads.sync.zoho;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.NewZohoTask;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOrder;
import hotleads.contracts.SourceAccount;
import hotleads.contracts.ZohoChannelOrder;
import hotleads.contracts.ZohoCredentials;
import hotleads.contracts.ZohoDeletedQuery;
import hotleads.contracts.ZohoDeletion;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoMarkerQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.contracts.ZohoTask;
import hotleads.contracts.ZohoTimelineQuery;
import hotleads.contracts.ZohoWritten;
import hotleads.platform.problem.Problem;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Core's orders at Zoho, each with the account it lends. */
@RestController
@RequestMapping("/internal/zoho")
class ZohoController {
    private static final Logger log = LoggerFactory.getLogger(ZohoController.class);
    private static final Set<String> MODULES = Set.of("Leads", "Contacts", "Tasks");

    private final ZohoTokens tokens;
    private final ReadZohoAccount account;
    private final ReadLists lists;
    private final ReadTimeline timeline;
    private final WriteToZoho write;
    private final KeepChannel channel;

    ZohoController(
            ZohoTokens tokens,
            ReadZohoAccount account,
            ReadLists lists,
            ReadTimeline timeline,
            WriteToZoho write,
            KeepChannel channel) {
        this.tokens = tokens;
        this.account = account;
        this.lists = lists;
        this.timeline = timeline;
        this.write = write;
        this.channel = channel;
    }

    @PostMapping("/token")
    ProviderAnswer<byte[]> token(@RequestBody ProviderOrder<Object> order) {
        return logged("Asked for a token", tokens.renew(order.account()));
    }

    @PostMapping("/credentials")
    ProviderAnswer<byte[]> credentials(@RequestBody ProviderOrder<ZohoCredentials> order) {
        ZohoCredentials typed = query(order);
        if (typed.clientId() == null || typed.clientSecret() == null || typed.refreshToken() == null) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST,
                    "incomplete",
                    "A client id, a client secret and a refresh token are needed");
        }
        return logged("Tried new credentials", tokens.fresh(typed));
    }

    @PostMapping("/account")
    ProviderAnswer<SourceAccount> account(@RequestBody ProviderOrder<Object> order) {
        return logged("Read the account", account.read(order.account()));
    }

    @PostMapping("/leads")
    ProviderAnswer<ZohoPage<ZohoPerson>> leads(@RequestBody ProviderOrder<ZohoListQuery> order) {
        return logged("Read leads", lists.leads(order.account(), query(order)));
    }

    @PostMapping("/contacts")
    ProviderAnswer<ZohoPage<ZohoPerson>> contacts(@RequestBody ProviderOrder<ZohoListQuery> order) {
        return logged("Read contacts", lists.contacts(order.account(), query(order)));
    }

    @PostMapping("/tasks")
    ProviderAnswer<ZohoPage<ZohoTask>> tasks(@RequestBody ProviderOrder<ZohoListQuery> order) {
        return logged("Read tasks", lists.tasks(order.account(), query(order)));
    }

    @PostMapping("/deleted")
    ProviderAnswer<ZohoPage<ZohoDeletion>> deleted(@RequestBody ProviderOrder<ZohoDeletedQuery> order) {
        checkModule(query(order).module());
        return logged("Read what was deleted", lists.deleted(order.account(), query(order)));
    }

    @PostMapping("/timeline")
    ProviderAnswer<List<ZohoStageChange>> timeline(@RequestBody ProviderOrder<ZohoTimelineQuery> order) {
        return logged("Read a timeline", timeline.read(order.account(), query(order)));
    }

    @PostMapping("/notes/new")
    ProviderAnswer<ZohoWritten> note(@RequestBody ProviderOrder<NewZohoNote> order) {
        checkModule(query(order).module());
        return logged("Wrote a note", write.note(order.account(), query(order)));
    }

    @PostMapping("/tasks/new")
    ProviderAnswer<ZohoWritten> task(@RequestBody ProviderOrder<NewZohoTask> order) {
        checkModule(query(order).module());
        return logged("Wrote a task", write.task(order.account(), query(order)));
    }

    @PostMapping("/written")
    ProviderAnswer<ZohoWritten> written(@RequestBody ProviderOrder<ZohoMarkerQuery> order) {
        return logged("Looked for what was written", write.find(order.account(), query(order)));
    }

    @PostMapping("/channel")
    ProviderAnswer<Boolean> channel(@RequestBody ProviderOrder<ZohoChannelOrder> order) {
        return logged("Kept a channel", channel.keep(order.account(), query(order)));
    }

    /** It becomes a part of an address. */
    private static void checkModule(@Nullable String module) {
        if (module == null || !MODULES.contains(module)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "unknown-module", "Only leads, contacts and tasks are read");
        }
    }

    private static <Q> Q query(ProviderOrder<Q> order) {
        Q query = order.query();
        if (query == null) {
            throw new Problem(HttpStatus.BAD_REQUEST, "no-query", "The order says nothing of what is wanted");
        }
        return query;
    }

    private static <T> ProviderAnswer<T> logged(String act, ProviderAnswer<T> answer) {
        log.info("{}: {} {}", act, answer.outcome(), answer.cause());
        return answer;
    }
}
