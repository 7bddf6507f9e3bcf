package hotleads.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeTest {
    private final Map<String, String> lines = Stream.of(
                    "account", "region", "host", "certificate", "mail-from", "version", "bucket-addresses")
            .collect(Collectors.toMap(Function.identity(), name -> "said", (one, other) -> one, TreeMap::new));

    @Test
    void namesAnotherFolderOfAnchorsAfterARestore() {
        assertThat(Practice.of(lines).anchors()).isEqualTo("anchors");
        lines.put("anchors", "anchors-2");
        assertThat(Practice.of(lines).anchors()).isEqualTo("anchors-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "erasures", "anchors-", "anchors/core", "anchors-2/core"})
    void noOtherFolderIsTakenForAnchors(String folder) {
        lines.put("anchors", folder);

        assertThatThrownBy(() -> Practice.of(lines)).hasMessageContaining("anchors-1, anchors-2");
    }
}
