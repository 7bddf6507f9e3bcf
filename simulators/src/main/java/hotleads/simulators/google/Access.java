package hotleads.simulators.google;

import hotleads.simulators.web.Request;
import java.util.Set;
import java.util.function.Predicate;

/** Whom a request acts for, and which calendar it may open with which scope. */
final class Access {

    private final Google google;

    Access(Google google) {
        this.google = google;
    }

    Tokens.Grant grant(Request request) {
        return request.header("Authorization")
                .flatMap(google.tokens()::find)
                .filter(grant -> !google.faults().on(GoogleFault.TOKENS_REVOKED))
                .orElseThrow(GoogleError.AUTH::refused);
    }

    String person(Request request) {
        return grant(request).person();
    }

    Set<Scope> scopes(Request request) {
        return grant(request).scopes();
    }

    GoogleCalendar reading(Request request) {
        return calendar(request, Scope::reads);
    }

    GoogleCalendar writing(Request request) {
        return calendar(request, Scope::writes);
    }

    // A colleague's calendar that is not shared looks like one that is not there (sheet §6).
    private GoogleCalendar calendar(Request request, Predicate<Scope> allows) {
        Tokens.Grant grant = grant(request);
        if (grant.scopes().stream().noneMatch(allows)) {
            throw GoogleError.SCOPES.refused();
        }
        String name = request.variable("calendar");
        String address = name.equals("primary") ? grant.person() : name;
        if (!address.equals(grant.person())) {
            throw GoogleError.NOT_FOUND.refused();
        }
        return google.calendar(address).orElseThrow(GoogleError.NOT_FOUND::refused);
    }
}
