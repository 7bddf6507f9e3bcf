package hotleads.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every alteration, at random places, is found and located. */
class AlterationsTest {
    private static final int ENTRIES = 60;
    private static final int ANCHOR_EVERY = 10;
    /** More by {@code -Dalterations=10000}. */
    private static final int ROUNDS = Integer.getInteger("alterations", 60);

    /** What someone does to a chain, and what must then be found. */
    enum Alteration {
        EDIT_ENTRY {
            @Override
            Break apply(SomeChain chain, Random random) {
                int index = random.nextInt(ENTRIES);
                chain.replace(index, edited(entryOf(chain, index), random));
                return found(index + 1L, index + 1L, Break.Kind.ALTERED);
            }
        },
        DELETE_ENTRY {
            @Override
            Break apply(SomeChain chain, Random random) {
                int index = random.nextInt(ENTRIES);
                Link link = chain.links.get(index);
                chain.links.set(index, new Link(link.seq(), link.entryId(), link.hash(), null, null));
                return found(index + 1L, index + 1L, Break.Kind.ENTRY_MISSING);
            }
        },
        DELETE_LINK {
            @Override
            Break apply(SomeChain chain, Random random) {
                int index = random.nextInt(ENTRIES - 1);
                chain.links.remove(index);
                return found(index + 1L, index + 1L, Break.Kind.LINK_MISSING);
            }
        },
        INSERT_ENTRY {
            @Override
            Break apply(SomeChain chain, Random random) {
                int index = random.nextInt(ENTRIES);
                StoredEntry forged = SomeChain.entry(ENTRIES + 1, random);
                Link before = chain.links.get(index);
                chain.links.add(index, new Link(before.seq(), forged.id(), before.hash(), forged, null));
                for (int later = index + 1; later < chain.links.size(); later++) {
                    Link link = chain.links.get(later);
                    chain.links.set(later, new Link(link.seq() + 1, link.entryId(), link.hash(), link.entry(), null));
                }
                return found(index + 1L, index + 1L, Break.Kind.ALTERED);
            }
        },
        REORDER {
            @Override
            Break apply(SomeChain chain, Random random) {
                int one = random.nextInt(ENTRIES - 1);
                int other = one + 1 + random.nextInt(ENTRIES - one - 1);
                Link first = chain.links.get(one);
                Link second = chain.links.get(other);
                chain.links.set(one, new Link(first.seq(), second.entryId(), first.hash(), second.entry(), null));
                chain.links.set(other, new Link(second.seq(), first.entryId(), second.hash(), first.entry(), null));
                return found(one + 1L, one + 1L, Break.Kind.ALTERED);
            }
        },
        ALTER_LINK {
            @Override
            Break apply(SomeChain chain, Random random) {
                int index = random.nextInt(ENTRIES);
                Link link = chain.links.get(index);
                byte[] hash = link.hash().clone();
                hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
                chain.links.set(index, new Link(link.seq(), link.entryId(), hash, link.entry(), null));
                return found(index + 1L, index + 1L, Break.Kind.ALTERED);
            }
        },
        CUT_TAIL {
            @Override
            Break apply(SomeChain chain, Random random) {
                int kept = 1 + random.nextInt(ENTRIES - 1);
                while (chain.links.size() > kept) {
                    chain.links.removeLast();
                }
                return found(kept + 1L, ENTRIES, Break.Kind.CUT);
            }
        },
        REWRITE {
            @Override
            Break apply(SomeChain chain, Random random) {
                int index = random.nextInt(ENTRIES);
                chain.replace(index, edited(entryOf(chain, index), random));
                chain.rewriteFrom(index);
                long anchored = index / ANCHOR_EVERY * ANCHOR_EVERY;
                return found(anchored + 1, anchored + ANCHOR_EVERY, Break.Kind.REWRITTEN);
            }
        };

        abstract Break apply(SomeChain chain, Random random);

        private static StoredEntry entryOf(SomeChain chain, int index) {
            return java.util.Objects.requireNonNull(chain.links.get(index).entry());
        }

        private static Break found(long seq, long until, Break.Kind kind) {
            return new Break(seq, until, kind, null);
        }

        /** Any column of it. */
        private static StoredEntry edited(StoredEntry entry, Random random) {
            int column = random.nextInt(14);
            byte[] sealed =
                    entry.sealed() == null ? new byte[] {1} : entry.sealed().clone();
            sealed[random.nextInt(sealed.length)] ^= 1;
            return new StoredEntry(
                    // An entry under another id is another row: it stands under no link.
                    entry.id(),
                    column == 1 || column == 0 ? entry.at().plusNanos(1_000) : entry.at(),
                    column == 2 ? "job" : entry.actorKind(),
                    column == 3 ? "someone-else" : entry.actor(),
                    column == 4 ? "client" : entry.role(),
                    column == 5 ? "person.erased" : entry.act(),
                    column == 6 ? null : entry.subjectKind(),
                    column == 7 ? new UUID(9, 9).toString() : entry.subject(),
                    column == 8 ? "refused" : entry.outcome(),
                    column == 9 ? 2 : entry.count(),
                    column == 10 ? "" : entry.requestId(),
                    column == 11 ? sealed : entry.sealed(),
                    column == 12 ? new UUID(4, 4) : entry.keyId(),
                    column == 13 ? entry.arrived() + 1 : entry.arrived());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAndLocated(Alteration alteration) {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(31L * round + alteration.ordinal());
            SomeChain chain = anchored(random);
            Break expected = alteration.apply(chain, random);

            Break found = chain.firstBreak();

            assertThat(found)
                    .as("%s, round %d", alteration, round)
                    .usingRecursiveComparison()
                    .ignoringFields("at")
                    .isEqualTo(expected);
        }
    }

