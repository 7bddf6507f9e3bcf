package hotleads.simulators.control;

import static java.util.stream.Collectors.joining;

import hotleads.simulators.codes.Codes;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Request;
import hotleads.simulators.web.Routes;

/** The pretend phone's screen. */
final class CodesPage {

    private static final String FORM = """
            <p class="lead">A pretend phone for trying things out. Paste the key a sign-in set-up shows; the codes here are real ones.</p>
            %s
            <section aria-labelledby="add">
            <h2 id="add">Add a key</h2>
            <form method="post" action="/control/codes">
            <label for="otpauth">Key, or otpauth:// address</label>
            <input id="otpauth" name="otpauth" required autocomplete="off" spellcheck="false">
            <div class="buttons"><button class="main">Add it</button></div>
            </form>
            </section>
            <section aria-labelledby="codes">
            <h2 id="codes">Codes</h2>
            <div data-refresh="/control/codes/list" aria-live="off">%s</div>
            </section>
            """;

    private static final String CODE = """
            <li><span class="label">%s</span><output class="code">%s</output>
            <span class="left"><meter min="0" max="%d" value="%d" aria-label="Seconds left"></meter> %d s left</span></li>
            """;

    private final Codes codes;

    CodesPage(Codes codes) {
        this.codes = codes;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/codes", this::page)
                .on("POST", "/codes", this::add)
                .on("GET", "/codes/list", request -> Layout.fragment(list()))
                .on("POST", "/codes/forget", request -> {
                    codes.forgetAll();
                    return Answer.seeOther("/control/codes");
                });
    }

    private Answer page(Request request) {
        String notice = request.query().isTrue("refused")
                ? "<p class=\"notice bad\" role=\"alert\">That is neither an otpauth://totp/ address nor a base32 key.</p>"
                : "";
        return Layout.page("Codes", FORM.formatted(notice, list()));
    }

    private Answer add(Request request) {
        boolean added = request.form().get("otpauth").filter(codes::add).isPresent();
        return Answer.seeOther(added ? "/control/codes" : "/control/codes?refused=true");
    }

    private String list() {
        String rows = codes.shown().stream().map(CodesPage::row).collect(joining());
        return rows.isEmpty()
                ? "<p class=\"empty\">No key yet.</p>"
                : "<ul class=\"codes\">" + rows + "</ul><form method=\"post\" action=\"/control/codes/forget\">"
                        + "<button>Forget all keys</button></form>";
    }

    private static String row(Codes.Shown one) {
        return CODE.formatted(
                Html.escape(one.label()), one.code(), one.stepSeconds(), one.secondsLeft(), one.secondsLeft());
    }
}
