package hotleads.sync.zoom;

import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZoomParticipantsPage;
import hotleads.contracts.ZoomParticipantsQuery;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunQuery;
import hotleads.contracts.ZoomRunsPage;
import hotleads.contracts.ZoomRunsQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which runs there were, and who was in one. */
@Component
class ReadMeetings {
    private static final int PAGE = 300;

    private final ZoomApi api;

    ReadMeetings(ZoomApi api) {
        this.api = api;
    }

    ProviderAnswer<ZoomRunsPage> runs(ZoomGrant grant, ZoomRunsQuery query) {
        return api.get(
                        grant,
                        "report.meetings",
                        "/report/users/" + encoded(query.host()) + "/meetings?type="
                                + (query.alone() ? "pastOne" : "past") + "&from=" + query.from() + "&to=" + query.to()
                                + "&page_size=" + PAGE + pageToken(query.pageToken()))
                .read(ZoomRows::runs);
    }

    ProviderAnswer<ZoomRun> run(ZoomGrant grant, ZoomRunQuery query) {
        return api.get(grant, "past.meeting", "/past_meetings/" + named(query.uuid()))
                .read(ZoomRows::run);
    }

    ProviderAnswer<ZoomParticipantsPage> participants(ZoomGrant grant, ZoomParticipantsQuery query) {
        String where = query.withoutReports() ? "/past_meetings/" : "/report/meetings/";
        return api.get(
                        grant,
                        query.withoutReports() ? "past.participants" : "report.participants",
                        where + named(query.uuid()) + "/participants?include_fields=registrant_id&page_size=" + PAGE
                                + pageToken(query.pageToken()))
                .read(ZoomRows::participants);
    }

    private static String pageToken(@Nullable String token) {
        return token == null ? "" : "&next_page_token=" + encoded(token);
    }

    /** Encoded twice always: needed where it begins with a slash or holds two, and harmless elsewhere (sheet §1.6). */
    private static String named(String uuid) {
        return encoded(encoded(uuid));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
