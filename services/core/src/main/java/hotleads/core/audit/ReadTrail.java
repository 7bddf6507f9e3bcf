package hotleads.core.audit;

import hotleads.audit.chain.Link;
import hotleads.audit.chain.StoredEntry;
import hotleads.audit.stored.StoredChain;
import hotleads.contracts.AuditedEntry;
import hotleads.core.people.PersonNames;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.Vault;
import hotleads.platform.problem.Problem;
import hotleads.vault.CannotOpen;
import hotleads.vault.Place;
import hotleads.vault.Unopened;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Both trails as one list, newest first, page by page. */
@Component
class ReadTrail {
    private static final int NAMED = 3;
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F]*[.:][0-9a-fA-F.:%]+");

    private final StoredChain own;
    private final AuthTrail auth;
    private final PersonNames personNames;
    private final Vault vault;
    private final ReportUnopened report;

    ReadTrail(StoredChain own, AuthTrail auth, PersonNames personNames, Vault vault, ReportUnopened report) {
        this.own = own;
        this.auth = auth;
        this.personNames = personNames;
        this.vault = vault;
        this.report = report;
    }

    /**
     * A page.
     *
     * @param next where the next one begins; null on the last
     * @param authIsAway whether sign-ins are missing, because auth does not answer
     */
    record Page(List<EntryShown> items, @Nullable Mark next, boolean authIsAway) {}

    /** A place in both chains: entries below these numbers come next. */
    record Mark(long core, long auth) {
        static final Mark NEWEST = new Mark(Long.MAX_VALUE, Long.MAX_VALUE);

        static Mark parse(@Nullable String text) {
            if (text == null) {
                return NEWEST;
            }
            try {
                String[] parts = text.split("_", -1);
                return new Mark(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException notOurs) {
                throw new Problem(HttpStatus.BAD_REQUEST, "bad-cursor", "Use the cursor a page gave as next, or none");
            }
        }

        @Override
        public String toString() {
            return core + "_" + auth;
        }
    }

    Page page(Wanted wanted, Mark from, int size) {
        List<Found> ofCore = own.page(wanted.filter(), from.core, size + 1).stream()
                .map(this::found)
                .toList();
        Optional<List<Found>> ofAuth = ofAuth(wanted, from.auth, size + 1);
        List<Found> newest = Stream.concat(ofCore.stream(), ofAuth.stream().flatMap(List::stream))
                .sorted((one, other) -> other.entry.at().compareTo(one.entry.at()))
                .limit(size)
                .toList();
        boolean more = ofCore.size() + ofAuth.map(List::size).orElse(0) > newest.size();
        return new Page(
                shown(newest),
                more
                        ? new Mark(
                                lowest(newest, AuditConfiguration.CHAIN, from.core),
                                lowest(newest, AuthTrail.CHAIN, from.auth))
                        : null,
                ofAuth.isEmpty());
    }

    private Optional<List<Found>> ofAuth(Wanted wanted, long before, int limit) {
        try {
            return Optional.of(auth.page(wanted, before, limit).stream()
                    .map(entry -> new Found(AuthTrail.CHAIN, entry))
                    .toList());
        } catch (RestClientException away) {
            // What core knows is shown all the same, and the page says what is missing.
            return Optional.empty();
        }
    }

    private static long lowest(List<Found> shown, String chain, long before) {
        return shown.stream()
                .filter(found -> found.chain.equals(chain))
                .mapToLong(found -> found.entry.seq())
                .min()
                .orElse(before);
    }

    private Found found(Link link) {
        StoredEntry entry = Objects.requireNonNull(link.entry());
        String detail = detailOf(entry);
        return new Found(
                AuditConfiguration.CHAIN,
                new AuditedEntry(
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
                        entry.sealed() != null && detail == null));
    }

    private @Nullable String detailOf(StoredEntry entry) {
        if (entry.sealed() == null || entry.keyId() == null) {
            return null;
        }
        try {
            return vault.open(entry.keyId(), entry.sealed(), new Place("audit_entry", "sealed", entry.id()));
        } catch (CannotOpen gone) {
            // Erased, or altered: the check tells which.
            return null;
        }
    }

    private List<EntryShown> shown(List<Found> entries) {
        Unopened unopened = new Unopened();
        Map<UUID, String> people = personNames.of(
                entries.stream()
                        .flatMap(found -> found.people().stream().limit(NAMED))
                        .collect(Collectors.toSet()),
                unopened);
        report.of(unopened);
        Map<UUID, String> accounts = accountNames(entries);
        return entries.stream().map(found -> found.shown(people, accounts)).toList();
    }

    private Map<UUID, String> accountNames(List<Found> entries) {
        Set<UUID> ids = new LinkedHashSet<>();
        entries.forEach(found -> found.account().ifPresent(ids::add));
        try {
            return auth.names(ids);
        } catch (RestClientException away) {
            return Map.of();
        }
    }

    private record Found(String chain, AuditedEntry entry) {
        List<UUID> people() {
            String subject = entry.subject();
            return !"person".equals(entry.subjectKind()) || subject == null || subject.isEmpty()
                    ? List.of()
                    : Arrays.stream(subject.split(",", -1))
                            .map(UUID::fromString)
                            .toList();
        }

        Optional<UUID> account() {
            String actor = entry.actor();
            return entry.actorKind().equals("person") && actor != null
                    ? Optional.of(UUID.fromString(actor))
                    : Optional.empty();
        }

        EntryShown shown(Map<UUID, String> names, Map<UUID, String> accounts) {
            List<UUID> people = people();
            String detail = entry.detail();
            boolean isAddress = detail != null && ADDRESS.matcher(detail).matches();
            return new EntryShown(
                    chain,
                    entry.seq(),
                    entry.id(),
                    entry.at(),
                    entry.actorKind(),
                    entry.actor(),
                    account().map(accounts::get).orElse(null),
                    entry.role(),
                    entry.act(),
                    people.stream().limit(NAMED).map(id -> person(id, names)).toList(),
                    people.size(),
                    people.isEmpty() ? entry.subjectKind() : null,
                    people.isEmpty() ? entry.subject() : null,
                    entry.outcome(),
                    entry.count(),
                    isAddress ? detail : null,
                    isAddress ? null : detail,
                    entry.erased(),
                    HexFormat.of().formatHex(entry.hash()));
        }

        private static EntryShown.PersonShown person(UUID id, Map<UUID, String> names) {
            String name = names.get(id);
            return new EntryShown.PersonShown(id, name, name == null ? null : PersonNames.initialsOf(name));
        }
    }
}
