package hotleads.gateway.throttle;

/**
 * What each kind of request may cost: bytes of body, requests of one address, requests at once.
 *
 * <p>Too large a body is answered 413, too many requests of one address 429, too many at once 503; the last two say
 * when to come back. Addresses are counted one by one, IPv6 by its /64, and never written down.
 */
public enum Limits {
    /**
     * Providers deliver in bursts from few addresses, so the rate is free: size and number at once are what is bounded.
     */
    HOOKS(kib(8), Rate.FREE, 1024),
    /** Guessing passwords and codes; auth counts tries per account as well. */
    SIGN_IN(kib(16), new Rate(60, 1), 64),
    /** A page asks once as it opens. */
    SESSION(0, new Rate(200, 20), 64),
    /** Far above what screens ask, also with a whole practice behind one address: a script in a loop meets it. */
    API(kib(64), new Rate(4_000, 2_000), 128),
    /** Opening event streams; how many stay open is {@link #STREAMS_PER_SESSION}. */
    LIVE(0, new Rate(60, 2), 2_000),
    /** A page and its files are some thirty requests. */
    PAGES(0, new Rate(1_000, 100), 256),
    /** Each may ask four programs whether they are ready. */
    HEALTH(0, new Rate(100, 20), 16);

    /** A seventh stream of one session is answered 429: a browser opens one for each tab. */
    public static final int STREAMS_PER_SESSION = 6;

    /** A request line and headers beyond it are answered 400 by Tomcat, and the connection ends. */
    public static final int HEADER_BYTES = kib(16);

    /** More header lines are answered 400 by Tomcat. */
    public static final int HEADER_LINES = 64;

    /** Trailers and chunk extensions, which nobody here reads, beyond it are answered 400. */
    public static final int TRAILER_BYTES = 256;

    /** A longer path with its query is answered 414. */
    public static final int ADDRESS_CHARACTERS = kib(2);

    /** What of a refused body is read and thrown away, so that the refusal can still reach its sender. */
    public static final int DISCARDED_BYTES = kib(256);

    /**
     * Connections beyond these wait in the system's queue, and with half of them open none is kept after its answer.
     * Each holds some 200 KiB of buffers while its request waits for a program behind.
     */
    public static final int CONNECTIONS = 2_048;

    /** Requests one HTTP/2 connection may have in work; further ones wait their turn. */
    public static final int STREAMS_PER_CONNECTION = 64;

    /** Addresses remembered for {@link Rate}; beyond these the ones longest quiet start afresh. */
    static final int ADDRESSES = 50_000;

    private final int bodyBytes;
    private final Rate rate;
    private final int atOnce;

    Limits(int bodyBytes, Rate rate, int atOnce) {
        this.bodyBytes = bodyBytes;
        this.rate = rate;
        this.atOnce = atOnce;
    }

    public int bodyBytes() {
        return bodyBytes;
    }

    Rate rate() {
        return rate;
    }

    int atOnce() {
        return atOnce;
    }

    private static int kib(int count) {
        return count * 1024;
    }

    /**
     * Requests of one address.
     *
     * @param burst how many may come in one moment
     * @param perSecond how many come back each second
     */
    record Rate(int burst, int perSecond) {
        static final Rate FREE = new Rate(0, 0);

        boolean isFree() {
            return burst == 0;
        }
    }
}
