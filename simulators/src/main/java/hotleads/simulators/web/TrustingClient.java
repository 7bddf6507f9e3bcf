package hotleads.simulators.web;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A client that speaks TLS 1.3 only and trusts the certificates of one PEM file where it is given. */
public final class TrustingClient {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    private record Trusting(@Nullable FileTime fileTime, HttpClient client) {}

    private final @Nullable Path trusted;
    private @Nullable Trusting last;

    public TrustingClient(@Nullable Path trusted) {
        this.trusted = trusted;
    }

    /** The receiver may make its certificate after we started, or a new one later: the file is looked at each time. */
    public synchronized HttpClient now() throws IOException, GeneralSecurityException {
        FileTime fileTime = trusted == null ? null : Files.getLastModifiedTime(trusted);
        Trusting known = last;
        if (known == null || (fileTime != null && !fileTime.equals(known.fileTime))) {
            known = new Trusting(fileTime, newClient());
            last = known;
        }
        return known.client;
    }

    private HttpClient newClient() throws IOException, GeneralSecurityException {
        var builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        if (trusted != null) {
            builder.sslContext(trustingOnly(trusted));
        }
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        return builder.sslParameters(parameters).build();
    }

    private static SSLContext trustingOnly(Path pem) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(pem)) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("receiver-" + store.size(), one);
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
