package hotleads.audit.shipping;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClientBuilder;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

/** One log group, a stream for each chain. Who may write is what the task's role says. */
public final class CloudWatch implements AutoCloseable {
    private final CloudWatchLogsClient client;
    private final String group;

    /** @param endpoint an emulator's address; null for the region's own */
    public CloudWatch(String group, @Nullable URI endpoint) {
        this.group = group;
        CloudWatchLogsClientBuilder builder =
                CloudWatchLogsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        this.client = endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).build();
    }

    /** Returns once CloudWatch has all of them. */
    void put(String stream, List<InputLogEvent> events) {
        try {
            putNow(stream, events);
        } catch (ResourceNotFoundException noStreamYet) {
            makeStream(stream);
            putNow(stream, events);
        }
    }

    private void putNow(String stream, List<InputLogEvent> events) {
        PutLogEventsResponse answer = client.putLogEvents(
                request -> request.logGroupName(group).logStreamName(stream).logEvents(events));
        if (answer.rejectedLogEventsInfo() != null) {
            throw new IllegalStateException("CloudWatch Logs refused events by their time");
        }
    }

    private void makeStream(String stream) {
        try {
            client.createLogStream(request -> request.logGroupName(group).logStreamName(stream));
        } catch (ResourceAlreadyExistsException madeMeanwhile) {
            // Another instance was first.
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
