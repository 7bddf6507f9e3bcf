package hotleads.gateway.upstream;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/** What a program behind the edge says. */
public final class Answer implements AutoCloseable {
    private final HttpUriRequestBase call;
    private final ClassicHttpResponse head;
    private final InputStream body;

    Answer(HttpUriRequestBase call, ClassicHttpResponse head, InputStream body) {
        this.call = call;
        this.head = head;
        this.body = body;
    }

    public int status() {
        return head.getCode();
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(head.getFirstHeader(name)).map(Header::getValue);
    }

    /** Of the body, when the program told it. */
    public OptionalLong length() {
        return header("Content-Length")
                .map(length -> OptionalLong.of(Long.parseLong(length)))
                .orElseGet(OptionalLong::empty);
    }

    /** Fails with a time-out when the program falls silent, and as broken when it ends before its end. */
    public InputStream body() {
        return body;
    }

    /** Whether all of it has arrived already. */
    public boolean isWhole() {
        return body instanceof ByteArrayInputStream;
    }

    /** Ends the connection at once if anything is still to be read, whichever thread reads it. */
    @Override
    public void close() {
        call.cancel();
    }
}
