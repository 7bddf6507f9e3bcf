package hotleads.simulators.zoho;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.practice.Client;
import hotleads.simulators.practice.PracticeState;
import hotleads.simulators.zoho.Happening.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * All that was done in the CRM of the same practice until a moment, and what comes in the weeks after, made up from a
 * seed.
 *
 * <p>Most clients wrote before they booked, and what they wrote then differs from what they booked under as it does in
 * life: another number, an alias, a nickname, no e-mail, an address the family shares. Others wrote and never booked.
 */
final class CrmScript {

    private static final Duration DAY = Duration.ofDays(1);
    private static final List<String> SOURCES =
            List.of("Web Research", "Web Research", "Advertisement", "External Referral", "Phone", "Facebook");
    private static final List<String> LATER = List.of(
            "Bea Brambling",
            "Cosmo Crickett",
            "Dulcie Doubtfire",
            "Ezra Eggcup",
            "Fern Figgleby",
            "Gil Gooseberry",
            "Hope Hummock",
            "Ike Inglenook",
            "Jun Jigsawy",
            "Kay Kittiwick",
            "Lou Lollopper",
            "Mae Mistlethrush");

    private final Instant until;
    private final Random random;
    private final List<Happening> happenings = new ArrayList<>();

    private CrmScript(Instant until, long seed) {
        this.until = until;
        random = new Random(seed * 31 + 7);
    }

    /** @param end how the practice's bookings stand at that moment */
    static List<Happening> endingAt(Instant until, long seed, PracticeState end) {
        var script = new CrmScript(until, seed);
        script.clients(end);
        script.neverBooked();
        script.tasks();
        script.ahead();
        script.happenings.sort(Comparator.comparing(Happening::at));
        return script.happenings;
    }

    private void clients(PracticeState end) {
        Map<String, Booking> first = new LinkedHashMap<>();
        for (Booking booking : end.bookings()) {
            first.merge(
                    booking.client().name(),
                    booking,
                    (one, other) -> other.createdAt().isBefore(one.createdAt()) ? other : one);
        }
        int nth = 0;
        for (Booking booking : first.values()) {
            client(booking, nth++);
        }
    }

    private void client(Booking first, int nth) {
        // Some book without a word before.
        if (nth % 10 == 3 || nth % 10 == 7) {
            return;
        }
        String who = "client-" + nth;
        Instant wrote = first.createdAt().minus(Duration.ofHours(2 + random.nextInt(200)));
        add(wrote, Kind.ENQUIRE, who, asWritten(first.client(), nth));
        Instant replied = wrote.plus(Duration.between(wrote, first.createdAt()).dividedBy(2));
        add(replied, Kind.CHANGE, who, Map.of("Lead_Status", nth % 4 == 0 ? "Attempted to Contact" : "Contacted"));
        // The desk forgets to convert every third.
        if (nth % 3 != 0) {
            add(first.createdAt().plusSeconds(3_600), Kind.CONVERT, who, Map.of());
        }
        if (nth % 12 == 5) {
            add(first.startsAt().plus(DAY), Kind.CHANGE, who, Map.of("Phone", "(202) 555-01" + (60 + nth % 30)));
        }
    }

    /** What was typed into the form then. */
    private Map<String, String> asWritten(Client client, int nth) {
        var fields = enquiry(client.firstName(), client.lastName(), SOURCES.get(random.nextInt(SOURCES.size())));
        fields.put("Email", client.email());
        if (client.phone().length() == 10) {
            fields.put("Phone", client.formattedPhone());
        }
        switch (nth % 12) {
            case 1 -> fields.put("Phone", "+1 202 555 01" + (60 + nth % 30));
            case 2 -> fields.put("Email", "hello." + client.email().replace("example.org", "example.net"));
            case 4 -> fields.remove("Email");
            // Only the name is left to agree.
            case 6 -> {
                fields.put("Email", "private" + nth + "@example.net");
                fields.remove("Phone");
            }
            case 8 -> fields.put("First_Name", nickname(client.firstName()));
            case 9 -> fields.put("Email", " " + client.email().toUpperCase(java.util.Locale.ROOT));
            default -> {}
        }
        return fields;
    }

    private static String nickname(String name) {
        return name.length() > 3 ? name.substring(0, 3) : name + "y";
    }

