package hotleads.core.erasures;

import static org.assertj.core.api.Assertions.assertThat;

import hotleads.audit.locked.FirstVersions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Where the ledger is kept, by the settings. */
class ErasureConfigurationTest {
    private static final List<String> OURS =
            List.of(ErasureConfiguration.class.getPackageName() + ".", FirstVersions.class.getPackageName() + ".");
    private static final String S3 = "software.amazon.awssdk.services.s3.";

    @Test
    void nothingOfS3IsLoadedWhereTheLedgerIsAFileOrThereIsNone() throws ReflectiveOperationException {
        assertThat(loadedFor("", "", "")).isEmpty();
        assertThat(loadedFor("", "/keys/core.key", "")).isEmpty();
        assertThat(loadedFor("/keys/ledger", "/keys/core.key", "")).isEmpty();

        assertThat(loadedFor("s3://practice-locked/erasures", "/keys/core.key", "http://127.0.0.1:9"))
                .isNotEmpty();
    }

    private static List<String> loadedFor(String ledger, String keyFile, String endpoint)
            throws ReflectiveOperationException {
        Listening fresh = new Listening();
        Class<?> configuration = fresh.loadClass(ErasureConfiguration.class.getName());
        var constructor = configuration.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method place = configuration.getDeclaredMethod("ledgerPlace", String.class, String.class, String.class);
        place.setAccessible(true);
        System.setProperty("aws.region", "us-east-1");
        place.invoke(constructor.newInstance(), ledger, keyFile, endpoint);
        return fresh.loaded;
    }

    /** Loads what is ours anew, and notes what that asks for. */
    private static final class Listening extends ClassLoader {
        private final List<String> loaded = new ArrayList<>();

        Listening() {
            super(ErasureConfigurationTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(S3)) {
                loaded.add(name);
            }
            if (OURS.stream().noneMatch(name::startsWith)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failed) {
                throw new ClassNotFoundException(name, failed);
            }
        }
    }
}
