package hotleads.app.demo;

import hotleads.app.accounts.NewAccount;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What a person needs to know once the demo is ready. */
public record Greeting(String address, URI simulators, String password, Path data, Path logs) {
    /** As plain lines. */
    public String text() {
        return """

                Hot Leads is ready: %s
                  (the certificate was made on this machine, so the browser asks once whether to trust it)

                  Sign in as      %s
                  with password   %s
                  Codes           %s   stands in for the phone that shows sign-in codes
                  Make it happen  %s   book, move or cancel as a client would
                  Data            %s
                  Logs            %s
                  Stop            Ctrl-C; the data stays
                """.formatted(
                address,
                DemoAccounts.ALL.stream().map(Greeting::line).collect(Collectors.joining("\n" + " ".repeat(18))),
                password,
                simulators.resolve("/control/codes"),
                simulators.resolve("/control"),
                data,
                logs);
    }

    private static String line(NewAccount account) {
        return account.email() + " (" + account.role() + ")";
    }
}
