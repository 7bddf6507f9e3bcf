package hotleads.gateway.throttle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the edge waits for whom.
 *
 * @param gap the longest silence within a request or while writing an answer; then the connection ends
 * @param head all of a request's headers; a sender who drips them loses the connection
 * @param body all of a request's body; then 408
 * @param idle an open connection without a request
 * @param answer the program behind, until its answer begins; then 504
 * @param exchange auth, for a session's token; then 503
 * @param recheck between two looks whether a stream's session still stands; with {@code exchange} it stays below the 10
 *     s within which a stream must end
 * @param silence the longest pause of an event stream, three heartbeats; then it ends
 * @param ready a program's word on whether it is ready
 */
@ConfigurationProperties("gateway.waits")
public record Waits(
        @DefaultValue("10s") Duration gap,
        @DefaultValue("10s") Duration head,
        @DefaultValue("15s") Duration body,
        @DefaultValue("75s") Duration idle,
        @DefaultValue("30s") Duration answer,
        @DefaultValue("3s") Duration exchange,
        @DefaultValue("6s") Duration recheck,
        @DefaultValue("45s") Duration silence,
        @DefaultValue("2s") Duration ready) {}
