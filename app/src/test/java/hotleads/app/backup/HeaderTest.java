package hotleads.app.backup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hotleads.app.console.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "{\"kind\":\"X\"}", "\u0000"})
    void thatSaysNothingBelongsToADamagedBackup(String line) {
        byte[] bytes = ("hotleads backup 1\n" + line + "\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Header.read(new ByteArrayInputStream(bytes), Path.of("some.backup")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is damaged");
    }
}
