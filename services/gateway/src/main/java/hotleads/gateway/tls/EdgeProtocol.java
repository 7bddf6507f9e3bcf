package hotleads.gateway.tls;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP over Tomcat, which also ends connections whose request headers take too long as a whole, and keeps none once
 * many are open.
 *
 * <p>Tomcat's own time-out starts anew with each byte, so a sender who drips headers would hold a connection for ever.
 * And it keeps a connection for its sender's next request whoever else is waiting for one: a sender with as many as
 * there may be would shut out everybody else for as long as it goes on.
 */
public class EdgeProtocol extends Http11NioProtocol {
    private Duration headWait = Duration.ofSeconds(10);

    void setHeadWait(Duration headWait) {
        this.headWait = headWait;
    }

    @Override
    public void start() throws Exception {
        super.start();
        ScheduledExecutorService timer = getUtilityExecutor();
        long every = Math.max(50, headWait.toMillis() / 4);
        timer.scheduleWithFixedDelay(this::endSlowHeads, every, every, TimeUnit.MILLISECONDS);
    }

    /** None after this one while half of all connections are taken; who waits in the system's queue gets its place. */
    @Override
    public int getMaxKeepAliveRequests() {
        return getConnectionCount() > getMaxConnections() / 2 ? 1 : super.getMaxKeepAliveRequests();
    }

    private void endSlowHeads() {
        long now = System.nanoTime();
        for (SocketWrapperBase<?> connection : getEndpoint().getConnections()) {
            // A connection keeps a processor only while a request's head is incomplete: before that it has none, and
            // afterwards the processor belongs to the thread that works on the request.
            if (connection.getCurrentProcessor() instanceof Http11Processor reading
                    && isOverdue(reading.getRequest(), now)) {
                connection.close();
            }
        }
    }

    private boolean isOverdue(Request request, long now) {
        long begun = request.getStartTimeNanos();
        return begun >= 0 && now - begun > headWait.toNanos();
    }
}
