package hotleads.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another key signs a chain's anchors: what passes then, and what does not. */
class KeyChangeTest {
    private final Random random = new Random(11);
    private final SomeChain chain = SomeChain.of(10, random);
    private KeyPair first = chain.pair();

    @BeforeEach
    void theFirstKeySignedTen() {
        chain.anchor();
        first = chain.pair();
    }

    @Test
    void aChainHoldsOverEachChangeOfItsKey() {
        for (int change = 1; change <= 3; change++) {
            chain.changeKey();
            grow(10);
            chain.anchor();
        }

        assertThat(chain.check().isUnbroken()).isTrue();
        assertThat(chain.check().anchored()).isEqualTo(40);
    }

    @Test
    void anEntryAlteredBeforeOrAfterTheChangeIsNamed() {
        chain.changeKey();
        grow(10);
        chain.anchor();
        for (int altered : new int[] {4, 14}) {
            Link whole = chain.links.get(altered);
            chain.replace(altered, SomeChain.entry(99, random));
            assertThat(chain.firstBreak()).extracting(Break::seq).isEqualTo(altered + 1L);
            chain.links.set(altered, whole);
        }
    }

    @Test
    void aKeyThatNobodyAnnouncedSignsNothing() {
        chain.signWith(SomeChain.freshKey());
        grow(5);
        chain.anchor();

        assertForgedAt(15);
    }

    @Test
    void aKeyThatAnnouncedItselfSignsNothing() {
        KeyPair forged = SomeChain.freshKey();
        chain.changes.add(SomeChain.announced(forged, first, forged.getPrivate()));
        chain.signWith(forged);
        grow(5);
        chain.anchor();

        assertForgedAt(15);
    }

    @Test
    void aKeyAnnouncedByOneThatWasNeverOursSignsNothing() {
        KeyPair strange = SomeChain.freshKey();
        KeyPair forged = SomeChain.freshKey();
        chain.changes.add(SomeChain.announced(forged, strange, strange.getPrivate()));
        chain.signWith(forged);
        grow(5);
        chain.anchor();

        assertForgedAt(15);
    }

    @Test
    void theOldKeySignsNothingOnceAnotherFollowedIt() {
        chain.changeKey();
        grow(5);
        chain.anchor();
        grow(5);
        chain.signWith(first);
        chain.anchor();

        assertForgedAt(20);
    }

    @Test
    void anAnchorThatOnlyNamesTheNewKeyIsItselfTheForgedOne() {
        KeyPair next = SomeChain.freshKey();
        chain.changes.add(SomeChain.announced(next, first, first.getPrivate()));
        grow(5);
        Anchor ours = chain.signed(15, chain.links.getLast().hash());
        chain.anchors.add(new Anchor(15, ours.at(), ours.hash(), SomeChain.publicPart(next), ours.signature()));
        grow(5);
        chain.anchor();

        assertForgedAt(15);
    }

    @Test
    void aChainRewrittenAfterTheChangeShowsByTheNewKeysAnchors() {
        chain.changeKey();
        grow(10);
        chain.anchor();
        chain.replace(14, SomeChain.entry(99, random));
        chain.rewriteFrom(14);

        assertThat(chain.firstBreak()).extracting(Break::kind).isEqualTo(Break.Kind.REWRITTEN);
        assertThat(chain.firstBreak()).extracting(Break::seq).isEqualTo(11L);
    }

    private void grow(int entries) {
        for (int number = 0; number < entries; number++) {
            chain.append(SomeChain.entry(chain.links.size() + 1, random));
        }
    }

    private void assertForgedAt(long seq) {
        assertThat(chain.firstBreak()).isEqualTo(new Break(seq, seq, Break.Kind.ANCHOR_FORGED, null));
    }
}
