package hotleads.app.system.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks for thousands of patterns at once, by a window of eight bytes that is looked up at every place: seconds for
 * hundreds of megabytes.
 */
final class Search {
    private static final int WINDOW = Long.BYTES;
    private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

    private final List<Pattern> patterns = new ArrayList<>();
    private final long[] windows;
    private final int[] firsts;
    private final int[] nexts;
    private final int shift;

    /** One form of one planted string. */
    record Pattern(Planted.One planted, Forms.Form form) {}

    Search(List<Planted.One> planted) {
        for (Planted.One one : planted) {
            Forms.of(one).forEach(form -> patterns.add(new Pattern(one, form)));
        }
        int size = Integer.highestOneBit(patterns.size() * 8);
        windows = new long[size];
        firsts = new int[size];
        nexts = new int[patterns.size()];
        shift = Long.numberOfLeadingZeros(size) + 1;
        Arrays.fill(firsts, -1);
        for (int index = 0; index < patterns.size(); index++) {
            put(index);
        }
    }

    private void put(int index) {
        byte[] bytes = patterns.get(index).form.bytes();
        if (bytes.length < WINDOW) {
            throw new IllegalArgumentException("Plant longer strings: a short one is found by chance");
        }
        long window = 0;
        for (int at = 0; at < WINDOW; at++) {
            window = window << 8 | bytes[at] & 0xff;
        }
        int slot = slot(window);
        while (firsts[slot] >= 0 && windows[slot] != window) {
            slot = slot + 1 & windows.length - 1;
        }
        windows[slot] = window;
        nexts[index] = firsts[slot];
        firsts[slot] = index;
    }

    private int slot(long window) {
        return (int) (window * GOLDEN >>> shift);
    }

    /** Tells of each place where a pattern lies. */
    void in(byte[] content, Consumer<Pattern> found) {
        long window = 0;
        for (int end = 0; end < content.length; end++) {
            window = window << 8 | content[end] & 0xff;
            if (end >= WINDOW - 1) {
                for (int slot = slot(window); firsts[slot] >= 0; slot = slot + 1 & windows.length - 1) {
                    if (windows[slot] == window) {
                        tell(content, end + 1 - WINDOW, firsts[slot], found);
                        break;
                    }
                }
            }
        }
    }

    private void tell(byte[] content, int begin, int first, Consumer<Pattern> found) {
        for (int index = first; index >= 0; index = nexts[index]) {
            byte[] bytes = patterns.get(index).form.bytes();
            int end = begin + bytes.length;
            if (end <= content.length && Arrays.equals(content, begin, end, bytes, 0, bytes.length)) {
                found.accept(patterns.get(index));
            }
        }
    }
}
