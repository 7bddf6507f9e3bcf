package hotleads.app.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsCertificateTest {
    @TempDir
    Path folder;

    @Test
    void namesThisMachineAndNothingElse() throws CertificateParsingException {
        X509Certificate made =
                TlsCertificate.read(certificate(InstantSource.system()).certificateFile());

        assertThat(made.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
                .containsExactlyInAnyOrder("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(made.getPublicKey().getAlgorithm()).isEqualTo("EC");
        assertThat(made.getBasicConstraints()).as("signs no others").isEqualTo(-1);
    }

    @Test
    void itsKeyIsReadByItsOwnerOnly() throws IOException {
        TlsCertificate made = certificate(InstantSource.system());

        assertThat(Files.readString(made.keyFile())).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.keyFile())))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("new.p12")).doesNotExist();
    }

    @Test
    void isKeptUntilItsEndIsNearAndThenReplaced() throws IOException {
        TlsCertificate made = certificate(InstantSource.system());
        String first = Files.readString(made.certificateFile());
        Instant end = TlsCertificate.read(made.certificateFile()).getNotAfter().toInstant();

        certificate(InstantSource.fixed(end.minus(Duration.ofDays(31))));
        assertThat(Files.readString(made.certificateFile())).isEqualTo(first);

        certificate(InstantSource.fixed(end.minus(Duration.ofDays(29))));
        assertThat(Files.readString(made.certificateFile())).isNotEqualTo(first);
    }

    private TlsCertificate certificate(InstantSource clock) {
        return TlsCertificate.in(folder, clock, new SecureRandom());
    }
}
