package hotleads.simulators.zoho;

import static java.util.stream.Collectors.joining;

import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Parameters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;

/** The control page for Zoho: a new enquiry, a stage moved, the permission withdrawn, and every fault. */
final class ZohoPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';" + " frame-ancestors 'none'";

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Zoho</title>
            <link rel="stylesheet" href="/control/control.css">
            </head>
            <body>
            <header class="top">
            <p class="kind">Simulators · a made-up practice</p>
            <nav aria-label="Pages"><a href="/control">Make it happen</a> <a href="/control/zoho">Zoho</a></nav>
            </header>
            <main>
            <h1>Zoho</h1>
            %s
            <div class="sections">
            <section aria-labelledby="enquiry"><h2 id="enquiry">A new enquiry</h2>
            <form method="post" action="/control/zoho/enquiry">
            <p class="hint">Whatever is left empty is made up.</p>
            <div class="pair">
            <div><label for="first">First name</label><input id="first" name="First_Name" autocomplete="off"></div>
            <div><label for="last">Last name</label><input id="last" name="Last_Name" autocomplete="off"></div>
            <div><label for="email">E-mail</label><input id="email" name="Email" type="email" autocomplete="off"></div>
            <div><label for="phone">Phone</label><input id="phone" name="Phone" type="tel" autocomplete="off"></div>
            <div><label for="source">How they came</label><select id="source" name="Lead_Source">
            <option>Web Research</option><option>External Referral</option><option>Phone</option></select></div>
            </div>
            <div class="buttons"><button class="main">A new enquiry</button></div>
            </form></section>
            <section aria-labelledby="stage"><h2 id="stage">A stage is moved</h2>
            <form method="post" action="/control/zoho/stage">
            <label for="lead">Lead</label><select id="lead" name="lead" required>%s</select>
            <label for="status">To</label><select id="status" name="status">%s</select>
            <div class="buttons"><button>Move it</button></div>
            </form></section>
            <section aria-labelledby="permission"><h2 id="permission">Permission</h2>
            <form method="post" action="/control/zoho/withdraw" class="buttons"><button>%s</button></form></section>
            <section aria-labelledby="faults" class="wide"><h2 id="faults">What goes wrong</h2><ul class="faults">%s</ul></section>
            </div>
            </main>
            </body>
            </html>
            """;

    private static final String FAULT = """
            <li class="%1$s"><form method="post" action="/control/zoho/fault">
            <input type="hidden" name="name" value="%2$s"><input type="hidden" name="on" value="%3$s">
            <span class="what"><strong>%2$s</strong><span class="hint">%4$s</span></span>
            <button aria-label="%5$s %2$s">%5$s</button>
            </form></li>
            """;

    private static final Map<String, String> DONE = Map.of(
            "enquiry", "Somebody wrote.",
            "stage", "Moved.",
            "switched", "Switched.",
            "nothing", "This lead is not there any more.");

    private ZohoPage() {}

    static Answer of(Crm crm, ZohoFaults faults, Parameters query) {
        String notice = query.get("done")
                .map(DONE::get)
                .map(text -> "<p class=\"notice\" role=\"status\">" + text + "</p>")
                .orElse("");
        String page = FRAME.formatted(
                notice,
                leads(crm),
                MetadataRoutes.LEAD_STATUSES.stream()
                        .map(status -> "<option>" + status + "</option>")
                        .collect(joining()),
                faults.on(ZohoFault.PERMISSION_WITHDRAWN)
                        ? "Give Zoho's permission back"
                        : "Withdraw Zoho's permission",
                faultList(faults));
        return Answer.html(200, page)
                .withHeader("Content-Security-Policy", POLICY)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Referrer-Policy", "no-referrer");
    }

    private static String leads(Crm crm) {
        return crm.all(Crm.LEADS).stream()
                .filter(lead -> !lead.isConverted())
                .sorted(Comparator.comparing(CrmRecord::createdAt).reversed())
                .map(lead -> "<option value=\"" + lead.id() + "\">" + escaped(lead.displayName()) + " · "
                        + escaped(String.valueOf(lead.field("Lead_Status"))) + "</option>")
                .collect(joining());
    }

    private static String faultList(ZohoFaults faults) {
        return Arrays.stream(ZohoFault.values())
                .map(fault -> FAULT.formatted(
                        faults.on(fault) ? "on" : "off",
                        fault.word(),
                        !faults.on(fault),
                        escaped(fault.effect()),
                        faults.on(fault) ? "Switch off" : "Switch on"))
                .collect(joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
