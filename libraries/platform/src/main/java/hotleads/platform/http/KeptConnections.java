package hotleads.platform.http;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * A client for our own programs, over connections that are kept: no redirects, cookies, retries or compression. The
 * thread that asks also writes and reads, which takes a fraction of what a client costs that hands each answer from
 * thread to thread.
 */
public final class KeptConnections implements AutoCloseable {
    /** Below the 75 s after which our programs close a connection that nothing came over. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(60);

    /** A program that was started anew has closed all it had. */
    private static final TimeValue TRUSTED = TimeValue.ofSeconds(1);

    private final CloseableHttpClient client;

    /** @param connect the longest wait for a new connection */
    public KeptConnections(Duration connect) {
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        // Whoever calls bounds how many calls there are at once.
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnPerRoute(Integer.MAX_VALUE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(connect))
                                .setValidateAfterInactivity(TRUSTED)
                                .build())
                        .build())
                .setDefaultRequestConfig(plain().build())
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    /** What holds for every request: no offer to go on by TLS, which our programs do not take. */
    private static RequestConfig.Builder plain() {
        return RequestConfig.custom().setProtocolUpgradeEnabled(false);
    }

    /** @param silence the longest wait for the next byte of an answer */
    public static RequestConfig patience(Duration silence) {
        return plain().setResponseTimeout(Timeout.of(silence)).build();
    }

    public CloseableHttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
