package hotleads.gateway.frontend;

import hotleads.gateway.answer.SecurityHeaders;
import hotleads.platform.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Serves the built pages and files. */
@Component
public class Frontend {
    private static final int NONCE_BYTES = 18;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_FIRST = "no-cache";

    private final SecureRandom random = new SecureRandom();
    private final BuiltFiles built;

    Frontend(BuiltFiles built) {
        this.built = built;
    }

    /** Answers with the file of that name, or with the page whose own router knows the path. */
    public void serve(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        BuiltFile file = built.file(path);
        if (file != null) {
            serve(file, path, request, response);
        } else if (isFileName(path)) {
            throw new Problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here");
        } else {
            serve(built.page(path), response);
        }
    }

    private static boolean isFileName(String path) {
        return path.startsWith("/assets/") || path.indexOf('.', path.lastIndexOf('/')) >= 0;
    }

    private void serve(Page page, HttpServletResponse response) throws IOException {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        SecurityHeaders.allowPage(response, nonce);
        response.setContentType("text/html; charset=utf-8");
        send(page.with(nonce), response);
    }

    private static void serve(BuiltFile file, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SecurityHeaders.allowFile(response);
        // The build puts a digest into the names of its assets, so such a name never changes its content.
        response.setHeader("Cache-Control", path.startsWith("/assets/") ? FOR_EVER : ASK_FIRST);
        response.setHeader("Vary", "Accept-Encoding");
        Variant variant = Variant.of(file, request.getHeader("Accept-Encoding"));
        response.setHeader("ETag", variant.tag());
        if (variant.isKnownTo(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        response.setContentType(file.type());
        if (variant.encoding() != null) {
            response.setHeader("Content-Encoding", variant.encoding());
        }
        send(variant.bytes(), response);
    }

    private static void send(byte[] bytes, HttpServletResponse response) throws IOException {
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
