package hotleads.simulators.zoom;

import hotleads.simulators.practice.Booking;
import hotleads.simulators.practice.Catalogue;
import hotleads.simulators.web.Answer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The page where sessions are lived another way, and Zoom made to fail. */
final class ZoomPage {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM, h:mma", Locale.US).withZone(Catalogue.ZONE);
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';" + " frame-ancestors 'none'";

    private ZoomPage() {}

    static Answer of(List<Booking> recent, Sessions sessions, ZoomFaults faults) {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\"><title>Zoom</title>"
                + "<link rel=\"stylesheet\" href=\"/control/control.css\"></head><body><header class=\"top\">"
                + "<p class=\"kind\">Simulators · a made-up practice</p><nav aria-label=\"Pages\">"
                + "<a href=\"/control\">Make it happen</a> <a href=\"/control/zoom\">Zoom</a></nav></header>"
                + "<main><h1>Zoom</h1><form method=\"post\" action=\"/control/zoom/off\">"
                + "<button>Zoom is off for two hours</button></form><h2>Sessions</h2><table><thead><tr>"
                + "<th>When</th><th>Who</th><th>What happens</th></tr></thead><tbody>");
        recent.forEach(booking -> page.append(row(booking, sessions.storyOf(booking))));
        page.append("</tbody></table><h2>What goes wrong</h2><ul>");
        for (ZoomFault fault : ZoomFault.values()) {
            page.append(fault(fault, faults.on(fault)));
        }
        page.append("</ul></main></body></html>");
        return Answer.html(200, page.toString())
                .withHeader("Content-Security-Policy", POLICY)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Referrer-Policy", "no-referrer");
    }

    private static String row(Booking booking, Story story) {
        var options = new StringBuilder();
        for (Story one : Story.values()) {
            options.append("<option value=\"%s\"%s>%s</option>"
                    .formatted(one.word(), one == story ? " selected" : "", escape(one.title())));
        }
        String who = escape(booking.client().name());
        return """
                <tr><td>%s</td><td>%s</td><td><form method="post" action="/control/zoom/sessions/%d">
                <select name="story" aria-label="What happens with %s">%s</select> <button>So be it</button></form></td></tr>""".formatted(TIME.format(booking.startsAt()), who, booking.id(), who, options);
    }

    private static String fault(ZoomFault fault, boolean on) {
        return """
                <li><form method="post" action="/control/zoom/faults"><input type="hidden" name="fault" value="%s">
                <input type="hidden" name="on" value="%s"><button>%s</button> %s</form></li>""".formatted(fault.word(), !on, on ? "Switch off" : "Switch on", escape(fault.title()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
