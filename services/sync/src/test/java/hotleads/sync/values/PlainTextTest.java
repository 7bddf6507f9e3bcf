package hotleads.sync.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"O'Brien-Nuñez", "محمد عبد الله", "\u200fדנה\u200f", "Zoë 🦊👩‍👩‍👧", "李 小龙"})
    void keepsNamesAsTheyAre(String name) {
        assertThat(PlainText.of(name)).isEqualTo(name);
        assertThat(PlainText.isPlain(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\u0000na", "A\ud800na", "A\udc00na\ud83e", "A\u0085na", " A\nna "})
    void leavesOutWhatNobodyAfterUsCanHold(String text) {
        assertThat(PlainText.of(text)).isEqualTo("Ana");
        assertThat(PlainText.isPlain(text)).isFalse();
    }

    @Test
    void isNothingWhereNothingIsLeft() {
        assertThat(PlainText.of(" \ud800\u0000 ")).isNull();
        assertThat(PlainText.of("")).isNull();
    }
}
