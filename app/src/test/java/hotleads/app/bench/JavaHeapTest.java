package hotleads.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The heap as the JDK's tool tells it. */
class JavaHeapTest {
    @Test
    void isTheSumOfWhatIsHeldUsedOrNot() {
        double mebibytes = JavaHeap.sum("""
                 S0C         S1C         S0U         S1U          EC           EU           OC           OU
                 1024.0      1024.0         0.0       512.0       8192.0       4096.0      20480.0      10240.0
                """);

        assertThat(mebibytes).isEqualTo(30);
    }

    @Test
    void isNoNumberWhenTheToolSaysSomethingElse() {
        assertThat(JavaHeap.sum("12345 not found\n")).isNaN();
    }

    @Test
    void ofThisProgramIsSomething() {
        assertThat(JavaHeap.mebibytes(ProcessHandle.current().pid())).isBetween(4.0, 16_384.0);
    }
}
