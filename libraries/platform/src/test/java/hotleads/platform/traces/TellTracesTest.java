package hotleads.platform.traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TellTracesTest {
    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withUserConfiguration(TellTraces.class, RequestsFromInside.class)
            .withPropertyValues("spring.application.name=core");

    /** As if OpenTelemetry were not there at all: only whoever names a collector notices. */
    @Test
    void whereNoCollectorIsNamedNoneOfItsClassesIsLoaded() throws ReflectiveOperationException {
        Class<?> tell = new WithoutOpenTelemetry().loadClass(TellTraces.class.getName());
        Method traces = tell.getDeclaredMethod("traces", String.class, String.class);
        traces.setAccessible(true);
        Object program = tell.getConstructor().newInstance();

        assertThat(traces.invoke(program, "", "core").getClass().getSimpleName())
                .isEqualTo("NoTraces");
        assertThatThrownBy(() -> traces.invoke(program, "http://127.0.0.1:4318", "core"))
                .hasRootCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void whereNoCollectorIsNamedRequestsAndCallsAreAsTheyWere() {
        program.run(context -> {
            Map<String, String> carried = new HashMap<>();
            Traces traces = context.getBean(Traces.class);
            try (Traces.Step step = traces.serve("GET", null);
                    Traces.Step _ = traces.call("sync", "POST", carried::put);
                    Traces.Step _ = traces.work("job");
                    Traces.Stay _ = traces.here().enter()) {
                step.answered(200);
            }

            assertThat(context).doesNotHaveBean(TracedRequests.class);
            assertThat(carried).isEmpty();
        });
    }

    @Test
    void aBlankSettingIsNone() {
        program.withPropertyValues("HOTLEADS_TRACES=")
                .run(context -> assertThat(context.getBean(Traces.class)).isSameAs(Traces.NONE));
    }

    @Test
    void whatIsToldArrivesAtTheLatestWhenTheProgramEnds() throws InterruptedException {
        try (SomeCollector collector = new SomeCollector()) {
            program.withPropertyValues("HOTLEADS_TRACES=" + collector.address())
                    .run(context -> context.getBean(Traces.class).work("job").close());

            collector.await(told -> !told.isEmpty());
            assertThat(collector.told()).singleElement().satisfies(span -> {
                assertThat(span.name()).isEqualTo("job");
                assertThat(span.program()).isEqualTo("core");
                assertThat(span.labels()).containsOnlyKeys("service.name");
            });
        }
    }

    /** It would never end if any step waited for an answer. */
    @Test
    void aCollectorThatNeverAnswersHoldsNobodyUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            program.withPropertyValues("HOTLEADS_TRACES=http://127.0.0.1:" + silent.getLocalPort())
                    .run(context -> {
                        Traces traces = context.getBean(Traces.class);
                        for (int step = 0; step < 100_000; step++) {
                            traces.work("job").close();
                        }
                        assertThat(context).hasNotFailed();
                    });
        }
    }

    @Test
    void aCollectorThatIsNotThereHoldsNobodyUp() {
        program.withPropertyValues("HOTLEADS_TRACES=http://127.0.0.1:1").run(context -> {
            Traces traces = context.getBean(Traces.class);
            for (int step = 0; step < 100_000; step++) {
                traces.work("job").close();
            }
            assertThat(context).hasNotFailed();
        });
    }

    /** Loads our own classes anew, and knows no others than usual but for those of OpenTelemetry. */
    private static final class WithoutOpenTelemetry extends ClassLoader {
        WithoutOpenTelemetry() {
            super(TellTracesTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.opentelemetry.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("hotleads.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? ours(name) : loaded;
        }

        private Class<?> ours(String name) throws ClassNotFoundException {
            try (InputStream stored = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(stored).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }
}
