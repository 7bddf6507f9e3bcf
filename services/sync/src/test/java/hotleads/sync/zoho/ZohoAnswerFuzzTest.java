package hotleads.sync.zoho;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.NewZohoTask;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.SourceAccount;
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
import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.report.CountedActs;
import hotleads.platform.report.TimeOrderedIds;
import hotleads.platform.settings.Secret;
import hotleads.sync.AnyReply;
import hotleads.sync.Tellable;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.accounts.SomeAccounts;
import hotleads.sync.http.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.type.TypeReference;

/** Any bytes as Zoho's answer, to every question that it is asked. */
class ZohoAnswerFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final long LEAD = 3_652_397_000_000_186_017L;
    private static final SealedAccounts SEALED = SomeAccounts.sealed();
    private static final ZohoProperties PROPERTIES = new ZohoProperties(
            "demo-client",
            new Secret("demo-secret"),
            new Secret("demo-refresh"),
            URI.create("http://127.0.0.1:9"),
            "",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(1));
    private static final Held ACCOUNT =
            new Held("demo-client", "demo-secret", "demo-refresh", URI.create("http://127.0.0.1:9"), null, null, null);
    private static final ZohoHosts HOSTS = new ZohoHosts(PROPERTIES);

    @Test
    void whateverItAnswersCoreIsToldWhatItCanTakeIn() {
        ShortRun.of(ZohoAnswerFuzzTest.class, ZohoAnswerFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Reply reply = AnyReply.of(input);
        ZohoApi api = new Answering(reply);
        TypeReference<ProviderAnswer<ZohoPage<ZohoPerson>>> people = new TypeReference<>() {};
        TypeReference<ProviderAnswer<ZohoWritten>> written = new TypeReference<>() {};

        ReadLists lists = new ReadLists(api);
        Tellable.check(lists.leads(null, new ZohoListQuery(null, null)), people);
        Tellable.check(lists.contacts(null, new ZohoListQuery(null, "some-page")), people);
        Tellable.check(
                lists.tasks(null, new ZohoListQuery(null, null)),
                new TypeReference<ProviderAnswer<ZohoPage<ZohoTask>>>() {});
        Tellable.check(
                lists.deleted(null, new ZohoDeletedQuery("Leads", null, null)),
                new TypeReference<ProviderAnswer<ZohoPage<ZohoDeletion>>>() {});
        Tellable.check(
                new ReadTimeline(api).read(null, new ZohoTimelineQuery(LEAD)),
                new TypeReference<ProviderAnswer<List<ZohoStageChange>>>() {});
        WriteToZoho write = new WriteToZoho(api);
        Tellable.check(write.note(null, new NewZohoNote("Leads", LEAD, "Title", "Text", "some-marker")), written);
        Tellable.check(
                write.task(null, new NewZohoTask("Contacts", LEAD, "Call", LocalDate.EPOCH, "some-marker")), written);
        Tellable.check(write.find(null, new ZohoMarkerQuery("note", "Leads", LEAD, "some-marker", NOW)), written);
        Tellable.check(new ReadZohoAccount(api).read(null), new TypeReference<ProviderAnswer<SourceAccount>>() {});
        token(reply);
    }

    private static void token(Reply reply) {
        ProviderAnswer<byte[]> renewed = new ZohoTokens(
                        SEALED, PROPERTIES, HOSTS, new CountedActs(new TimeOrderedIds(CLOCK), CLOCK), CLOCK)
                .read(reply, ACCOUNT, NOW);
        if (renewed.content() != null) {
            Held held = SEALED.open(ZohoTokens.ZOHO, renewed.content(), Held.class);
            assertThat(held.token()).as("what a header can hold").matches("[!-~]+");
            assertThat(held.endsAt()).isBetween(NOW, NOW.plus(Duration.ofDays(1)));
            assertThat(DataCentre.isApi(Objects.requireNonNull(held.api()))).isTrue();
        }
    }

    /** The same answer to everything. */
    private static final class Answering extends ZohoApi {
        private final Reply reply;

        private Answering(Reply reply) {
            super(SEALED, PROPERTIES, HOSTS, new CountedActs(new TimeOrderedIds(CLOCK), CLOCK), CLOCK);
            this.reply = reply;
        }

        @Override
        Answer get(byte @Nullable [] account, String kind, String pathAndQuery, @Nullable Instant since) {
            return Classify.reply(reply, NOW);
        }

        @Override
        Answer post(byte @Nullable [] account, String kind, String path, Object body) {
            return Classify.reply(reply, NOW);
        }
    }
}
