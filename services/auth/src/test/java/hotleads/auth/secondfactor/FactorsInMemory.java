package hotleads.auth.secondfactor;

import hotleads.auth.Nowhere;
import hotleads.auth.accounts.Account;
import hotleads.auth.accounts.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The factors of one account in a list, as {@link Factors} keeps them in the database. */
public final class FactorsInMemory extends Factors {
    private List<Factor> factors = new ArrayList<>();

    public FactorsInMemory() {
        super(Nowhere.client());
    }

    /** Whether there is such a factor still, in whatever state. */
    public boolean has(UUID id) {
        return factors.stream().anyMatch(factor -> factor.id().equals(id));
    }

    @Override
    public List<Factor> active(Account account) {
        return factors.stream()
                .filter(Factor::isActive)
                .sorted(Comparator.comparing((Factor factor) -> Objects.requireNonNull(factor.activeAt()))
                        .thenComparing(factor -> factor.kind().word())
                        .thenComparing(factor -> factor.id().toString()))
                .toList();
    }

    @Override
    public boolean anyActive(AccountId account) {
        return factors.stream().anyMatch(Factor::isActive);
    }

    @Override
    public boolean anyProved(AccountId account, Instant now) {
        return factors.stream()
                .anyMatch(factor -> factor.isActive()
                        || factor.isProved() && factor.setUpEndsAt().isAfter(now));
    }

    @Override
    public Optional<Factor> pending(Account account, Instant now) {
        return factors.stream()
                .filter(factor -> !factor.isActive() && factor.setUpEndsAt().isAfter(now))
                .findFirst();
    }

    @Override
    public Factor start(Account account, Factor.Kind kind, @Nullable String name, UUID session, Instant endsAt) {
        factors.removeIf(factor -> !factor.isActive());
        Factor factor = new Factor(UUID.randomUUID(), kind, name, session, endsAt, null, null, null);
        factors.add(factor);
        return factor;
    }

    @Override
    public void handTo(UUID session, Factor factor) {
        change(
                factor,
                was -> new Factor(
                        was.id(),
                        was.kind(),
                        was.name(),
                        session,
                        was.setUpEndsAt(),
                        was.provedAt(),
                        was.activeAt(),
                        was.lastUsedAt()));
    }

    @Override
    public void proved(Factor factor, Instant now) {
        change(factor, was -> at(was, now, was.activeAt()));
    }

    @Override
    public void used(Factor factor, Instant now) {
        // When it was used last decides nothing.
    }

    @Override
    public void activateAlone(AccountId account, Factor factor, Instant now) {
        factors.removeIf(other -> !other.id().equals(factor.id()));
        change(factor, was -> at(was, was.provedAt(), now));
    }

    @Override
    public void activateBeside(AccountId account, Factor factor, Instant now) {
        if (factor.kind() == Factor.Kind.APP) {
            factors.removeIf(
                    other -> other.kind() == Factor.Kind.APP && !other.id().equals(factor.id()));
        }
        change(factor, was -> at(was, was.provedAt(), now));
    }

    @Override
    public void rename(Account account, Factor factor, String name) {
        throw new UnsupportedOperationException("no walk renames a factor that is there");
    }

    @Override
    public void remove(Factor factor) {
        factors.removeIf(other -> other.id().equals(factor.id()));
    }

    private static Factor at(Factor was, @Nullable Instant provedAt, @Nullable Instant activeAt) {
        return new Factor(
                was.id(),
                was.kind(),
                was.name(),
                was.setUpBy(),
                was.setUpEndsAt(),
                provedAt,
                activeAt,
                was.lastUsedAt());
    }

    private void change(Factor factor, UnaryOperator<Factor> by) {
        factors = new ArrayList<>(factors.stream()
                .map(other -> other.id().equals(factor.id()) ? by.apply(other) : other)
                .toList());
    }
}
