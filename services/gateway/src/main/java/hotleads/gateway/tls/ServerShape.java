package hotleads.gateway.tls;

import hotleads.gateway.throttle.Limits;
import hotleads.gateway.throttle.Waits;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http2.Http2Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Gives Tomcat the edge's limits and waits, after Boot has given it its own. */
@Component
class ServerShape implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final Waits waits;

    ServerShape(Waits waits) {
        this.waits = waits;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(EdgeProtocol.class.getName());
        factory.addConnectorCustomizers(this::limit);
    }

    private void limit(Connector connector) {
        connector.setMaxParameterCount(0);
        connector.setProperty("maxHeaderCount", Integer.toString(Limits.HEADER_LINES));
        if (connector.getProtocolHandler() instanceof EdgeProtocol http) {
            http.setHeadWait(waits.head());
            limit((AbstractProtocol<?>) http);
            limit((AbstractHttp11Protocol<?>) http);
        }
        for (UpgradeProtocol upgrade : connector.findUpgradeProtocols()) {
            if (upgrade instanceof Http2Protocol http2) {
                limit(http2);
            }
        }
    }

    private void limit(AbstractProtocol<?> protocol) {
        protocol.setConnectionTimeout((int) waits.gap().toMillis());
        protocol.setKeepAliveTimeout((int) waits.idle().toMillis());
        protocol.setMaxConnections(Limits.CONNECTIONS);
    }

    private static void limit(AbstractHttp11Protocol<?> http) {
        http.setMaxHttpRequestHeaderSize(Limits.HEADER_BYTES);
        http.setMaxSwallowSize(Limits.DISCARDED_BYTES);
        http.setContinueResponseTiming("onRead");
        http.setMaxTrailerSize(Limits.TRAILER_BYTES);
        http.setMaxExtensionSize(Limits.TRAILER_BYTES);
    }

    private void limit(Http2Protocol http2) {
        http2.setMaxConcurrentStreams(Limits.STREAMS_PER_CONNECTION);
        http2.setMaxConcurrentStreamExecution(Limits.STREAMS_PER_CONNECTION);
        http2.setMaxHeaderCount(Limits.HEADER_LINES);
        http2.setMaxTrailerCount(1);
        http2.setReadTimeout(waits.gap().toMillis());
        http2.setStreamReadTimeout(waits.gap().toMillis());
        http2.setWriteTimeout(waits.gap().toMillis());
        http2.setStreamWriteTimeout(waits.gap().toMillis());
        http2.setKeepAliveTimeout(waits.idle().toMillis());
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
