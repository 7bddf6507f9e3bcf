package hotleads.sync.google;

import hotleads.contracts.BusyTime;
import hotleads.contracts.GoogleChannel;
import hotleads.contracts.GoogleChannelStop;
import hotleads.contracts.GoogleEventRef;
import hotleads.contracts.GoogleEventWrite;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleEventsQuery;
import hotleads.contracts.GoogleFreeBusyQuery;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.GoogleTokenQuery;
import hotleads.contracts.GoogleWatch;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOrder;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.SourceAccount;
import hotleads.platform.problem.Problem;
import hotleads.sync.accounts.SealedAccounts;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Core's orders at Google. The answer is 200 whenever we work; its outcome says how Google answered. */
@RestController
class GoogleController {
    private static final Logger log = LoggerFactory.getLogger(GoogleController.class);

    private final RenewTokens tokens;
    private final ReadEvents events;
    private final OwnEvents own;
    private final Channels channels;
    private final SealedAccounts accounts;

    GoogleController(RenewTokens tokens, ReadEvents events, OwnEvents own, Channels channels, SealedAccounts accounts) {
        this.tokens = tokens;
        this.events = events;
        this.own = own;
        this.channels = channels;
        this.accounts = accounts;
    }

    @PostMapping("/internal/google/token")
    ProviderAnswer<byte[]> token(@RequestBody ProviderOrder<GoogleTokenQuery> order) {
        GoogleTokenQuery query = order.query();
        // Nobody's calendar is known: there is nobody to ask a token for.
        if (query == null || query.person() == null || query.person().isBlank()) {
            return ProviderAnswer.failed(ProviderOutcome.REFUSED_PERMISSION, null, "not-connected");
        }
        return logged("Asked for tokens", tokens.renew(order.account(), query));
    }

    @PostMapping("/internal/google/credentials")
    ProviderAnswer<byte[]> credentials(@RequestBody ProviderOrder<Map<String, String>> order) {
        Map<String, String> fields = order.query();
        if (fields == null || fields.isEmpty()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "bad-query", "Credentials are the fields of the service account's file");
        }
        return logged("Took credentials", tokens.take(fields));
    }

    /** Google tells nothing of a plan; that busy times can be read is what the credentials open. */
    @PostMapping("/internal/google/account")
    ProviderAnswer<SourceAccount> account(@RequestBody ProviderOrder<Void> order) {
        return with(order.account(), account -> logged("Tried the account", events.tried(account)));
    }

    @PostMapping("/internal/google/events")
    ProviderAnswer<GoogleEventsPage> events(@RequestBody ProviderOrder<GoogleEventsQuery> order) {
        return ordered("Read events", order, query -> isWindow(query), events::page);
    }

    @PostMapping("/internal/google/free-busy")
    ProviderAnswer<List<BusyTime>> freeBusy(@RequestBody ProviderOrder<GoogleFreeBusyQuery> order) {
        return ordered(
                "Asked when busy",
                order,
                query -> query.from() != null
                        && query.to() != null
                        && query.from().isBefore(query.to()),
                events::busy);
    }

    @PostMapping("/internal/google/event")
    ProviderAnswer<GoogleOwnEvent> event(@RequestBody ProviderOrder<GoogleEventRef> order) {
        return ordered("Read an event", order, query -> query.id() != null, own::read);
    }

    @PostMapping("/internal/google/event/put")
    ProviderAnswer<GoogleOwnEvent> put(@RequestBody ProviderOrder<GoogleEventWrite> order) {
        return ordered("Wrote an event", order, GoogleController::isWhole, own::write);
    }

    @PostMapping("/internal/google/event/removal")
    ProviderAnswer<Boolean> remove(@RequestBody ProviderOrder<GoogleEventRef> order) {
        return ordered("Removed an event", order, query -> query.id() != null, own::remove);
    }

    @PostMapping("/internal/google/channels/new")
    ProviderAnswer<GoogleChannel> open(@RequestBody ProviderOrder<GoogleWatch> order) {
        return ordered(
                "Opened a channel",
                order,
                query -> query.channel() != null && query.token() != null && query.target() != null,
                channels::open);
    }

    @PostMapping("/internal/google/channels/stop")
    ProviderAnswer<Boolean> stop(@RequestBody ProviderOrder<GoogleChannelStop> order) {
        return ordered(
                "Stopped a channel",
                order,
                query -> query.channel() != null && query.resource() != null,
                channels::stop);
    }

    private <Q, T> ProviderAnswer<T> ordered(
            String act,
            ProviderOrder<Q> order,
            Predicate<Q> makesSense,
            BiFunction<GoogleAccount, Q, ProviderAnswer<T>> call) {
        Q query = order.query();
        // Jackson leaves out what was not sent, whatever the record says.
        if (query == null || !makesSense.test(query)) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-query", "The order does not say what is wanted");
        }
        return with(order.account(), account -> logged(act, call.apply(account, query)));
    }

    private <T> ProviderAnswer<T> with(byte @Nullable [] sealed, Function<GoogleAccount, ProviderAnswer<T>> call) {
        return sealed == null
                ? ProviderAnswer.failed(ProviderOutcome.TOKEN_NEEDED, null, "token-needed")
                : call.apply(accounts.open(GoogleAccount.PROVIDER, sealed, GoogleAccount.class));
    }

    private static boolean isWindow(GoogleEventsQuery query) {
        return query.syncToken() != null
                || query.from() != null && query.to() != null && query.from().isBefore(query.to());
    }

    private static boolean isWhole(GoogleEventWrite wanted) {
        return wanted.id() != null
                && wanted.startsAt() != null
                && wanted.endsAt() != null
                && wanted.zone() != null
                && wanted.title() != null
                && wanted.mark() != null;
    }

    private static void require(boolean condition, String title) {
        if (!condition) {
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-query", title);
        }
    }

    private static <T> ProviderAnswer<T> logged(String act, ProviderAnswer<T> answer) {
        log.info("{}: {} {}", act, answer.outcome(), answer.cause());
        return answer;
    }
}
