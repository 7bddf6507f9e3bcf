package hotleads.audit.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Alters one entry in a copy of some links, and sees whether the check fails there and nowhere else. */
public final class TestTheChecker {
    /**
     * How the test went.
     *
     * @param altered the number whose entry was altered in the copy
     * @param found where the check failed; null when it passed, which it must not
     */
    public record Result(
            String chain,
            long entries,
            long altered,
            @Nullable Long found) {
        public boolean isPassed() {
            return found != null && found == altered;
        }
    }

    private TestTheChecker() {}

    /** @param links at least one, in order, as they follow {@code after} */
    public static Result run(
            String chain, long after, byte[] hash, List<Link> links, AnchorKey key, RandomGenerator random) {
        List<Link> copy = new ArrayList<>(links);
        int index = random.nextInt(copy.size());
        copy.set(index, altered(copy.get(index)));
        CheckChain check = new CheckChain(chain, after, hash, key);
        copy.forEach(check::link);
        Break broken = check.end().broken();
        return new Result(chain, copy.size(), links.get(index).seq(), broken == null ? null : broken.seq());
    }

    /** The least that could be altered: one character of what was done. */
    private static Link altered(Link link) {
        StoredEntry entry = link.entry();
        if (entry == null) {
            return link;
        }
        StoredEntry other = new StoredEntry(
                entry.id(),
                entry.at(),
                entry.actorKind(),
                entry.actor(),
                entry.role(),
                entry.act() + ".",
                entry.subjectKind(),
                entry.subject(),
                entry.outcome(),
                entry.count(),
                entry.requestId(),
                entry.sealed(),
                entry.keyId(),
                entry.arrived());
        return new Link(link.seq(), link.entryId(), link.hash(), other, null);
    }
}
