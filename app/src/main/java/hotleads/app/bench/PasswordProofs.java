package hotleads.app.bench;

import java.io.IOException;

/** One person who proves the right password again and again. */
final class PasswordProofs implements Act, AutoCloseable {
    private static final int OK = 200;
    private static final int BUSY = 503;

    private final SignIns signIns;
    private final String email;
    private final String password;

    PasswordProofs(UnderTest subject, SourceAddresses addresses, String email, String password) {
        this.signIns = new SignIns(subject, addresses);
        this.email = email;
        this.password = password;
    }

    @Override
    public void once() throws IOException {
        if (!isProved()) {
            throw new IOException("a right password was sent away as too many came at once");
        }
    }

    /** Whether it was taken; when not, too many came at once. */
    boolean isProved() throws IOException {
        int status = signIns.signIn(email, password);
        if (status != OK && status != BUSY) {
            throw new IOException("a right password was answered " + status);
        }
        return status == OK;
    }

    @Override
    public void close() throws IOException {
        signIns.close();
    }
}
