package hotleads.app.bench;

import java.io.IOException;

/** A stranger who guesses at made-up people, each but once. */
final class Guesses implements Act, AutoCloseable {
    private static final int WRONG = 401;
    private static final int BUSY = 503;

    private final SignIns signIns;
    private final int stranger;
    private int made;

    /** @param stranger tells this one's made-up people from another's */
    Guesses(UnderTest subject, SourceAddresses addresses, int stranger) {
        this.signIns = new SignIns(subject, addresses);
        this.stranger = stranger;
    }

    @Override
    public void once() throws IOException {
        guess("nobody-" + stranger + "-" + made++ + "@x.test");
    }

    void guess(String email) throws IOException {
        int status = signIns.signIn(email, "a guess at a password");
        if (status != WRONG && status != BUSY) {
            throw new IOException("a guess was answered " + status);
        }
    }

    @Override
    public void close() throws IOException {
        signIns.close();
    }
}
