package hotleads.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    Path folder;

    @Test
    void aPasswordIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
        Passwords passwords = new Passwords(folder, new SecureRandom());

        String first = passwords.valueOf("hl_core");

        assertThat(first).hasSize(32).isEqualTo(new Passwords(folder, new SecureRandom()).valueOf("hl_core"));
        assertThat(first).isNotEqualTo(passwords.valueOf("hl_auth"));
        assertThat(rights(folder.resolve("hl_core"))).isEqualTo("rw-------");
    }

    @Test
    void aPasswordForPeopleCanBeTypedAndIsKept() {
        Passwords passwords = new Passwords(folder, new SecureRandom());

        assertThat(passwords.readable("demo-password"))
                .matches("([a-z2-9]{5}-){3}[a-z2-9]{5}")
                .isEqualTo(passwords.readable("demo-password"));
    }

    @Test
    void theKeyOfAccountsIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("sync.key");

        AccountKeys.createIfAbsent(file);
        String first = Files.readString(file);
        AccountKeys.createIfAbsent(file);

        assertThat(Files.readString(file)).isEqualTo(first).contains("AesGcmKey");
        assertThat(rights(file)).isEqualTo("rw-------");
    }

    @Test
    void everyServiceHasAKeyOfItsOwn() throws IOException, ParseException {
        ServiceKeys keys = ServiceKeys.in(folder);

        ECKey core = ECKey.parse(Files.readString(keys.fileOf("core")));

        assertThat(core.getKeyID()).isEqualTo("core");
        assertThat(core.isPrivate()).isTrue();
        assertThat(core).isNotEqualTo(ECKey.parse(Files.readString(keys.fileOf("sync"))));
        assertThat(rights(keys.fileOf("core"))).isEqualTo("rw-------");
        assertThat(ServiceKeys.in(folder).launcher()).isEqualTo(keys.launcher());
    }

    @Test
    void authIsGivenThePublicHalvesOnly() throws IOException, ParseException {
        JWKSet known = JWKSet.parse(Files.readString(ServiceKeys.in(folder).publicKeys()));

        assertThat(known.getKeys())
                .extracting(key -> key.getKeyID())
                .containsExactly("gateway", "core", "webhooks", "sync", "launcher");
        assertThat(known.getKeys()).noneMatch(key -> key.isPrivate());
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
