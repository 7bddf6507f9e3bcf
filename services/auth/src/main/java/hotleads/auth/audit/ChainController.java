package hotleads.auth.audit;

import hotleads.audit.Actor;
import hotleads.audit.chain.ChainLines;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import hotleads.audit.stored.Filter;
import hotleads.audit.stored.StoredChain;
import hotleads.auth.accounts.Accounts;
import hotleads.auth.sealing.SealingKeys;
import hotleads.auth.trail.Act;
import hotleads.auth.trail.ClientAddress;
import hotleads.auth.trail.Trail;
import hotleads.contracts.AccountNames;
import hotleads.contracts.AuditedChain;
import hotleads.contracts.AuditedEntry;
import hotleads.platform.problem.Problem;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import hotleads.vault.Unopened;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hands auth's trail to core, which shows and checks it; each reading is an act of its own. */
@RestController
class ChainController {
    private static final int MOST = 1_000;

    private final StoredChain chain;
    private final Accounts accounts;
    private final SealingKeys keys;
    private final Trail trail;
    private final boolean shipping;

    ChainController(
            StoredChain chain,
            Accounts accounts,
            SealingKeys keys,
            Trail trail,
            @Value("${HOTLEADS_CLOUDWATCH_LOG_GROUP:}") String logGroup) {
        this.shipping = !logGroup.isBlank();
        this.chain = chain;
        this.accounts = accounts;
        this.keys = keys;
        this.trail = trail;
    }

    /** The filter of a question, as its parameters. */
    record Wanted(
            @Nullable UUID person,
            @Nullable String actor,
            @Nullable String act,
            @Nullable Instant from,
            @Nullable Instant to) {
        Filter filter() {
            Filter filter = new Filter(person, actor, act, from, to);
            if (!filter.isPlain()) {
                throw new Problem(HttpStatus.BAD_REQUEST, "bad-filter", "Filter by ids, words and times");
            }
            return filter;
        }
    }

    @GetMapping(path = "/internal/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    AuditedChain state(@ModelAttribute Wanted wanted, @RequestParam(defaultValue = "0") long before) {
        StoredChain.State state = chain.state();
        return new AuditedChain(
                state.last(),
                state.from(),
                state.to(),
                state.anchored(),
                state.anchoredAt(),
                shipping,
                state.shipped(),
                state.shippedAt(),
                chain.key(),
                before == 0 ? 0 : chain.count(wanted.filter(), before));
    }

    @GetMapping(path = "/internal/audit/entries", produces = MediaType.APPLICATION_JSON_VALUE)
    List<AuditedEntry> entries(
            @ModelAttribute Wanted wanted,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "50") int limit,
            Principal reader) {
        Filter filter = wanted.filter();
        recordReading(reader, "entries");
        return chain.page(filter, before, Math.clamp(limit, 1, MOST)).stream()
                .map(this::shown)
                .toList();
    }

    private AuditedEntry shown(Link link) {
        StoredEntry entry = java.util.Objects.requireNonNull(link.entry());
        String detail = detailOf(entry);
        return new AuditedEntry(
                link.seq(),
                link.hash(),
                entry.id(),
                entry.at(),
                entry.actorKind(),
                entry.actor(),
                entry.role(),
                entry.act(),
                entry.subjectKind(),
                entry.subject(),
                entry.outcome(),
                entry.count(),
                detail,
                entry.sealed() != null && detail == null);
    }

    private @Nullable String detailOf(StoredEntry entry) {
        byte[] sealed = entry.sealed();
        UUID keyId = entry.keyId();
        if (sealed == null || keyId == null) {
            return null;
        }
        try {
            return keys.find(keyId)
                    .map(key -> key.openText(sealed, new Place("audit_entry", "sealed", entry.id())))
                    .orElse(null);
        } catch (CannotOpen altered) {
            // The check names such an entry; the list goes on without its detail.
            return null;
        }
    }

    /** The chain as lines: all of it, or what proves the entries that are meant. */
    @GetMapping(path = "/internal/audit/chain", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void chain(
            @ModelAttribute Wanted wanted,
            @RequestParam(defaultValue = "0") long before,
            Principal reader,
            HttpServletResponse response)
            throws IOException {
        Filter filter = wanted.filter();
        recordReading(reader, "chain");
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 64 * 1024);
        try (ChainLines lines = new ChainLines(out)) {
            if (before == 0) {
                chain.read(lines, () -> true);
            } else {
                chain.prove(filter, before, lines);
            }
        }
        out.flush();
    }

    @GetMapping(path = "/internal/accounts/names", produces = MediaType.APPLICATION_JSON_VALUE)
    AccountNames names(@RequestParam List<UUID> ids) {
        if (ids.size() > AccountNames.LIMIT) {
            throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT, "too-many", "Ask for at most " + AccountNames.LIMIT + " names");
        }
        Unopened unopened = new Unopened();
        AccountNames names = new AccountNames(accounts.namesOf(ids, unopened));
        unopened.places().forEach(trail::unopened);
        return names;
    }

    private void recordReading(Principal reader, String what) {
        trail.done(
                Actor.service(reader.getName()), Act.TRAIL_READ, new Trail.Subject("audit", what), ClientAddress.NONE);
    }
}
