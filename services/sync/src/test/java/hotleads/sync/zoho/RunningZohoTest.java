package hotleads.sync.zoho;

import static hotleads.sync.zoho.SomeZoho.content;
import static org.assertj.core.api.Assertions.assertThat;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.NewZohoTask;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoDeletedQuery;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoMarkerQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoTimelineQuery;
import hotleads.sync.running.RunningSimulators;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What our client expects of Zoho, kept by the simulator, or by whatever runs at {@code HOTLEADS_CONTRACT_ZOHO_URL}: a
 * practice of Zoho's that nobody needs, as it writes there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningZohoTest {
    private static final @Nullable String ELSEWHERE = System.getenv("HOTLEADS_CONTRACT_ZOHO_URL");

    private final Clock clock = Clock.systemUTC();
    private final SomeZoho zoho = new SomeZoho(
            ELSEWHERE == null ? RunningSimulators.shared().provider("zoho") : URI.create(ELSEWHERE), clock);
    private final byte[] account = zoho.granted();

    @Test
    void allLeadsComeInTheOrderOfTheirChanges() {
        List<ZohoPerson> leads = leads(null);

        assertThat(leads).isNotEmpty().isSortedAccordingTo(Comparator.comparing(ZohoPerson::modifiedAt));
        assertThat(leads).anyMatch(ZohoPerson::converted);
        assertThat(leads).extracting(ZohoPerson::id).doesNotHaveDuplicates();
    }

    @Test
    void aDeltaBringsTheTailOfIt() {
        List<ZohoPerson> all = leads(null);
        Instant middle = all.get(all.size() / 2).modifiedAt();

        assertThat(leads(middle))
                .isEqualTo(all.stream()
                        .filter(one -> !one.modifiedAt().isBefore(middle))
                        .toList());
        assertThat(zoho.lists
                        .leads(
                                account,
                                new ZohoListQuery(all.getLast().modifiedAt().plusSeconds(86_400), null))
                        .outcome())
                .isEqualTo(ProviderOutcome.NOTHING);
    }

    @Test
    void aNoteAndATaskAreWrittenAndFoundByTheirMarkers() {
        ZohoPerson lead =
                leads(null).stream().filter(one -> !one.converted()).findFirst().orElseThrow();
        String marker = "HL-" + Long.toHexString(clock.instant().toEpochMilli());
        // The practice's time may be another than ours.
        Instant since = lead.createdAt().minus(Duration.ofDays(1));

        var query = new ZohoMarkerQuery("note", "Leads", lead.id(), marker, since);
        assertThat(zoho.write.find(account, query).outcome()).isEqualTo(ProviderOutcome.NOTHING);
        var note = content(zoho.write.note(
                account, new NewZohoNote("Leads", lead.id(), "Called, left message", "By Tony", marker)));
        assertThat(content(zoho.write.find(account, query))).isEqualTo(note);

        var task = content(zoho.write.task(
                account,
                new NewZohoTask(
                        "Leads",
                        lead.id(),
                        "Call back",
                        LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(2),
                        marker)));
        assertThat(content(zoho.write.find(account, new ZohoMarkerQuery("task", "Leads", lead.id(), marker, since))))
                .isEqualTo(task);
    }

    @Test
    void aNoteAboutNobodyIsRefusedAsGone() {
        assertThat(zoho.write
                        .note(account, new NewZohoNote("Leads", 1, "Called", "By Tony", "HL-0"))
                        .outcome())
                .isEqualTo(ProviderOutcome.GONE);
    }

    @Test
    void somebodysTimelineTellsStages() {
        assertThat(leads(null).stream()
                        .flatMap(
                                lead -> content(zoho.timeline.read(account, new ZohoTimelineQuery(lead.id()))).stream())
                        .limit(3))
                .isNotEmpty()
                .allMatch(change -> change.to() != null);
    }

    @Test
    void deletionsTasksContactsAndTheAccountCanBeRead() {
        assertThat(zoho.lists
                        .deleted(account, new ZohoDeletedQuery("Leads", null, null))
                        .outcome())
                .isIn(ProviderOutcome.OK, ProviderOutcome.NOTHING);
        assertThat(content(zoho.lists.contacts(account, new ZohoListQuery(null, null)))
                        .records())
                .isNotEmpty();
        assertThat(content(zoho.lists.tasks(account, new ZohoListQuery(null, null)))
                        .records())
                .anyMatch(task -> task.about() != null && task.dueOn() != null);
        assertThat(content(zoho.account.read(account)).missing()).isEmpty();
    }

    private List<ZohoPerson> leads(@Nullable Instant since) {
        List<ZohoPerson> all = new ArrayList<>();
        @Nullable String page = null;
        do {
            ZohoPage<ZohoPerson> read = content(zoho.lists.leads(account, new ZohoListQuery(since, page)));
            all.addAll(read.records());
            page = read.next();
        } while (page != null);
        return all;
    }
}
