package hotleads.simulators.control;

import hotleads.simulators.web.Answer;

/** The frame around every page; all it loads is its own style and script. */
final class Layout {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            <link rel="stylesheet" href="/control/control.css">
            <script src="/control/control.js" defer></script>
            </head>
            <body>
            <header class="top">
            <p class="kind">Simulators · a made-up practice</p>
            <nav aria-label="Pages"><a href="/control">Make it happen</a> <a href="/control/zoom">Zoom</a> <a href="/control/zoho">Zoho</a> <a href="/control/google">Google</a> <a href="/control/codes">Codes</a> <a href="/control/mail">Mail</a></nav>
            </header>
            <main>
            <h1>%1$s</h1>
            %2$s
            </main>
            </body>
            </html>
            """;

    private Layout() {}

    static Answer page(String title, String content) {
        return secured(Answer.html(200, FRAME.formatted(Html.escape(title), content)));
    }

    /** A piece of a page, fetched again by the page's script. */
    static Answer fragment(String content) {
        return secured(Answer.html(200, content));
    }

    private static Answer secured(Answer answer) {
        return answer.withHeader("Content-Security-Policy", POLICY)
                .withHeader("X-Content-Type-Options", "nosniff")
                .withHeader("Referrer-Policy", "no-referrer");
    }
}
