package hotleads.sync.google;

import hotleads.contracts.GoogleChannel;
import hotleads.contracts.GoogleChannelStop;
import hotleads.contracts.GoogleWatch;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.sync.google.GoogleApi.Call;
import hotleads.sync.values.PlainTime;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks Google to say when a calendar changed, until a moment Google names. */
@Component
class Channels {
    private final GoogleApi api;

    Channels(GoogleApi api) {
        this.api = api;
    }

    ProviderAnswer<GoogleChannel> open(GoogleAccount account, GoogleWatch watch) {
        Map<String, ?> body = Map.of(
                "id", watch.channel(),
                "type", "web_hook",
                "address", watch.target().toString(),
                "token", watch.token(),
                "params", Map.of("ttl", Long.toString(watch.seconds())));
        return api.send(
                        new Call("post", "watch", ReadEvents.EVENTS + "/watch"),
                        account.reader(),
                        body,
                        null,
                        api.deadline())
                .as(Channels::channel);
    }

    /** Stopped, or not known there any more: both are what is wanted. */
    ProviderAnswer<Boolean> stop(GoogleAccount account, GoogleChannelStop stop) {
        Answer answer = api.send(
                new Call("post", "stop", "/channels/stop"),
                account.reader(),
                Map.of("id", stop.channel(), "resourceId", stop.resource()),
                null,
                api.deadline());
        return answer instanceof Answer.Failed failed && failed.outcome() == ProviderOutcome.GONE
                ? ProviderAnswer.of(false)
                : answer.as(json -> true);
    }

    private static @Nullable GoogleChannel channel(JsonNode json) {
        String id = ReadEvents.text(json, "id");
        String resource = ReadEvents.text(json, "resourceId");
        // A text of milliseconds, where one would expect a number (sheet §5).
        long expires = json.path("expiration").asLong(0);
        Instant until = PlainTime.of(Instant.ofEpochMilli(expires));
        return id == null || resource == null || expires == 0 || until == null
                ? null
                : new GoogleChannel(id, resource, until);
    }
}
