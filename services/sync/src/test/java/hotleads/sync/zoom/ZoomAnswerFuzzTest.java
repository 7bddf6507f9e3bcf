package hotleads.sync.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.SourceAccount;
import hotleads.contracts.ZoomCredentials;
import hotleads.contracts.ZoomParticipantsPage;
import hotleads.contracts.ZoomParticipantsQuery;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunQuery;
import hotleads.contracts.ZoomRunsPage;
import hotleads.contracts.ZoomRunsQuery;
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
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.type.TypeReference;

/** Any bytes as Zoom's answer, to every question that it is asked. */
class ZoomAnswerFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final SealedAccounts SEALED = SomeAccounts.sealed();
    private static final ZoomGrant GRANT =
            new ZoomGrant(SomeZoom.CREDENTIALS, "some-token", NOW.plusSeconds(3_600), "user:read:admin");
    private static final ZoomProperties PROPERTIES = new ZoomProperties(
            "demo-account",
            "demo-client",
            new Secret("demo-secret"),
            URI.create("http://127.0.0.1:9"),
            URI.create("http://127.0.0.1:9/oauth/token"),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(1));

    @Test
    void whateverItAnswersCoreIsToldWhatItCanTakeIn() {
        ShortRun.of(ZoomAnswerFuzzTest.class, ZoomAnswerFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        ZoomApi api = new Answering(AnyReply.of(input));
        ReadMeetings meetings = new ReadMeetings(api);

        Tellable.check(
                meetings.runs(GRANT, new ZoomRunsQuery("some-host", DAY, DAY, false, null)),
                new TypeReference<ProviderAnswer<ZoomRunsPage>>() {});
        Tellable.check(
                meetings.run(GRANT, new ZoomRunQuery("/some/uuid==")), new TypeReference<ProviderAnswer<ZoomRun>>() {});
        Tellable.check(
                meetings.participants(GRANT, new ZoomParticipantsQuery("some-uuid", null, false)),
                new TypeReference<ProviderAnswer<ZoomParticipantsPage>>() {});
        ZoomAccounts accounts = new ZoomAccounts(api, SEALED, PROPERTIES, CLOCK);
        Tellable.check(accounts.opened(GRANT), new TypeReference<ProviderAnswer<SourceAccount>>() {});
        ProviderAnswer<byte[]> granted = accounts.grant(SomeZoom.CREDENTIALS);
        if (granted.content() != null) {
            ZoomGrant grant = accounts.open(granted.content()).orElseThrow();
            assertThat(grant.token()).as("what a header can hold").matches("[!-~]+");
            assertThat(grant.expiresAt()).isBetween(NOW, NOW.plus(Duration.ofHours(2)));
        }
    }

    /** The same answer to everything. */
    private static final class Answering extends ZoomApi {
        private final Reply reply;

        private Answering(Reply reply) {
            super(PROPERTIES, new CountedActs(new TimeOrderedIds(CLOCK), CLOCK), CLOCK);
            this.reply = reply;
        }

        @Override
        ZoomAnswer get(ZoomGrant grant, String kind, String pathAndQuery) {
            return ClassifyZoom.reply(reply, NOW);
        }

        @Override
        ZoomAnswer token(ZoomCredentials credentials) {
            return ClassifyZoom.token(reply, NOW);
        }
    }
}
