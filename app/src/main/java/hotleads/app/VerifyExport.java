package hotleads.app;

import hotleads.app.console.Console;
import hotleads.app.console.Refusal;
import hotleads.audit.chain.Break;
import hotleads.audit.chain.ChainUnreadable;
import hotleads.audit.chain.CheckChains;
import hotleads.audit.chain.Verdict;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks an export of the audit trail, with nothing but the file: no program, no database, no key. */
final class VerifyExport {
    private static final String COMMAND = "audit";
    private static final String VERIFY = "verify";
    private static final int BROKEN = 1;
    private static final int BUFFER = 1 << 20;

    private VerifyExport() {}

    static boolean isAskedFor(List<String> arguments) {
        return !arguments.isEmpty() && arguments.getFirst().equals(COMMAND);
    }

    /** @return 0 when every chain is unbroken */
    static int run(List<String> arguments, Console console) {
        if (arguments.size() != 3 || !arguments.get(1).equals(VERIFY)) {
            throw Refusal.ofUsage("Name the export: ./hotleads audit verify FILE");
        }
        List<CheckChains.Read> chains = check(Path.of(arguments.get(2)));
        chains.forEach(chain -> console.say(sentence(chain)));
        return chains.stream().allMatch(chain -> chain.verdict().isUnbroken()) ? 0 : BROKEN;
    }

    private static List<CheckChains.Read> check(Path file) {
        try (InputStream export = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            return CheckChains.check(export);
        } catch (ChainUnreadable notAnExport) {
            throw new Refusal(file + " is no whole export of the audit trail. Export it again as JSON with proof.");
        } catch (IOException unreadable) {
            throw new Refusal(file + " cannot be read.");
        }
    }

    static String sentence(CheckChains.Read chain) {
        return sentence(chain.verdict())
                + (chain.verdict().anchored() == 0
                        ? ""
                        : " by " + keys(chain.fingerprints()) + ": compare it with the one on the Audit page");
    }

    /** What a chain's check came to, without whose anchors they are. */
    static String sentence(Verdict verdict) {
        return verdict.chain() + ": "
                + Optional.ofNullable(verdict.broken())
                        .map(VerifyExport::broken)
                        .orElseGet(() -> number(verdict.entries()) + " entries, unbroken")
                + (verdict.anchored() == 0
                        ? ". No anchor vouches for them"
                        : ". Anchored up to entry " + number(verdict.anchored()));
    }

    /** Each was announced by the one before it, so that the last is the one to compare. */
    private static String keys(List<String> fingerprints) {
        return fingerprints.size() == 1
                ? "the key " + fingerprints.getFirst()
                : "the key " + fingerprints.getLast() + ", which followed "
                        + String.join(
                                ", ",
                                fingerprints.subList(0, fingerprints.size() - 1).reversed());
    }

    private static String broken(Break broken) {
        String place = broken.until() > broken.seq()
                ? "between entries " + number(broken.seq()) + " and " + number(broken.until())
                : "at entry " + number(broken.seq());
        return "breaks " + place + ", "
                + switch (broken.kind()) {
                    case ALTERED -> "which was altered or moved";
                    case ENTRY_MISSING -> "which is missing";
                    case LINK_MISSING -> "whose place is missing";
                    case REWRITTEN -> "where the trail was rewritten";
                    case CUT -> "from where on it was cut off";
                    case ANCHOR_FORGED -> "whose anchor is not ours";
                }
                + Optional.ofNullable(broken.at()).map(at -> ", " + at).orElse("");
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
