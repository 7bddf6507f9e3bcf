package hotleads.core.zoho;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.NewZohoTask;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ZohoChannelOrder;
import hotleads.contracts.ZohoDeletedQuery;
import hotleads.contracts.ZohoDeletion;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoMarkerQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.contracts.ZohoStageChange;
import hotleads.contracts.ZohoTask;
import hotleads.contracts.ZohoTimelineQuery;
import hotleads.contracts.ZohoWritten;
import hotleads.core.sources.Lane;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceAccess;
import hotleads.core.sources.Turn;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** The calls at Zoho, each in its turn. */
@Component
class ZohoCalls {
    /** Zoho counts credits by the day and calls at once; a pace keeps us far from both. */
    private static final Lane LANE = Lane.of("zoho.api", 6);

    private static final ParameterizedTypeReference<ProviderAnswer<ZohoPage<ZohoPerson>>> PEOPLE =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ProviderAnswer<ZohoPage<ZohoTask>>> TASKS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ProviderAnswer<ZohoPage<ZohoDeletion>>> DELETIONS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ProviderAnswer<List<ZohoStageChange>>> CHANGES =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ProviderAnswer<ZohoWritten>> WRITTEN =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<ProviderAnswer<Boolean>> DONE =
            new ParameterizedTypeReference<>() {};

    private final SourceAccess access;

    ZohoCalls(SourceAccess access) {
        this.access = access;
    }

    ProviderAnswer<ZohoPage<ZohoPerson>> leads(ZohoListQuery query, Turn turn) {
        return read("leads", query, turn, PEOPLE);
    }

    ProviderAnswer<ZohoPage<ZohoPerson>> contacts(ZohoListQuery query, Turn turn) {
        return read("contacts", query, turn, PEOPLE);
    }

    ProviderAnswer<ZohoPage<ZohoTask>> tasks(ZohoListQuery query, Turn turn) {
        return read("tasks", query, turn, TASKS);
    }

    ProviderAnswer<ZohoPage<ZohoDeletion>> deleted(ZohoDeletedQuery query, Turn turn) {
        return read("deleted", query, turn, DELETIONS);
    }

    ProviderAnswer<List<ZohoStageChange>> timeline(long lead, Turn turn) {
        return read("timeline", new ZohoTimelineQuery(lead), turn, CHANGES);
    }

    ProviderAnswer<ZohoWritten> written(ZohoMarkerQuery query) {
        return read("written", query, Turn.LIVE, WRITTEN);
    }

    ProviderAnswer<ZohoWritten> note(NewZohoNote note) {
        return write("notes/new", note, WRITTEN);
    }

    ProviderAnswer<ZohoWritten> task(NewZohoTask task) {
        return write("tasks/new", task, WRITTEN);
    }

    ProviderAnswer<Boolean> channel(ZohoChannelOrder order) {
        return write("channel", order, DONE);
    }

    private <T> ProviderAnswer<T> read(
            String path, Object query, Turn turn, ParameterizedTypeReference<ProviderAnswer<T>> type) {
        return access.ask(Source.ZOHO, Source.MAIN, LANE, turn, "/internal/zoho/" + path, query, type);
    }

    private <T> ProviderAnswer<T> write(String path, Object query, ParameterizedTypeReference<ProviderAnswer<T>> type) {
        return access.write(Source.ZOHO, Source.MAIN, LANE, Turn.LIVE, "/internal/zoho/" + path, query, type);
    }
}
