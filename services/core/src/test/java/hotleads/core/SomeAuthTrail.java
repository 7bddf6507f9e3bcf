package hotleads.core;

import hotleads.audit.chain.ChainHash;
import hotleads.audit.chain.ChainLines;
import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import hotleads.contracts.AccountNames;
import hotleads.contracts.AccountsHeld;
import hotleads.contracts.AuditedChain;
import hotleads.contracts.AuditedEntry;
import hotleads.platform.token.AuthStandIn;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** The trail that auth would have: sign-ins the test makes up, chained as auth chains them. */
final class SomeAuthTrail {
    private static final int PUBLIC_KEY_BYTES = 32;

    final List<Link> links = new CopyOnWriteArrayList<>();
    /** What is done to the chain on its way, such as breaking it off. */
    volatile boolean breaksOff;
    /** Whether its answer to that breaks off. */
    volatile boolean heldIsBroken;

    /** What auth holds of whoever is asked about. */
    volatile AccountsHeld held = new AccountsHeld(List.of(), List.of());

    private final ChainHash hash = new ChainHash("auth");
    private final byte[] key = publicKey();
    private final JsonMapper json = JsonMapper.builder().build();

    SomeAuthTrail(AuthStandIn auth) {
        auth.serve("/internal/audit", "application/json", query -> json.writeValueAsString(state()));
        auth.serve("/internal/audit/entries", "application/json", query -> json.writeValueAsString(newestFirst(query)));
        auth.serve("/internal/audit/chain", "application/x-ndjson", query -> lines());
        auth.serve(
                "/internal/accounts/names",
                "application/json",
                query -> json.writeValueAsString(new AccountNames(Map.of(SomeCore.TONY, "Tony"))));
        auth.serve(
                "/internal/accounts/held",
                "application/json",
                query -> heldIsBroken ? "{" : json.writeValueAsString(held));
    }

    void signIn(UUID account, Instant at) {
        long seq = links.size() + 1L;
        StoredEntry entry = new StoredEntry(
                UUID.randomUUID(),
                at,
                "person",
                account.toString(),
                "admin",
                "sign-in.done",
                "account",
                account.toString(),
                "done",
                1,
                null,
                null,
                null,
                seq);
        byte[] previous = links.isEmpty() ? ChainHash.start() : links.getLast().hash();
        links.add(new Link(seq, entry.id(), hash.next(seq, previous, hash.digest(entry)), entry, null));
    }

    private AuditedChain state() {
        return new AuditedChain(links.size(), null, null, 0, null, false, 0, null, key, links.size());
    }

    private List<AuditedEntry> newestFirst(String query) {
        long before = Long.parseLong(query.replaceAll(".*before=(\\d+).*", "$1"));
        List<AuditedEntry> entries = new ArrayList<>();
        for (Link link : links.reversed()) {
            if (link.seq() >= before) {
                continue;
            }
            StoredEntry entry = Objects.requireNonNull(link.entry());
            entries.add(new AuditedEntry(
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
                    "198.51.100.7",
                    false));
        }
        return entries;
    }

    private String lines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ChainLines lines = new ChainLines(out)) {
            lines.begins("auth", 0, ChainHash.start(), key);
            links.forEach(lines::link);
            if (!breaksOff) {
                lines.ends("auth", links.size());
            }
        }
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] publicKey() {
        try {
            byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPublic()
                    .getEncoded();
            return Arrays.copyOfRange(encoded, encoded.length - PUBLIC_KEY_BYTES, encoded.length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
