package hotleads.sync.google;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.BusyTime;
import hotleads.contracts.GoogleChannel;
import hotleads.contracts.GoogleChannelStop;
import hotleads.contracts.GoogleEventRef;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleEventsQuery;
import hotleads.contracts.GoogleFreeBusyQuery;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.GoogleWatch;
import hotleads.contracts.ProviderAnswer;
import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.report.CountedActs;
import hotleads.platform.report.TimeOrderedIds;
import hotleads.sync.AnyReply;
import hotleads.sync.Tellable;
import hotleads.sync.google.GoogleAccount.Token;
import hotleads.sync.http.Deadline;
import hotleads.sync.http.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.type.TypeReference;

/** Any bytes as Google's answer, to every question that it is asked. */
class GoogleAnswerFuzzTest {
    private static final Instant NOW = SomeGoogle.NOW;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final GoogleAccount ACCOUNT = SomeGoogle.account();
    private static final GoogleProperties PROPERTIES = new GoogleProperties(
            "no-file",
            URI.create("http://127.0.0.1:9"),
            URI.create("http://127.0.0.1:9/token"),
            "calendar.events.freebusy",
            "calendar.events.owned",
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            DataSize.ofMegabytes(1),
            250);

    @Test
    void whateverItAnswersCoreIsToldWhatItCanTakeIn() {
        ShortRun.of(GoogleAnswerFuzzTest.class, GoogleAnswerFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        Reply reply = AnyReply.of(input);
        GoogleApi api = new Answering(reply);
        ReadEvents events = new ReadEvents(api, PROPERTIES);

        Tellable.check(
                events.page(ACCOUNT, new GoogleEventsQuery(NOW, NOW.plusSeconds(60), null, null)),
                new TypeReference<ProviderAnswer<GoogleEventsPage>>() {});
        Tellable.check(
                events.busy(ACCOUNT, new GoogleFreeBusyQuery(NOW, NOW.plusSeconds(60))),
                new TypeReference<ProviderAnswer<List<BusyTime>>>() {});
        OwnEvents own = new OwnEvents(api);
        Tellable.check(
                own.read(ACCOUNT, new GoogleEventRef("some-id", null)),
                new TypeReference<ProviderAnswer<GoogleOwnEvent>>() {});
        Tellable.check(
                own.remove(ACCOUNT, new GoogleEventRef("some-id", "some-etag")),
                new TypeReference<ProviderAnswer<Boolean>>() {});
        Channels channels = new Channels(api);
        Tellable.check(
                channels.open(
                        ACCOUNT, new GoogleWatch("some-channel", URI.create("https://practice.example"), "token", 60)),
                new TypeReference<ProviderAnswer<GoogleChannel>>() {});
        Tellable.check(
                channels.stop(ACCOUNT, new GoogleChannelStop("some-channel", "some-resource")),
                new TypeReference<ProviderAnswer<Boolean>>() {});
        token(reply);
    }

    private static void token(Reply reply) {
        Token token = ClassifyToken.reply(reply, NOW) instanceof Answer.Content(var json)
                ? RenewTokens.token(json, NOW)
                : null;
        if (token != null) {
            assertThat(token.value()).as("what a header can hold").matches("[!-~]+");
            assertThat(token.until()).isBetween(NOW, NOW.plus(Duration.ofHours(1)));
        }
    }

    /** The same answer to everything. */
    private static final class Answering extends GoogleApi {
        private final Reply reply;

        private Answering(Reply reply) {
            super(PROPERTIES, new CountedActs(new TimeOrderedIds(CLOCK), CLOCK), CLOCK);
            this.reply = reply;
        }

        @Override
        Answer send(
                Call call,
                @Nullable Token token,
                @Nullable Map<String, ?> body,
                @Nullable String etag,
                Deadline deadline) {
            return Classify.reply(reply, NOW);
        }
    }
}
