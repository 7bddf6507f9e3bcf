package hotleads.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.audit.chain.ChainLines;
import hotleads.audit.chain.ChainUnreadable;
import hotleads.audit.chain.CheckChains;
import hotleads.audit.chain.ReadChainLines;
import hotleads.platform.fuzz.ShortRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** Any bytes as the lines of a chain: what auth hands to core, and exports that somebody has checked. */
class ChainLinesFuzzTest {
    @Test
    void areReadAsTheyWereWrittenOrRefused() {
        ShortRun.of(ChainLinesFuzzTest.class, ChainLinesFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        try {
            byte[] written = rewritten(input);
            assertThat(rewritten(written)).isEqualTo(written);
        } catch (ChainUnreadable refused) {
            // Not the lines of a chain.
        }
        try {
            CheckChains.check(new ByteArrayInputStream(input));
        } catch (ChainUnreadable refused) {
            // Not an export.
        }
    }

    private static byte[] rewritten(byte[] lines) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ChainLines writer = new ChainLines(written)) {
            ReadChainLines.read(new ByteArrayInputStream(lines), writer);
        }
        return written.toByteArray();
    }
}
