package hotleads.platform.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A failure as its kinds and places, with its causes. Messages are left out, whoever logs it: those of drivers and
 * parsers quote the values they choked on.
 */
public final class StackWithoutMessages extends ThrowableHandlingConverter {
    /** Of each failure: what lies deeper is the container's way to us. */
    private static final int FRAMES = 40;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder stack = new StringBuilder();
        append(event.getThrowableProxy(), "", stack, Collections.newSetFromMap(new IdentityHashMap<>()));
        return stack.toString();
    }

    private static void append(
            @Nullable IThrowableProxy failure, String how, StringBuilder stack, Set<IThrowableProxy> seen) {
        if (failure == null || !seen.add(failure)) {
            return;
        }
        stack.append(how).append(failure.getClassName()).append('\n');
        StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
        for (int index = 0; index < Math.min(FRAMES, frames.length); index++) {
            stack.append("\tat ").append(frames[index].getStackTraceElement()).append('\n');
        }
        for (IThrowableProxy besides : failure.getSuppressed()) {
            append(besides, "besides: ", stack, seen);
        }
        append(failure.getCause(), "caused by: ", stack, seen);
    }
}
