package hotleads.app.system.disk;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A search that misses what is there would make the stolen disk look clean. */
class SearchTest {
    private static final String TEXT = "Zoë \"Fable\" Ünderhill\nof 12 Marzipan Lane";

    private final Random random = new Random(7);

    @Test
    void findsATextInEveryFormWhereverItLies() {
        byte[] utf8 = TEXT.getBytes(UTF_8);
        JsonMapper ascii =
                JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

        for (int before = 0; before < 9; before++) {
            assertFound(utf8, before);
            assertFound(TEXT.getBytes(UTF_16LE), before);
            assertFound(TEXT.getBytes(UTF_16BE), before);
            assertFound(HexFormat.of().formatHex(utf8).getBytes(UTF_8), before);
            assertFound(HexFormat.of().withUpperCase().formatHex(utf8).getBytes(UTF_8), before);
            assertFound(JsonMapper.shared().writeValueAsBytes(TEXT), before);
            assertFound(ascii.writeValueAsBytes(TEXT), before);
            assertFound(TEXT.toUpperCase(java.util.Locale.ROOT).getBytes(UTF_8), before);
            byte[] amongOthers = join(noise(before), utf8, noise(5));
            assertFound(Base64.getEncoder().encode(amongOthers), 0);
            assertFound(Base64.getUrlEncoder().encode(amongOthers), 3);
        }
    }

    @Test
    void tellsWhichOfManyTextsItWas() {
        Planted planted = new Planted(3);
        for (int count = 0; count < 300; count++) {
            planted.keep("field", planted.word());
        }
        List<Planted.One> some = planted.all().subList(100, 110);
        byte[] content = join(some.stream()
                .map(one -> join(noise(1_000), one.text().getBytes(UTF_8)))
                .toArray(byte[][]::new));

        Set<Planted.One> found = new HashSet<>();
        new Search(planted.all()).in(content, pattern -> found.add(pattern.planted()));

        assertThat(found).containsExactlyInAnyOrderElementsOf(some);
    }

    @Test
    void findsNothingInNoise() {
        Set<Planted.One> found = new HashSet<>();

        new Search(List.of(new Planted.One("field", TEXT, true, new byte[0])))
                .in(noise(1_000_000), pattern -> found.add(pattern.planted()));

        assertThat(found).isEmpty();
    }

    private void assertFound(byte[] lying, int before) {
        Set<Planted.One> found = new HashSet<>();
        new Search(List.of(new Planted.One("field", TEXT, true, new byte[0])))
                .in(join(noise(before), lying, noise(before)), pattern -> found.add(pattern.planted()));
        assertThat(found)
                .as("%s after %s bytes", new String(lying, UTF_8), before)
                .hasSize(1);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }
}
