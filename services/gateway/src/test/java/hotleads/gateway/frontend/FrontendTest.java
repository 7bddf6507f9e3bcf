package hotleads.gateway.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.SomeEdge;
import hotleads.gateway.SomeFrontend;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendTest {
    private static final Pattern NONCE = Pattern.compile("'nonce-([A-Za-z0-9+/=]+)'");
    private static final String SCRIPT = "/assets/staff-D1g35t.js";

    private final SomeEdge edge = SomeEdge.shared();

    @ParameterizedTest
    @CsvSource({
        "/, Staff",
        "/leads, Staff",
        "/invite, Staff",
        "/portal, Portal",
        "/portal/mood, Portal",
        "/portals, Staff"
    })
    void servesThePageWhoseRouterKnowsThePath(String path, String title) {
        HttpResponse<String> page = edge.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>" + title + "</title>").doesNotContain("__CSP_NONCE__");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void givesEveryVisitItsOwnNonceInPolicyAndPage() {
        HttpResponse<String> first = edge.get("/");
        HttpResponse<String> second = edge.get("/");

        assertThat(nonceOf(first)).hasSize(24).isNotEqualTo(nonceOf(second));
        assertThat(first.body())
                .contains("nonce=\"" + nonceOf(first) + "\">")
                .contains(".js\" nonce=\"" + nonceOf(first) + "\"");
    }

    @Test
    void letsAPageRunNothingButItsOwnFiles() {
        HttpResponse<String> page = edge.get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains(("default-src 'none'; script-src 'self' 'nonce-N'; style-src 'self' 'nonce-N'; "
                                + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
                                + "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'")
                        .replace("nonce-N", "nonce-" + nonceOf(page)));
    }

    @Test
    void servesAssetsForEver() {
        HttpResponse<String> file = edge.get(SCRIPT);

        assertThat(file.body()).isEqualTo(SomeFrontend.SCRIPT);
        assertThat(file.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(file.headers().firstValue("Content-Type")).contains("text/javascript;charset=utf-8");
        assertThat(file.headers().firstValue("Vary")).contains("Accept-Encoding");
    }

    @Test
    void asksBrowsersToLookAgainAtFilesWithoutADigestInTheName() {
        assertThat(edge.get("/robots.txt").headers().firstValue("Cache-Control"))
                .contains("no-cache");
    }

    @ParameterizedTest
    @CsvSource({
        "'gzip, deflate, br', br",
        "'br;q=0.5, gzip', br",
        "'gzip, br;q=0', gzip",
        "gzip, gzip",
        "'gzip;q=0.0', ",
        "deflate, "
    })
    void pressesFilesAsTheBrowserCanReadThem(String accepted, String encoding) {
        HttpResponse<String> file = edge.get(SCRIPT, "Accept-Encoding", accepted);

        assertThat(file.headers().firstValue("Content-Encoding").orElse(null)).isEqualTo(encoding);
    }

    @Test
    void sendsAKnownFileNoSecondTime() {
        String tag = edge.get("/robots.txt").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = edge.get("/robots.txt", "If-None-Match", "\"other\", " + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(edge.get("/robots.txt", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing.js",
                "/assets/missing.js",
                "/assets/missing",
                "/assets/",
                "/staff.html",
                "/portal.html",
                "/.secret",
                SCRIPT + ".br",
                "/index.php",
                "/.well-known/security.txt"
            })
    void hasNothingElse(String path) {
        HttpResponse<String> answer = edge.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"not-found\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", SCRIPT})
    void answersHeadLikeGetWithoutTheBody(String path) {
        HttpResponse<String> answer = edge.send(edge.request(path).HEAD());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isPositive();
    }

    private static String nonceOf(HttpResponse<?> page) {
        Matcher nonce = NONCE.matcher(
                page.headers().firstValue("Content-Security-Policy").orElseThrow());
        assertThat(nonce.find()).isTrue();
        return nonce.group(1);
    }
}
