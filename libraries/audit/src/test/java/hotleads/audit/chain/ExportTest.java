package hotleads.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export proves itself, and nothing else passes for one. */
class ExportTest {
    private final SomeChain chain = SomeChain.of(40, new Random(5));

    @Test
    void isReadBackAsItWasWritten() {
        chain.anchor();

        List<CheckChains.Read> read = check(export());

        assertThat(read).hasSize(1);
        assertThat(read.getFirst().verdict()).isEqualTo(chain.check());
        assertThat(read.getFirst().fingerprints()).containsExactly(new AnchorKey(chain.publicKey).fingerprint());
    }

    @Test
    void namesEachKeyThatFollowedAnother() {
        chain.anchor();
        String second = AnchorKey.fingerprint(SomeChain.publicPart(chain.changeKey()));
        chain.append(SomeChain.entry(41, new Random(1)));
        chain.anchor();

        CheckChains.Read read = check(export()).getFirst();

        assertThat(read.verdict().isUnbroken()).isTrue();
        assertThat(read.verdict().anchored()).isEqualTo(41);
        assertThat(read.fingerprints()).containsExactly(new AnchorKey(chain.publicKey).fingerprint(), second);
    }

    @Test
    void entriesThatAreLeftOutAreProvedByTheirDigests() {
        ChainHash hash = new ChainHash(SomeChain.NAME);
        chain.links.replaceAll(link -> link.seq() % 5 == 0 || link.entry() == null
                ? link
                : new Link(link.seq(), link.entryId(), link.hash(), null, hash.digest(link.entry())));
        String export = export();

        assertThat(check(export).getFirst().verdict().isUnbroken()).isTrue();
        assertThat(check(export.replace("\"subject\":\"" + subjectOf(10), "\"subject\":\"x" + subjectOf(10)))
                        .getFirst()
                        .verdict()
                        .broken())
                .extracting(Break::seq)
                .isEqualTo(10L);
    }

    private String subjectOf(int seq) {
        return java.util.Objects.requireNonNull(
                java.util.Objects.requireNonNull(chain.links.get(seq - 1).entry())
                        .subject());
    }

    @Test
    void twoChainsFollowEachOther() {
        assertThat(check(export() + export())).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{\"seq\":1}",
                "{\"chain\":\"core\",\"after\":0,\"hash\":\"AAAA\",\"key\":\"AAAA\"}\n",
                "{\"ends\":\"core\",\"links\":0}\n"
            })
    void nothingElsePassesForOne(String text) {
        assertThatThrownBy(() -> check(text)).isInstanceOf(ChainUnreadable.class);
    }

    @Test
    void isRefusedWhenItBreaksOffOrHoldsWhatNoHashCovers() {
        String export = export();
        String lastLine = export.substring(0, export.lastIndexOf("{\"ends\""));

        assertThatThrownBy(() -> check(lastLine)).isInstanceOf(ChainUnreadable.class);
        assertThatThrownBy(() -> check(export.replaceFirst("\"actorKind\"", "\"note\":\"x\",\"actorKind\"")))
                .isInstanceOf(ChainUnreadable.class);
        assertThatThrownBy(() ->
                        check(export.replaceFirst("\"outcome\":\"done\"", "\"outcome\":\"x\",\"outcome\":\"done\"")))
                .isInstanceOf(ChainUnreadable.class);
        assertThatThrownBy(() -> check(export.replaceFirst("\"count\":1", "\"count\":9999999999")))
                .isInstanceOf(ChainUnreadable.class);
        assertThatThrownBy(() -> check(export.replaceFirst("\"links\":40", "\"links\":41")))
                .isInstanceOf(ChainUnreadable.class);
    }

    /**
     * A figure, as a share of what one core hashes: the limit is far below, so that a busy machine does not fail it.
     */
    @Test
    void isCheckedFast() {
        SomeChain large = SomeChain.of(100_000, new Random(3));
        byte[] export = bytes(large);
        check(export);

        long began = System.nanoTime();
        List<CheckChains.Read> read = check(export);
        double seconds = (System.nanoTime() - began) / 1e9;

        System.out.printf("Checked %,.0f entries/s of an export%n", large.links.size() / seconds);
        assertThat(read.getFirst().verdict().entries()).isEqualTo(100_000);
        assertThat(large.links.size() / seconds).isGreaterThan(20_000);
    }

    private String export() {
        return new String(bytes(chain), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(SomeChain chain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ChainLines lines = new ChainLines(out)) {
            lines.begins(SomeChain.NAME, 0, ChainHash.start(), chain.publicKey);
            chain.changes.forEach(lines::keyChanges);
            chain.anchors.forEach(lines::anchor);
            chain.links.forEach(lines::link);
            lines.ends(SomeChain.NAME, chain.links.size());
        }
        return out.toByteArray();
    }

    private static List<CheckChains.Read> check(String export) {
        return check(export.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CheckChains.Read> check(byte[] export) {
        return CheckChains.check(new ByteArrayInputStream(export));
    }
}
