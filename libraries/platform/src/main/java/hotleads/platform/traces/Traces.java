package hotleads.platform.traces;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the programs do, step by step, each step with its place in the one that caused it.
 *
 * <p>What a step is called is a word of ours or the pattern of an endpoint: whoever passes anything else here, such as
 * an address with an id, tells it to everybody who reads traces.
 */
public interface Traces extends AutoCloseable {
    /** Where no collector is named. */
    Traces NONE = new NoTraces();

    /** The header that says, between our programs, which step a call belongs to (W3C Trace Context). */
    String HEADER = "traceparent";

    /**
     * A request comes in.
     *
     * @param parent what the header says, or null where a trace begins
     */
    Step serve(String method, @Nullable String parent);

    /**
     * Another program of ours is called. Outside of any step this is none: health checks and renewals would bury the
     * rest.
     *
     * @param what whom and for what, in our words
     * @param carry takes the header that goes along
     */
    Step call(String what, String method, BiConsumer<String, String> carry);

    /** A job begins that no request waits for. */
    Step work(String job);

    /** Where this thread stands, for another one that goes on with its work. */
    Place here();

    @Override
    void close();

    /** Begun on this thread, which stands in it until it leaves or closes it. */
    interface Step extends AutoCloseable {
        /** @param pattern of the endpoint, never an address */
        void route(String pattern);

        void answered(int status);

        /** This thread turns to something else while the step goes on. */
        void leave();

        @Override
        void close();
    }

    /** A place in a trace. */
    interface Place {
        /** This thread stands there until it closes what it got. */
        Stay enter();
    }

    /** Ends where the thread was before. */
    interface Stay extends AutoCloseable {
        @Override
        void close();
    }
}
