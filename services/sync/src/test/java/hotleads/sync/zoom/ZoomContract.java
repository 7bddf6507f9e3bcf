package hotleads.sync.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.SourceAccount;
import hotleads.contracts.ZoomParticipant;
import hotleads.contracts.ZoomParticipantsQuery;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunQuery;
import hotleads.contracts.ZoomRunsQuery;
import hotleads.platform.settings.Secret;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What our client expects of Zoom, whoever plays it: recorded answers, a simulator, or Zoom itself. */
abstract class ZoomContract {
    abstract URI base();

    abstract String host();

    abstract LocalDate today();

    private SomeZoom zoom() {
        return new SomeZoom(base(), Clock.systemUTC());
    }

    @Test
    void theCredentialsOpenTheAccount() {
        SomeZoom zoom = zoom();

        SourceAccount opened = content(zoom.accounts.opened(zoom.granted()));

        assertThat(opened.missing()).isEmpty();
    }

    @Test
    void aWrongSecretIsRefused() {
        ProviderAnswer<byte[]> answer =
                new SomeZoom(base(), Clock.systemUTC(), new Secret("no-such-secret")).accounts.renew(null);

        assertThat(answer.outcome()).isEqualTo(ProviderOutcome.REFUSED_TOKEN);
        assertThat(answer.cause()).isEqualTo("credentials-refused");
    }

    @Test
    void aTokenZoomDoesNotKnowIsRefused() {
        assertThat(zoom().meetings
                        .runs(zoom().grant(Clock.systemUTC()), month(false))
                        .cause())
                .isEqualTo("token-refused");
    }

    @Test
    void aMonthOfAHostHasRuns() {
        assertThat(runs(false))
                .isNotEmpty()
                .allMatch(run -> run.people() >= 2 && !run.endsAt().isBefore(run.startsAt()));
    }

    @Test
    void whoeverWasAloneIsListedApart() {
        assertThat(runs(true)).allMatch(run -> run.people() == 1);
    }

    @Test
    void everyRunSaysWhoWasThere() {
        for (ZoomRun run : runs(false).stream().limit(5).toList()) {
            List<ZoomParticipant> rows = participants(run, false);

            assertThat(rows).isNotEmpty().anyMatch(ZoomParticipant::inMeeting);
            assertThat(rows).allMatch(row -> !row.leftAt().isBefore(row.joinedAt()));
        }
    }

    @Test
    void plansWithoutReportsSayItElsewhere() {
        ZoomRun run = runs(false).getFirst();

        assertThat(participants(run, true)).hasSameSizeAs(participants(run, false));
    }

    @Test
    void aSingleRunIsTheOneListed() {
        ZoomRun run = runs(false).getFirst();
        SomeZoom zoom = zoom();

        assertThat(content(zoom.meetings.run(zoom.granted(), new ZoomRunQuery(run.uuid()))))
                .isEqualTo(run);
    }

    @Test
    void aRunThatNeverWasIsGone() {
        SomeZoom zoom = zoom();

        assertThat(zoom.meetings
                        .run(zoom.granted(), new ZoomRunQuery("/nothing//AAAAAAAAAA=="))
                        .outcome())
                .isEqualTo(ProviderOutcome.GONE);
    }

    @Test
    void aHostOfAnotherAccountIsUnknown() {
        SomeZoom zoom = zoom();

        assertThat(zoom.meetings
                        .runs(zoom.granted(), new ZoomRunsQuery("nobody@example.org", today(), today(), false, null))
                        .cause())
                .isEqualTo("unknown-host");
    }

    private List<ZoomParticipant> participants(ZoomRun run, boolean withoutReports) {
        SomeZoom zoom = zoom();
        ZoomGrant grant = zoom.granted();
        List<ZoomParticipant> all = new ArrayList<>();
        String next = null;
        do {
            var page = content(
                    zoom.meetings.participants(grant, new ZoomParticipantsQuery(run.uuid(), next, withoutReports)));
            all.addAll(page.participants());
            next = page.nextPageToken();
        } while (next != null);
        return all;
    }

    private List<ZoomRun> runs(boolean alone) {
        SomeZoom zoom = zoom();
        return content(zoom.meetings.runs(zoom.granted(), month(alone))).runs();
    }

    private ZoomRunsQuery month(boolean alone) {
        return new ZoomRunsQuery(host(), today().minusDays(28), today(), alone, null);
    }

    private static <T> T content(ProviderAnswer<T> answer) {
        assertThat(answer.outcome()).as(String.valueOf(answer.cause())).isEqualTo(ProviderOutcome.OK);
        return Objects.requireNonNull(answer.content());
    }
}
