package hotleads.core.sources;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOrder;
import hotleads.contracts.ProviderOutcome;
import hotleads.core.sources.SourceHealth.Rest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Calls at a provider through sync: in turn, with the account lent, and with a new token where the old one is over. */
@Component
public class SourceAccess {
    /** What sync says of a token the provider does not take, which a new one may mend. */
    private static final String TOKEN_REFUSED = "token-refused";

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int WHILE_SYNC_STARTS = 30;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    /** A little longer than one asking for a token can take. */
    private static final Duration LONGEST_RENEWAL = Duration.ofSeconds(70);

    private static final ParameterizedTypeReference<ProviderAnswer<byte[]>> BYTES =
            new ParameterizedTypeReference<>() {};

    private final SyncOrders sync;
    private final Accounts accounts;
    private final Permits permits;
    private final SourceHealth health;
    private final List<TokenQuery> tokenQueries;

    SourceAccess(
            SyncOrders sync, Accounts accounts, Permits permits, SourceHealth health, List<TokenQuery> tokenQueries) {
        this.sync = sync;
        this.accounts = accounts;
        this.permits = permits;
        this.health = health;
        this.tokenQueries = tokenQueries;
    }

    /**
     * Reads.
     *
     * @param account {@link Source#MAIN}, or the internal id of a calendar at Google; never an address
     * @param path one of sync's, such as {@code /internal/zoho/leads}
     * @return {@code RETRY_LATER} too when it is not our turn, or the provider asked us to stay away
     */
    public <T> ProviderAnswer<T> ask(
            Source source,
            String account,
            Lane lane,
            Turn turn,
            String path,
            @Nullable Object query,
            ParameterizedTypeReference<ProviderAnswer<T>> type) {
        Call<T> call = lent -> sync.read(path, new ProviderOrder<>(lent, query), type);
        ProviderAnswer<T> answer = inTurn(source, account, lane, turn, call);
        // A sync that is just starting is there within seconds, and the next run may be a quarter of an hour away.
        for (int tries = 0;
                turn != Turn.LIVE && isAway(answer) && tries < WHILE_SYNC_STARTS && pause(A_SECOND);
                tries++) {
            answer = inTurn(source, account, lane, turn, call);
        }
        return answer;
    }

    private static boolean isAway(ProviderAnswer<?> answer) {
        return SyncOrders.AWAY.equals(answer.cause());
    }

    /** Changes something there; else as {@link #ask}. */
    public <T> ProviderAnswer<T> write(
            Source source,
            String account,
            Lane lane,
            Turn turn,
            String path,
            @Nullable Object query,
            ParameterizedTypeReference<ProviderAnswer<T>> type) {
        return inTurn(source, account, lane, turn, lent -> sync.write(path, new ProviderOrder<>(lent, query), type));
    }

    /**
     * Puts credentials a person typed in the place of those there were, of all accounts, when the provider takes them:
     * where a source has several, as Google has, one service account opens them all.
     *
     * @param credentials in the fields the provider gives them
     */
    public ProviderAnswer<byte[]> replaceCredentials(Source source, Object credentials) {
        ProviderAnswer<byte[]> made = sync.write(
                "/internal/" + source.word() + "/credentials", new ProviderOrder<>(null, credentials), BYTES);
        if (made.outcome() == ProviderOutcome.OK) {
            accounts.replace(source, Objects.requireNonNull(made.content()));
            health.peopleActed(source);
        }
        return made;
    }

    /** What opened an account opens another's now, or nobody's; how its calls went is no matter any more. */
    public void forget(Source source, String account) {
        accounts.forget(source, account);
        health.forget(source, account);
    }

    private <T> ProviderAnswer<T> inTurn(Source source, String account, Lane lane, Turn turn, Call<T> call) {
        Optional<Rest> rest = health.rest(source, account);
        if (rest.isPresent()) {
            return rest.get().answer();
        }
        try {
            if (!permits.await(lane, turn)) {
                return ProviderAnswer.failed(ProviderOutcome.RETRY_LATER, null, "own-limit");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "stopping");
        }
        ProviderAnswer<T> answer = withToken(source, account, call);
        health.heard(source, account, answer);
        return answer;
    }

    private <T> ProviderAnswer<T> withToken(Source source, String account, Call<T> call) {
        Accounts.Lent lent = accounts.lend(source, account);
        if (lent.sealed() != null) {
            ProviderAnswer<T> answer = call.with(lent.sealed());
            if (!wantsNewToken(answer)) {
                return answer;
            }
        }
        ProviderAnswer<byte[]> renewed = renewed(source, account, lent.version());
        if (renewed.outcome() != ProviderOutcome.OK) {
            return ProviderAnswer.failed(renewed.outcome(), renewed.retryAfterMillis(), renewed.cause());
        }
        // Refused again with a fresh token, a person has to act.
        return call.with(renewed.content());
    }

    private static boolean wantsNewToken(ProviderAnswer<?> answer) {
        return answer.outcome() == ProviderOutcome.TOKEN_NEEDED
                || answer.outcome() == ProviderOutcome.REFUSED_TOKEN && TOKEN_REFUSED.equals(answer.cause());
    }

    private ProviderAnswer<byte[]> renewed(Source source, String account, long seen) {
        AtomicReference<@Nullable ProviderAnswer<byte[]>> asked = new AtomicReference<>();
        accounts.open(source, account);
        boolean isSettled = false;
        for (long waited = 0; !isSettled; waited += LOOK_AGAIN.toMillis()) {
            isSettled = accounts.renew(source, account, seen, held -> {
                ProviderAnswer<byte[]> made = newToken(source, account, held);
                asked.set(made);
                return made.content();
            });
            if (!isSettled && (waited > LONGEST_RENEWAL.toMillis() || !pause(LOOK_AGAIN))) {
                return ProviderAnswer.failed(ProviderOutcome.UNCLEAR, null, "timed-out");
            }
        }
        ProviderAnswer<byte[]> made = asked.get();
        // Nobody was asked when another had just renewed it.
        return made == null || made.outcome() == ProviderOutcome.OK
                ? ProviderAnswer.of(
                        Objects.requireNonNull(accounts.lend(source, account).sealed(), "just renewed"))
                : made;
    }

    private static boolean pause(Duration howLong) {
        try {
            Thread.sleep(howLong);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ProviderAnswer<byte[]> newToken(Source source, String account, Accounts.Lent held) {
        Object query = tokenQueries.stream()
                .filter(one -> one.source() == source)
                .findFirst()
                .map(one -> one.of(account))
                .orElse(null);
        byte[] from = held.sealed() == null ? accounts.lend(source, Source.MAIN).sealed() : held.sealed();
        return sync.write("/internal/" + source.word() + "/token", new ProviderOrder<>(from, query), BYTES);
    }

    private interface Call<T> {
        ProviderAnswer<T> with(byte @Nullable [] account);
    }
}
