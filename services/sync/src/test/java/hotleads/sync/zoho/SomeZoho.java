package hotleads.sync.zoho;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.platform.report.CountedActs;
import hotleads.platform.report.TimeOrderedIds;
import hotleads.platform.settings.Secret;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.accounts.SomeAccounts;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.util.unit.DataSize;

/** Our client of Zoho without a program around it. */
final class SomeZoho {
    final ZohoTokens tokens;
    final ReadLists lists;
    final ReadTimeline timeline;
    final WriteToZoho write;
    final ReadZohoAccount account;
    final KeepChannel channel;

    /** @param base origin and prefix of both, accounts and API */
    SomeZoho(URI base, Clock clock) {
        this(base, base.toString(), "demo-client", "demo-refresh", clock);
    }

    SomeZoho(URI accounts, String api, String client, String refresh, Clock clock) {
        this(accounts, api, client, refresh, SomeAccounts.sealed(), clock);
    }

    /** With accounts that another one sealed. */
    SomeZoho(URI base, SealedAccounts sealed, Clock clock) {
        this(base, base.toString(), "demo-client", "demo-refresh", sealed, clock);
    }

    private SomeZoho(URI accounts, String api, String client, String refresh, SealedAccounts sealed, Clock clock) {
        ZohoProperties properties = new ZohoProperties(
                client,
                new Secret("demo-secret"),
                new Secret(refresh),
                accounts,
                api,
                Duration.ofSeconds(2),
                Duration.ofMillis(1_500),
                Duration.ofSeconds(3),
                DataSize.ofMegabytes(1));
        CountedActs acts = new CountedActs(new TimeOrderedIds(clock), clock);
        ZohoHosts hosts = new ZohoHosts(properties);
        ZohoApi calls = new ZohoApi(sealed, properties, hosts, acts, clock);
        this.tokens = new ZohoTokens(sealed, properties, hosts, acts, clock);
        this.lists = new ReadLists(calls);
        this.timeline = new ReadTimeline(calls);
        this.write = new WriteToZoho(calls);
        this.account = new ReadZohoAccount(calls);
        this.channel = new KeepChannel(calls);
    }

    byte[] granted() {
        return content(tokens.renew(null));
    }

    static <T> T content(ProviderAnswer<T> answer) {
        if (answer.outcome() != ProviderOutcome.OK) {
            throw new AssertionError("Zoho answered " + answer.outcome() + " " + answer.cause());
        }
        return Objects.requireNonNull(answer.content());
    }
}
