package hotleads.core.calendars;

import hotleads.contracts.BusyTime;
import hotleads.contracts.GoogleChannel;
import hotleads.contracts.GoogleChannelStop;
import hotleads.contracts.GoogleEventRef;
import hotleads.contracts.GoogleEventWrite;
import hotleads.contracts.GoogleEventsPage;
import hotleads.contracts.GoogleEventsQuery;
import hotleads.contracts.GoogleFreeBusyQuery;
import hotleads.contracts.GoogleOwnEvent;
import hotleads.contracts.GoogleWatch;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.SourceAccount;
import hotleads.core.sources.Lane;
import hotleads.core.sources.Source;
import hotleads.core.sources.SourceAccess;
import hotleads.core.sources.Turn;
import java.util.List;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;

/** Calls at Google, each calendar an account of its own with a lane of its own. */
@Component
class GoogleCalls {
    /** Half of what one person may be asked for in a minute; the rest is left to their own programs (sheet §6). */
    private static final double IN_A_SECOND = 5;

    private final SourceAccess access;

    GoogleCalls(SourceAccess access) {
        this.access = access;
    }

    ProviderAnswer<GoogleEventsPage> events(long calendar, GoogleEventsQuery query, Turn turn) {
        return ask(calendar, turn, "events", query, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<List<BusyTime>> freeBusy(long calendar, GoogleFreeBusyQuery query, Turn turn) {
        return ask(calendar, turn, "free-busy", query, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<GoogleOwnEvent> event(long calendar, GoogleEventRef ref) {
        return ask(calendar, Turn.LIVE, "event", ref, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<GoogleOwnEvent> put(long calendar, GoogleEventWrite wanted) {
        return write(calendar, "event/put", wanted, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<Boolean> remove(long calendar, GoogleEventRef ref) {
        return write(calendar, "event/removal", ref, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<GoogleChannel> watch(long calendar, GoogleWatch watch) {
        return write(calendar, "channels/new", watch, new ParameterizedTypeReference<>() {});
    }

    ProviderAnswer<Boolean> stop(long calendar, GoogleChannelStop stop) {
        return write(calendar, "channels/stop", stop, new ParameterizedTypeReference<>() {});
    }

    /** What the credentials open, or why they open nothing. */
    ProviderAnswer<SourceAccount> account() {
        return access.ask(
                Source.GOOGLE,
                Source.MAIN,
                Lane.of("google", IN_A_SECOND),
                Turn.LIVE,
                path("account"),
                null,
                new ParameterizedTypeReference<>() {});
    }

    private <T> ProviderAnswer<T> ask(
            long calendar, Turn turn, String call, Object query, ParameterizedTypeReference<ProviderAnswer<T>> type) {
        return access.ask(Source.GOOGLE, account(calendar), lane(calendar), turn, path(call), query, type);
    }

    private <T> ProviderAnswer<T> write(
            long calendar, String call, Object query, ParameterizedTypeReference<ProviderAnswer<T>> type) {
        return access.write(Source.GOOGLE, account(calendar), lane(calendar), Turn.LIVE, path(call), query, type);
    }

    static String account(long calendar) {
        return Long.toString(calendar);
    }

    private static Lane lane(long calendar) {
        return Lane.of("google." + calendar, IN_A_SECOND);
    }

    private static String path(String call) {
        return "/internal/google/" + call;
    }
}
