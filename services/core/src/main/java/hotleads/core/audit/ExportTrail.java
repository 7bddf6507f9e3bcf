package hotleads.core.audit;

import hotleads.audit.chain.ChainLines;
import hotleads.audit.stored.StoredChain;
import hotleads.core.acts.Acts;
import hotleads.core.audit.ReadTrail.Mark;
import hotleads.core.audit.ReadTrail.Page;
import hotleads.core.tables.Csv;
import hotleads.platform.endpoint.Caller;
import hotleads.platform.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Writes the trail out: as a table for people, or as lines that prove themselves. */
@Component
class ExportTrail {
    private static final int AT_ONCE = 500;

    private final StoredChain own;
    private final AuthTrail auth;
    private final ReadTrail trail;
    private final Acts acts;

    ExportTrail(StoredChain own, AuthTrail auth, ReadTrail trail, Acts acts) {
        this.own = own;
        this.auth = auth;
        this.trail = trail;
        this.acts = acts;
    }

    /** What an export will hold: exactly the entries there were when it was asked for. */
    record Plan(Wanted wanted, Mark upTo, long rows) {}

    /** Counts what is meant and records the export, before anything of it is written. */
    Plan plan(Caller caller, Wanted wanted, String format) {
        try {
            Mark upTo = new Mark(own.state().last() + 1, auth.state(wanted, 0).last() + 1);
            long rows = own.count(wanted.filter(), upTo.core())
                    + auth.state(wanted, upTo.auth()).meant();
            acts.byPerson(caller, "audit.exported", "audit", format + "&" + wanted.inWords() + "&rows=" + rows);
            return new Plan(wanted, upTo, rows);
        } catch (RestClientException away) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "auth-away",
                    "Sign-ins cannot be read now, so nothing was exported");
        }
    }

    /** A table, newest first. Its last line says that it is whole. */
    void csv(Plan plan, OutputStream out) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.write(Csv.line(
                "Time",
                "Who",
                "Account or program",
                "Role",
                "Did what",
                "To whom",
                "What",
                "Outcome",
                "Times",
                "From where",
                "Why",
                "Chain",
                "Number",
                "Hash"));
        Mark next = plan.upTo;
        while (next != null) {
            Page page = trail.page(plan.wanted, next, AT_ONCE);
            if (page.authIsAway()) {
                throw new IOException("Auth went away");
            }
            for (EntryShown entry : page.items()) {
                csv.write(Csv.line(cells(entry)));
            }
            next = page.next();
        }
        csv.write(Csv.line("End of export", plan.rows + " rows"));
        csv.flush();
    }

    private static @Nullable String[] cells(EntryShown entry) {
        return new @Nullable String[] {
            entry.at().toString(),
            entry.actorName(),
            entry.actor() == null ? entry.actorKind() : entry.actor(),
            entry.role(),
            entry.act(),
            people(entry),
            entry.subject() == null ? entry.subjectKind() : entry.subjectKind() + " " + entry.subject(),
            entry.outcome(),
            Integer.toString(entry.count()),
            entry.erased() ? "erased" : entry.address(),
            entry.reason(),
            entry.chain(),
            Long.toString(entry.seq()),
            entry.hash()
        };
    }

    private static String people(EntryShown entry) {
        List<EntryShown.PersonShown> named = entry.people();
        String names = named.stream()
                .map(person -> (person.name() == null ? "erased" : person.name()) + " (" + person.id() + ")")
                .collect(Collectors.joining("; "));
        int others = entry.peopleCount() - named.size();
        return others == 0 ? names : names + "; and " + others + " more";
    }

    /** The lines that {@code ./hotleads audit verify} checks: both chains, one after the other. */
    void json(Plan plan, OutputStream out) throws IOException {
        try (ChainLines lines = new ChainLines(out)) {
            own.prove(plan.wanted.filter(), plan.upTo.core(), lines);
        }
        auth.prove(plan.wanted, plan.upTo.auth(), out);
        out.flush();
    }
}
