package hotleads.core.erasures;

import java.nio.file.Path;

/** Ledgers by themselves, for tests that need no core around them. */
public final class ALedger {
    private ALedger() {}

    /** @param door what stands for S3 */
    public static ErasureLedger inBucket(String place, String door) {
        return LedgerBucket.named(place, door);
    }

    public static ErasureLedger inFile(Path file) {
        return new LedgerFile(file);
    }
}
