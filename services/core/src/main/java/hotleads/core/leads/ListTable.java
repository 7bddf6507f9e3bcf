package hotleads.core.leads;

import hotleads.core.leads.ExportList.Exported;
import hotleads.core.tables.Csv;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list as a table, reasons by their names. Its last line says whether it is whole. */
final class ListTable {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("E1", "New enquiry, nobody has replied"),
            Map.entry("E2", "Replied to, not booked"),
            Map.entry("E3", "Came by referral"),
            Map.entry("B1", "Cancelled and not rebooked"),
            Map.entry("B2", "With under 24 hours' notice"),
            Map.entry("B3", "Missed a session"),
            Map.entry("B4", "It was their first"),
            Map.entry("B5", "Moved a booking twice or more"),
            Map.entry("B6", "Left before half-time"),
            Map.entry("B7", "Late in two of the last three"),
            Map.entry("R1", "First session done, second not booked"),
            Map.entry("R2", "Past their usual rhythm"),
            Map.entry("R3", "Away for long"),
            Map.entry("P1", "They asked us to call"),
            Map.entry("P2", "Zoho task overdue"),
            Map.entry("C1", "Moved forward in Zoho"),
            Map.entry("O1", "A slot that fits them has opened"),
            Map.entry("N1", "Contacted recently"),
            Map.entry("N2", "Three tries without an answer"),
            Map.entry("N3", "\"Not now\""));

    private ListTable() {}

    static String of(Exported list) {
        ZoneId zone = ZoneId.of(list.zone());
        String head = Csv.line(
                "Rank", "Name", "Person", "Score", "Band", "Reasons", "Waiting since", "Last contact", "Practitioner");
        String rows = list.items().stream().map(lead -> line(lead, zone)).collect(Collectors.joining());
        return head
                + rows
                + Csv.line(
                        list.whole() ? "End of export" : "The list goes on",
                        list.items().size() + " rows",
                        moment(list.asOf(), zone) + " " + list.zone());
    }

    private static String line(LeadShown lead, ZoneId zone) {
        return Csv.line(
                lead.rank() == null ? null : lead.rank().toString(),
                lead.name(),
                lead.personId().toString(),
                points(lead.scoreTenths()),
                lead.band(),
                lead.reasons().stream().map(ListTable::reason).collect(Collectors.joining("; ")),
                moment(lead.waitingSince(), zone),
                moment(lead.lastContactAt(), zone),
                lead.practitioner());
    }

    private static String reason(ReasonShown reason) {
        return REASONS.getOrDefault(reason.rule(), reason.rule()) + " " + points(reason.tenths());
    }

    private static String points(int tenths) {
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    private static @Nullable String moment(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : MOMENT.format(moment.atZone(zone));
    }
}
