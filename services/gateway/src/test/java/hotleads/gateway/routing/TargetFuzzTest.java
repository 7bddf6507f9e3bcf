package hotleads.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.gateway.throttle.Limits;
import hotleads.platform.fuzz.ShortRun;
import hotleads.platform.problem.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Any text as an address, path and query apart as Tomcat hands them over: every program reads it alike, or none. */
class TargetFuzzTest {
    private static final String PROGRAM = "http://127.0.0.1:9";

    @Test
    void isReadAlikeByEveryProgramOrRefused() {
        ShortRun.of(TargetFuzzTest.class, TargetFuzzTest::fuzzerTestOneInput);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int mark = text.indexOf('?');
        try {
            Target target =
                    mark < 0 ? Target.of(text, null) : Target.of(text.substring(0, mark), text.substring(mark + 1));
            assertThat(target.onTheWire()).isEqualTo(text).hasSizeLessThanOrEqualTo(Limits.ADDRESS_CHARACTERS + 1);
            String path = target.path();
            assertThat(URI.create(path).normalize().getPath()).isEqualTo(path);
            assertThat(path).startsWith("/").doesNotContain("//", "%", ";", "\\", "/../", "/./");
            assertThat(Route.of("GET", path).upstream())
                    .isEqualTo(Route.of("HEAD", path).upstream());
            sent(target);
        } catch (Problem refused) {
            assertThat(refused.status().value()).isIn(400, 414);
        }
    }

    /** To the program it was meant for and to no other path there. */
    private static void sent(Target target) {
        URI address;
        try {
            address = URI.create(PROGRAM + target.onTheWire());
        } catch (IllegalArgumentException refusedByTheClient) {
            return;
        }
        assertThat(address.getRawAuthority()).isEqualTo("127.0.0.1:9");
        assertThat(address.getRawPath()).isEqualTo(target.path());
    }
}
