package hotleads.webhooks.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes of a request as they came: Spring's own form reading would write them anew, and break every signature. */
public final class RawBody {
    private static final int MOST_BYTES = 8 * 1024;

    private RawBody() {}

    /** The bytes, or null when there are too many. */
    public static byte @Nullable [] read(HttpServletRequest request) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > MOST_BYTES) {
            return null;
        }
        int most = announced < 0 ? MOST_BYTES + 1 : (int) announced;
        byte[] body = request.getInputStream().readNBytes(most);
        return body.length > MOST_BYTES ? null : body;
    }
}
