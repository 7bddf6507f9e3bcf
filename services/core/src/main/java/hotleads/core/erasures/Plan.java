package hotleads.core.erasures;

import hotleads.contracts.AccountHoldings;
import hotleads.core.time.PracticeClock;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What would go, what stays and under which duty, and what other companies still hold: in numbers and ids. */
@Component
class Plan {
    /**
     * Where each provider shows what it holds to whoever signs in there; none of them takes a person in the address.
     */
    private static final String ACUITY = "https://secure.acuityscheduling.com/clients.php";

    private static final String ZOHO = "https://crm.zoho.com/crm/EntityInfo.do?module=%s&id=%d";
    private static final String ZOOM = "https://zoom.us/account/my/report";
    private static final String GOOGLE = "https://calendar.google.com/calendar/r";

    private final Holdings holdings;
    private final PracticeClock clock;
    private final JdbcClient jdbc;

    Plan(Holdings holdings, PracticeClock clock, JdbcClient jdbc) {
        this.holdings = holdings;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * The plan of one person.
     *
     * @param fingerprint sent back with asking and approving
     * @param ahead sessions booked and not over: they are better cancelled at Acuity first
     * @param authAway whether it is not known just now what auth holds
     */
    record Drawn(
            String fingerprint,
            List<Count> goes,
            List<Kept> keeps,
            List<Elsewhere> elsewhere,
            int ahead,
            boolean authAway) {}

    /** @param kind a word the pages have words for */
    record Count(String kind, long count) {}

    /** @param duty the word of why */
    record Kept(String kind, long count, String duty) {}

    /** @param url the provider's own page, where people of the practice can remove it */
    record Elsewhere(String source, String kind, long count, String url) {}

    /** @param account what auth says it holds; nothing while it is away */
    Drawn of(Whole.Of whole, Optional<AccountHoldings> account) {
        Extent extent = Extent.of(whole.persons(), whole.identities(), jdbc);
        List<Count> goes = new ArrayList<>(counts(holdings.count(extent)));
        account.ifPresent(held -> goes.addAll(counts(held)));
        return new Drawn(
                Fingerprint.text(Fingerprint.of(whole.persons(), whole.identities())),
                goes,
                keeps(extent),
                elsewhere(extent),
                ahead(extent),
                account.isEmpty());
    }

    private static List<Count> counts(Map<String, Long> counted) {
        return counted.entrySet().stream()
                .map(one -> new Count(one.getKey(), one.getValue()))
                .toList();
    }

    private static List<Count> counts(AccountHoldings held) {
        return List.of(
                new Count("account", held.accounts()),
                new Count("factors", held.factors()),
                new Count("sessions", held.sessions()),
                new Count("invites", held.invites()));
    }

    private List<Kept> keeps(Extent extent) {
        long entries = jdbc.sql("""
                        SELECT count(*) FROM audit_entry
                        WHERE subject_kind = 'person' AND string_to_array(subject, ',') && ?::text[]
                        """)
                .param(extent.persons().stream().map(UUID::toString).toArray(String[]::new))
                .query(Long.class)
                .single();
        long deliveries = extent.in(
                        jdbc.sql(
                                "SELECT count(*) FROM inbox_delivery WHERE provider = 'acuity' AND record_id = ANY (:bookings)"))
                .query(Long.class)
                .single();
        return List.of(
                new Kept("audit", entries, "accountability"),
                new Kept("deliveries", deliveries, "nothing-lost"),
                new Kept("receipt", 1, "proof"),
                new Kept(
                        "tombstones",
                        extent.bookings().size() + extent.records().size(),
                        "stays-erased"));
    }

    private List<Elsewhere> elsewhere(Extent extent) {
        List<Elsewhere> there = new ArrayList<>();
        if (!extent.bookings().isEmpty()) {
            there.add(new Elsewhere("acuity", "appointments", extent.bookings().size(), ACUITY));
        }
        extent.in(jdbc.sql(
                        "SELECT id, module FROM crm_record WHERE id = ANY (:records) AND state <> 'gone' ORDER BY id"))
                .query(row -> {
                    there.add(new Elsewhere(
                            "zoho",
                            row.getString("module").equals("Leads") ? "lead" : "contact",
                            1,
                            ZOHO.formatted(row.getString("module"), row.getLong("id"))));
                });
        long sessions =
                count("SELECT count(*) FROM attendance WHERE booking_id = ANY (:bookings) AND runs <> '{}'", extent);
        if (sessions > 0) {
            there.add(new Elsewhere("zoom", "meetings", sessions, ZOOM));
        }
        long events =
                count("SELECT count(*) FROM google_own_event WHERE booking_id = ANY (:bookings) AND wanted", extent);
        if (events > 0) {
            there.add(new Elsewhere("google", "events", events, GOOGLE));
        }
        return there;
    }

    private long count(String sql, Extent extent) {
        return extent.in(jdbc.sql(sql)).query(Long.class).single();
    }

    private int ahead(Extent extent) {
        return jdbc.sql("SELECT count(*) FROM booking WHERE id = ANY (?) AND state = 'booked' AND starts_at > ?")
                .params(extent.bookings().toArray(Long[]::new), Timestamp.from(clock.instant()))
                .query(Integer.class)
                .single();
    }
}
