package hotleads.app.keys;

import hotleads.app.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/** The certificate for {@code localhost} that the demo serves with, made by the JDK's own keytool. */
public final class TlsCertificate {
    private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);
    private static final String DAYS = "397";
    private static final String ALIAS = "localhost";

    private final Path folder;

    private TlsCertificate(Path folder) {
        this.folder = folder;
    }

    /** The kept one, or a new one when none is there or its end is near. */
    public static TlsCertificate in(Path folder, InstantSource clock, SecureRandom random) {
        TlsCertificate certificate = new TlsCertificate(folder);
        if (!certificate.lastsUntil(clock)) {
            certificate.make(random);
        }
        return certificate;
    }

    public Path certificateFile() {
        return folder.resolve("localhost.crt.pem");
    }

    public Path keyFile() {
        return folder.resolve("localhost.key.pem");
    }

    private boolean lastsUntil(InstantSource clock) {
        return Files.exists(certificateFile())
                && Files.exists(keyFile())
                && read(certificateFile())
                        .getNotAfter()
                        .toInstant()
                        .isAfter(clock.instant().plus(RENEW_BEFORE_END));
    }

    /** Any PEM certificate file's first certificate. */
    public static X509Certificate read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalStateException(file + " does not hold a certificate in PEM form", malformed);
        }
    }

    private void make(SecureRandom random) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path store = folder.resolve("new.p12");
        try {
            Files.deleteIfExists(store);
            runKeytool(store, password);
            KeyStore opened = KeyStore.getInstance(store.toFile(), password.toCharArray());
            OwnerOnly.write(
                    keyFile(),
                    pem(
                            "PRIVATE KEY",
                            opened.getKey(ALIAS, password.toCharArray()).getEncoded()));
            OwnerOnly.write(
                    certificateFile(),
                    pem("CERTIFICATE", opened.getCertificate(ALIAS).getEncoded()));
            Files.delete(store);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The certificate keytool made cannot be read", impossible);
        }
    }

    private static void runKeytool(Path store, String password) throws IOException {
        ProcessBuilder keytool = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-dname",
                "CN=localhost, O=Hot Leads on this machine",
                "-validity",
                DAYS,
                "-ext",
                "san=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1",
                "-ext",
                "ku:c=digitalSignature",
                "-ext",
                "eku=serverAuth",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                // By the environment: arguments can be read by everybody on the machine.
                "-storepass:env",
                "STORE_PASSWORD"));
        keytool.environment().put("STORE_PASSWORD", password);
        Process process = keytool.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool could not make a certificate: " + said.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while making a certificate", stopped);
        }
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + what + "-----\n";
    }
}
