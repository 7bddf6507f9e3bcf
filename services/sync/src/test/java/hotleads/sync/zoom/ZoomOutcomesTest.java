package hotleads.sync.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZoomParticipantsPage;
import hotleads.contracts.ZoomParticipantsQuery;
import hotleads.contracts.ZoomRunsQuery;
import hotleads.sync.AcuityStandIn;
import hotleads.sync.AcuityStandIn.Reaction;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way Zoom can answer, and the class it comes to. */
class ZoomOutcomesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T22:00:00Z");

    private final AcuityStandIn zoom = new AcuityStandIn();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final SomeZoom reads = new SomeZoom(zoom.uri(), clock);

    @AfterEach
    void stop() {
        zoom.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401,124,REFUSED_TOKEN,token-refused",
        "400,124,REFUSED_TOKEN,token-refused",
        "400,4711,REFUSED_PERMISSION,scope-missing",
        "400,4700,REFUSED_PERMISSION,scope-missing",
        "400,200,REFUSED_PERMISSION,forbidden",
        "403,403,REFUSED_PERMISSION,forbidden",
        "400,4741,REFUSED_TOKEN,credentials-refused",
        "400,300,BAD_REQUEST,page-token",
        "300,300,BAD_REQUEST,page-token",
        "400,1010,GONE,unknown-host",
        "404,1001,GONE,unknown-host",
        "404,3001,GONE,not-found",
        "400,12702,GONE,too-old",
        "404,2300,BAD_REQUEST,wrong-address",
        "409,409,CHANGED,changed",
        "500,500,UNCLEAR,server-error",
        "429,429,RETRY_LATER,rate-limited"
    })
    void ofZoomsOwnNumber(int status, int code, ProviderOutcome outcome, String cause) {
        ProviderAnswer<?> answer =
                asked(AcuityStandIn.json(status, "{\"code\":" + code + ",\"message\":\"some text\"}"));

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.cause()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"99999999999", "1e400", "2300.5"})
    void aNumberThatIsNoneOfZoomsIsNoReasonToFail(String code) {
        assertThat(asked(AcuityStandIn.json(404, "{\"code\":" + code + "}")).cause())
                .isEqualTo("wrong-address");
    }

    @Test
    void aPageOfSomeEdgeMakesNothingVanish() {
        assertThat(asked(AcuityStandIn.html(404)).outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
        assertThat(asked(AcuityStandIn.html(502)).outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
        assertThat(asked(AcuityStandIn.html(403)).outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
    }

    @Test
    void anAnswerCutShortOrOfAnotherTypeMakesNoSense() {
        String half = ZoomAnswers.PARTICIPANTS.substring(0, ZoomAnswers.PARTICIPANTS.length() / 2);

        assertThat(asked(AcuityStandIn.json(200, half)).cause()).isEqualTo("bad-content");
        assertThat(asked(AcuityStandIn.answer(200, "text/html", ZoomAnswers.PARTICIPANTS))
                        .cause())
                .isEqualTo("bad-content");
        assertThat(asked(AcuityStandIn.json(200, "{\"participants\":null}")).cause())
                .isEqualTo("bad-content");
        assertThat(asked(AcuityStandIn.json(200, "[]")).cause()).isEqualTo("bad-content");
    }

    @Test
    void silenceIsUnclear() {
        assertThat(asked(exchange -> Thread.sleep(3_000)).cause()).isEqualTo("timed-out");
        assertThat(asked(exchange -> exchange.close()).outcome()).isEqualTo(ProviderOutcome.UNCLEAR);
    }

    /** Said by Zoom's own clock, which the stand-in keeps and ours, days off, does not. */
    @Test
    void theTimeToWaitIsReadInAllThreeStylesHoweverWrongOurClockIs() {
        Instant there = Clock.systemUTC().instant().plusSeconds(600);

        assertThat(waitFor(there.toString())).isBetween(590_000L, 601_000L);
        assertThat(waitFor(DateTimeFormatter.RFC_1123_DATE_TIME.format(there.atZone(ZoneOffset.UTC))))
                .isBetween(590_000L, 601_000L);
        assertThat(waitFor("3")).isEqualTo(3_000);
    }

    private long waitFor(String retryAfter) {
        return Objects.requireNonNull(asked(AcuityStandIn.json(429, "{\"code\":429}", "Retry-After", retryAfter))
                .retryAfterMillis());
    }

    @Test
    void withoutATimeTheSecondOfTheLimitCounts() {
        String reset = String.valueOf(NOW.plusSeconds(2).getEpochSecond());

        assertThat(asked(AcuityStandIn.json(429, "{\"code\":429}", "X-RateLimit-Reset", reset))
                        .retryAfterMillis())
                .isEqualTo(2_000);
        assertThat(asked(AcuityStandIn.json(429, "{\"code\":429}")).retryAfterMillis())
                .isNull();
    }

    @Test
    void aQuotaToldWith403IsNoLackOfPermission() {
        assertThat(asked(AcuityStandIn.json(403, "{\"code\":403}", "X-RateLimit-Type", "Daily-limit"))
                        .outcome())
                .isEqualTo(ProviderOutcome.RETRY_LATER);
    }

    @Test
    void aTokenThatEndsWithinAMinuteIsNotUsed() {
        zoom.reacts(AcuityStandIn.json(200, ZoomAnswers.PARTICIPANTS));
        ZoomGrant ending = new ZoomGrant(SomeZoom.CREDENTIALS, "t", NOW.plusSeconds(30), "");

        assertThat(reads.meetings
                        .participants(ending, new ZoomParticipantsQuery("u", null, false))
                        .outcome())
                .isEqualTo(ProviderOutcome.TOKEN_NEEDED);
        assertThat(zoom.asked()).isEmpty();
    }

    @Test
    void anEmptyTokenIsOneToAskForAgain() {
        zoom.reacts(AcuityStandIn.json(200, "{}"));

        ProviderAnswer<byte[]> answer = reads.accounts.renew(null);

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.RETRY_LATER);
        assertThat(answer.cause()).isEqualTo("token-not-ready");
    }

    @ParameterizedTest
    @CsvSource({"400,invalid_client", "400,unsupported_grant_type", "400,invalid_request", "401,invalid_request"})
    void refusedCredentialsNeedAPerson(int status, String error) {
        zoom.reacts(AcuityStandIn.json(status, "{\"reason\":\"some text\",\"error\":\"" + error + "\"}"));

        assertThat(reads.accounts.renew(null).cause()).isEqualTo("credentials-refused");
    }

    @Test
    void theTokenLeavesInAHeaderAndTheSecretToo() {
        zoom.reacts(AcuityStandIn.json(200, ZoomAnswers.TOKEN));
        reads.accounts.renew(null);
        asked(AcuityStandIn.json(200, ZoomAnswers.PARTICIPANTS));

        assertThat(zoom.asked())
                .allSatisfy(asked -> assertThat(asked.path()).doesNotContain("some-token", "demo-secret"));
    }

    @Test
    void participantsAreReadWithWhatZoomHidesLeftOpen() {
        ZoomParticipantsPage page = Objects.requireNonNull(
                asked(AcuityStandIn.json(200, ZoomAnswers.PARTICIPANTS)).content());

        assertThat(page.participants()).hasSize(3);
        assertThat(page.participants().get(1)).satisfies(waiting -> {
            assertThat(waiting.inMeeting()).isFalse();
            assertThat(waiting.email()).isNull();
            assertThat(waiting.name()).isEqualTo("Ana");
        });
        assertThat(page.nextPageToken()).isNull();
    }

    @Test
    void rowsWithoutTimesAreCountedAndLeftOut() {
        ZoomParticipantsPage page = Objects.requireNonNull(asked(AcuityStandIn.json(
                        200,
                        "{\"participants\":[{\"name\":\"Ana\"},{\"name\":\"Bo\",\"join_time\":\"11/24/2026 15:30\"}]}"))
                .content());

        assertThat(page.participants()).isEmpty();
        assertThat(page.unreadable()).isEqualTo(2);
    }

    @Test
    void aNameWithSlashesIsEncodedTwice() {
        zoom.reacts(AcuityStandIn.json(200, ZoomAnswers.PARTICIPANTS));

        var unused = reads.meetings.participants(reads.grant(clock), new ZoomParticipantsQuery("/a//b==", null, false));

        assertThat(zoom.asked().getFirst().path())
                .contains("/report/meetings/%252Fa%252F%252Fb%253D%253D/participants");
    }

    @Test
    void runsAreAskedForByDaysAndCountOfPeople() {
        zoom.reacts(AcuityStandIn.json(200, ZoomAnswers.runs(ZoomAnswers.ALONE)));

        var runs = reads.meetings.runs(
                reads.grant(clock),
                new ZoomRunsQuery(
                        "dana@practice.example", LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 25), true, null));

        assertThat(zoom.asked().getFirst().path())
                .contains("/report/users/dana%40practice.example/meetings?type=pastOne&from=2026-11-24&to=2026-11-25");
        assertThat(Objects.requireNonNull(runs.content()).runs())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.people()).isEqualTo(1);
                    assertThat(run.uuid()).startsWith("/5555");
                });
    }

    private ProviderAnswer<ZoomParticipantsPage> asked(Reaction reaction) {
        zoom.reacts(reaction);
        return reads.meetings.participants(reads.grant(clock), new ZoomParticipantsQuery("some-run", null, false));
    }
}
