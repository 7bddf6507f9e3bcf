package hotleads.core.leads;

import hotleads.core.leads.LeadFilter.View;
import hotleads.core.leads.Leads.Row;
import hotleads.core.observations.Calendars;
import hotleads.core.people.PersonNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored rows as the browser gets them. */
@Component
class ShowLeads {
    private final Calendars calendars;

    ShowLeads(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Ranked only where the order is the list's. */
    List<LeadShown> page(List<Row> rows, PageMark mark, LeadFilter filter) {
        List<LeadShown> items = new ArrayList<>();
        for (Row row : rows) {
            items.add(one(row, filter.view() == View.LISTED ? mark.rank() + items.size() : null));
        }
        return items;
    }

    LeadShown one(Row row, @Nullable Integer rank) {
        return new LeadShown(
                rank,
                row.personId(),
                row.name(),
                PersonNames.initialsOf(row.name()),
                row.scoreTenths(),
                row.band(),
                row.evaluation().reasons(),
                row.waitingSince(),
                row.lastContactAt(),
                row.calendarId(),
                Optional.ofNullable(row.calendarId())
                        .flatMap(calendars::practitioner)
                        .orElse(null),
                row.ownerId(),
                row.evaluation().placement(),
                row.nextChangeAt(),
                row.factsVersion());
    }
}