    @Test
    void nothingIsFoundWhereNothingWasDone() {
        SomeChain chain = anchored(new Random(7));

        Verdict verdict = chain.check();

        assertThat(verdict.isUnbroken()).isTrue();
        assertThat(verdict.entries()).isEqualTo(ENTRIES);
        assertThat(verdict.anchored()).isEqualTo(ENTRIES);
    }

    @Test
    void anEntryOfAnotherChainDoesNotPassInOurs() {
        SomeChain chain = anchored(new Random(7));
        Link link = chain.links.get(3);
        StoredEntry entry = java.util.Objects.requireNonNull(link.entry());
        ChainHash other = new ChainHash("auth");
        byte[] hash = other.next(4, chain.links.get(2).hash(), other.digest(entry));
        chain.links.set(3, new Link(4, entry.id(), hash, entry, null));

        assertThat(chain.firstBreak()).isEqualTo(new Break(4, 4, Break.Kind.ALTERED, entry.at()));
    }

    @Test
    void aRewrittenChainWithAnchorsOfAnotherKeyIsLocatedAtTheFirstOfThem() {
        Random random = new Random(7);
        SomeChain chain = anchored(random);
        SomeChain attacker = SomeChain.of(1, random);
        chain.replace(34, SomeChain.entry(35, random));
        chain.links.set(
                34,
                new Link(
                        35,
                        java.util.Objects.requireNonNull(chain.links.get(34).entry())
                                .id(),
                        new byte[32],
                        chain.links.get(34).entry(),
                        null));
        chain.rewriteFrom(34);
        List<Anchor> forged = new ArrayList<>();
        for (Anchor anchor : chain.anchors) {
            byte[] hash = chain.links.get((int) anchor.seq() - 1).hash();
            Anchor signed = attacker.signed(anchor.seq(), hash);
            forged.add(
                    anchor.seq() < 35
                            ? anchor
                            : new Anchor(anchor.seq(), anchor.at(), hash, chain.publicKey, signed.signature()));
        }
        chain.anchors.clear();
        chain.anchors.addAll(forged);

        Break found = chain.firstBreak();

        assertThat(found).isEqualTo(new Break(40, 40, Break.Kind.ANCHOR_FORGED, null));
    }

    @Test
    void aPieceOfTheChainIsCheckedFromItsOwnBeginning() {
        SomeChain chain = anchored(new Random(7));
        CheckChain check =
                new CheckChain(SomeChain.NAME, 20, chain.links.get(19).hash(), new AnchorKey(chain.publicKey));
        chain.links.subList(20, 45).forEach(check::link);
        chain.anchors.stream().filter(anchor -> anchor.seq() == 45).forEach(check::anchor);

        assertThat(check.end().isUnbroken()).isTrue();
    }

    @Test
    void theTestOfTheCheckerFailsExactlyAtTheAlteredRow() {
        SomeChain chain = anchored(new Random(7));

        for (int seed = 0; seed < 50; seed++) {
            TestTheChecker.Result result = TestTheChecker.run(
                    SomeChain.NAME,
                    0,
                    ChainHash.start(),
                    Collections.unmodifiableList(chain.links),
                    new AnchorKey(chain.publicKey),
                    new Random(seed));

            assertThat(result.isPassed()).isTrue();
            assertThat(result.found()).isEqualTo(result.altered());
        }
        assertThat(chain.check().isUnbroken()).isTrue();
    }

    @Test
    void timesAreToldToTheMicrosecond() {
        StoredEntry entry = SomeChain.entry(1, new Random(1));
        Instant later = entry.at().plusNanos(999);

        assertThat(later).isNotEqualTo(entry.at());
        assertThat(new ChainHash("core").toSign(1, new byte[32], later))
                .isEqualTo(new ChainHash("core").toSign(1, new byte[32], entry.at()));
    }

    private static SomeChain anchored(Random random) {
        SomeChain chain = SomeChain.of(0, random);
        for (int number = 1; number <= ENTRIES; number++) {
            chain.append(SomeChain.entry(number, random));
            if (number % ANCHOR_EVERY == 0) {
                chain.anchor();
            }
        }
        return chain;
    }
}
