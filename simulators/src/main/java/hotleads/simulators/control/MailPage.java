package hotleads.simulators.control;

import static java.util.stream.Collectors.joining;

import hotleads.simulators.mail.Mail;
import hotleads.simulators.mail.Mailbox;
import hotleads.simulators.web.Answer;
import hotleads.simulators.web.Routes;

/** What the practice's mail server was asked to deliver. */
final class MailPage {

    private static final String PAGE = """
            <p class="lead">Nothing leaves this machine: mails to people of the made-up practice end here.</p>
            <section aria-labelledby="mails" class="wide">
            <h2 id="mails">Mails</h2>
            <div data-refresh="/control/mail/list" aria-live="off">%s</div>
            </section>
            """;

    private static final String MAIL = """
            <li><h3>%s</h3><p>To %s, %s</p><pre>%s</pre></li>
            """;

    private final Mailbox mailbox;

    MailPage(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/mail", request -> Layout.page("Mail", PAGE.formatted(list())))
                .on("GET", "/mail/list", request -> Layout.fragment(list()))
                .on("POST", "/mail/forget", request -> {
                    mailbox.forgetAll();
                    return Answer.seeOther("/control/mail");
                })
                .on("GET", "/api/mails", request -> Answer.json(200, mailbox.newest()));
    }

    private String list() {
        String rows = mailbox.newest().stream().map(MailPage::row).collect(joining());
        return rows.isEmpty()
                ? "<p class=\"empty\">No mail yet.</p>"
                : "<ul class=\"mails\">" + rows + "</ul><form method=\"post\" action=\"/control/mail/forget\">"
                        + "<button>Forget all mails</button></form>";
    }

    private static String row(Mail mail) {
        return MAIL.formatted(
                Html.escape(mail.subject()),
                Html.escape(String.join(", ", mail.to())),
                Html.escape(mail.receivedAt().toString()),
                Html.escape(mail.text()));
    }
}
