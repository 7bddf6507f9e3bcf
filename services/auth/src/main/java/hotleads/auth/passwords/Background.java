package hotleads.auth.passwords;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Runs work on a thread that yields to every other one: a hash computes for tens of milliseconds without a pause, and
 * whoever waits for the processor for a tenth of one meanwhile would queue behind it.
 *
 * <p>Java's own priorities do nothing on Linux unless the whole virtual machine is told otherwise, and then go no
 * further than {@code nice} 4.
 */
final class Background {
    /** A tenth of a processor that the others want as well, all of one that nobody wants. */
    private static final int BY_SO_MUCH = 10;

    private Background() {}

    static Runnable on(Runnable work) {
        return () -> {
            giveWay();
            work.run();
        };
    }

    /** Only on Linux is it the thread's own: elsewhere the call would slow the whole program. */
    private static void giveWay() {
        if (!"Linux".equals(System.getProperty("os.name"))) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        MethodHandle nice = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("nice"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            // Everyone may give way; what it returns is the new value or an error, and neither changes what is done
            // next.
            int _ = (int) nice.invokeExact(BY_SO_MUCH);
        } catch (Throwable impossible) {
            throw new IllegalStateException("nice could not be called", impossible);
        }
    }
}