    private void neverBooked() {
        newEnquiry("new-1", "Wanda Wishbone", Duration.ofHours(2), "External Referral", "wanda@example.org");
        newEnquiry("new-2", "Quentin Quiver", Duration.ofHours(6), "Web Research", "quentin@example.net");
        newEnquiry("new-3", "Tabitha Tumbledry", Duration.ofHours(21), "Phone", null);
        newEnquiry("new-4", "Orla Oddment", Duration.ofDays(2), null, "orla@example.org");
        newEnquiry("new-5", "Ralph Ripplewick", Duration.ofDays(4), "Advertisement", "ralph@example.org");
        status("new-5", Duration.ofDays(3), "Attempted to Contact");
        newEnquiry("new-6", "Sylvie Sunderbun", Duration.ofDays(6), "External Referral", "sylvie@example.net");
        status("new-6", Duration.ofDays(5), "Contacted");
        status("new-6", Duration.ofHours(26), "Pre-Qualified");
        newEnquiry("new-7", "Win Bigprizes", Duration.ofDays(3), "Web Research", "prizes@example.net");
        status("new-7", Duration.ofDays(3).minusHours(1), "Junk Lead");
        newEnquiry("new-8", "Ulla Upsadaisy", Duration.ofDays(9), "Facebook", "ulla@example.org");
        status("new-8", Duration.ofDays(8), "Contacted");
        status("new-8", Duration.ofDays(2), "Lost Lead");
        newEnquiry("new-9", "Vic Vinegar", Duration.ofDays(12), "Phone", "vic@example.org");
        status("new-9", Duration.ofDays(11), "Contacted");
        status("new-9", Duration.ofDays(4), "Attempted to Contact");
        // The form was sent twice, and the desk put the two together.
        newEnquiry("new-10", "Iris Icecap", Duration.ofDays(5), "Web Research", "iris@example.org");
        newEnquiry(
                "new-10-again", "Iris Icecap", Duration.ofDays(5).minusMinutes(4), "Web Research", "iris@example.org");
        add(before(Duration.ofDays(4)), Kind.MERGE, "new-10", Map.of("loser", "new-10-again"));
        newEnquiry("new-11", "Testy Testington", Duration.ofDays(20), "Web Research", "testy@example.net");
        add(before(Duration.ofDays(19)), Kind.DELETE, "new-11", Map.of());
        // A couple wrote under one address.
        newEnquiry("new-12", "Fay Featherby", Duration.ofDays(1), "Web Research", "featherby.home@example.org");
        newEnquiry("new-13", "Glen Featherby", Duration.ofHours(23), "Web Research", "featherby.home@example.org");
        newEnquiry("new-14", "Hattie Halfmoon", Duration.ofDays(40), "Web Research", "hattie@example.org");
    }

    private void newEnquiry(
            String who,
            String name,
            Duration ago,
            @org.jspecify.annotations.Nullable String source,
            @org.jspecify.annotations.Nullable String email) {
        int cut = name.lastIndexOf(' ');
        var fields = enquiry(name.substring(0, cut), name.substring(cut + 1), source);
        if (email == null) {
            fields.put("Mobile", "202-555-0191");
        } else {
            fields.put("Email", email);
        }
        add(before(ago), Kind.ENQUIRE, who, fields);
    }

    private static Map<String, String> enquiry(
            String first, String last, @org.jspecify.annotations.Nullable String source) {
        var fields = new HashMap<String, String>();
        fields.put("First_Name", first);
        fields.put("Last_Name", last);
        fields.put("Lead_Status", "Not Contacted");
        // What people write about themselves must not be fetched, let alone kept.
        fields.put("Description", "PLANTED-9ZH they told us in confidence");
        if (source != null) {
            fields.put("Lead_Source", source);
        }
        return fields;
    }

    private void status(String who, Duration ago, String status) {
        add(before(ago), Kind.CHANGE, who, Map.of("Lead_Status", status));
    }

    private void tasks() {
        task("task-1", "new-6", Duration.ofDays(9), -3, "Not Started");
        task("task-2", "client-0", Duration.ofDays(6), -2, "In Progress");
        task("task-3", "client-1", Duration.ofDays(20), -9, "Completed");
        task("task-4", "client-2", Duration.ofDays(2), 6, "Not Started");
        task("task-5", "new-9", Duration.ofDays(5), 0, "Not Started");
        add(
                before(Duration.ofDays(9)),
                Kind.CHANGE,
                "task-3",
                Map.of("Closed_Time", ZohoTime.text(before(Duration.ofDays(9)))));
        add(
                before(Duration.ofDays(3)),
                Kind.TASK,
                "task-6",
                Map.of("about", "new-5", "Subject", "Think about them", "Status", "Not Started", "Priority", "Low"));
    }

    private void task(String who, String about, Duration ago, int dueInDays, String status) {
        String due =
                until.atZone(Catalogue.ZONE).toLocalDate().plusDays(dueInDays).toString();
        add(
                before(ago),
                Kind.TASK,
                who,
                Map.of(
                        "about",
                        about,
                        "Subject",
                        "Call back",
                        "Status",
                        status,
                        "Priority",
                        "Normal",
                        "Due_Date",
                        due));
    }

    private void ahead() {
        int nth = 0;
        for (String name : LATER) {
            Duration after = Duration.ofHours(5 + 31L * nth);
            int cut = name.indexOf(' ');
            var fields = enquiry(name.substring(0, cut), name.substring(cut + 1), SOURCES.get(nth % SOURCES.size()));
            fields.put("Email", name.substring(0, cut).toLowerCase(java.util.Locale.ROOT) + "@example.org");
            add(until.plus(after), Kind.ENQUIRE, "later-" + nth, fields);
            if (nth % 2 == 0) {
                add(until.plus(after).plus(DAY), Kind.CHANGE, "later-" + nth, Map.of("Lead_Status", "Contacted"));
            }
            nth++;
        }
    }

    private Instant before(Duration ago) {
        return until.minus(ago);
    }

    private void add(Instant at, Kind kind, String who, Map<String, String> what) {
        happenings.add(new Happening(ZohoTime.whole(at), kind, who, what));
    }
}
