package hotleads.core.leads;

import hotleads.core.leads.Leads.Cursor;
import hotleads.core.leads.Leads.Found;
import hotleads.core.leads.PracticeDay.Today;
import hotleads.core.people.PersonNames;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import hotleads.vault.Unopened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The list whole, to be taken away or printed: recorded with everyone on it before anything of it is told. */
@Component
class ExportList {
    /** Nobody reads further on paper; an export that ends here says so. */
    private static final int MOST = 5_000;

    private static final int AT_ONCE = 500;

    private final Leads leads;
    private final ShowLeads show;
    private final Views views;
    private final ReportUnopened report;
    private final PracticeDay day;

    ExportList(Leads leads, ShowLeads show, Views views, ReportUnopened report, PracticeDay day) {
        this.leads = leads;
        this.show = show;
        this.views = views;
        this.report = report;
        this.day = day;
    }

    /** How much of a name leaves the program. */
    enum Privacy {
        NAMES,
        INITIALS,
        HIDDEN;

        static Privacy of(String word) {
            for (Privacy each : values()) {
                if (each.name().equalsIgnoreCase(word)) {
                    return each;
                }
            }
            throw new Problem(HttpStatus.BAD_REQUEST, "bad-filter", "Use the privacy modes that the API names");
        }

        private LeadShown applied(LeadShown lead) {
            return switch (this) {
                case NAMES -> lead;
                case INITIALS -> lead.called(PersonNames.initialsOf(lead.name()), lead.initials());
                case HIDDEN -> lead.called("", "");
            };
        }
    }

    /**
     * What is told.
     *
     * @param zone the practice's IANA zone
     * @param by the account that asked for it
     * @param privacy {@code names}, {@code initials} or {@code hidden}: what stands in the names
     * @param whole false where the list goes on
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record Exported(
            Instant asOf,
            String zone,
            UUID by,
            String privacy,
            boolean whole,
            List<LeadShown> items,
            @Nullable UnopenedShown unopened) {}

    /** In the caller's transaction, so that nothing is told that is not recorded. */
    Exported export(Caller caller, LeadFilter filter, Privacy privacy, String format) {
        Today today = day.today();
        Unopened unopened = new Unopened();
        List<LeadShown> items = new ArrayList<>();
        PageMark mark = PageMark.parse(null);
        Cursor next;
        do {
            Found found = leads.page(filter, today, mark.cursor(), AT_ONCE, unopened);
            items.addAll(show.page(found.rows(), mark, filter));
            next = found.end();
            if (next != null) {
                mark = PageMark.parse(mark.after(next, AT_ONCE));
            }
        } while (next != null && items.size() < MOST);
        views.exported(
                caller,
                items.stream().map(LeadShown::personId).toList(),
                "format=" + format + "&privacy=" + word(privacy) + filter.inWords() + "&rows=" + items.size());
        return new Exported(
                today.now(),
                day.zone(),
                caller.accountId(),
                word(privacy),
                next == null,
                items.stream().map(privacy::applied).toList(),
                report.of(unopened));
    }

    private static String word(Privacy privacy) {
        return privacy.name().toLowerCase(Locale.ROOT);
    }
}
