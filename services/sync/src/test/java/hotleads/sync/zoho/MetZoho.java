package hotleads.sync.zoho;

import hotleads.contracts.NewZohoNote;
import hotleads.contracts.ProviderAnswer;
import hotleads.contracts.ProviderOutcome;
import hotleads.contracts.ZohoListQuery;
import hotleads.contracts.ZohoMarkerQuery;
import hotleads.contracts.ZohoPage;
import hotleads.contracts.ZohoPerson;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.accounts.SomeAccounts;
import hotleads.sync.running.Fault;
import hotleads.sync.running.Met;
import hotleads.sync.running.RunningSimulators;
import hotleads.sync.running.SpoiltLine.Answer;
import hotleads.sync.running.SpoiltLine.Spoil;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Zoho, in whose token answers no status tells a refusal. */
public final class MetZoho implements Met {
    private static final Duration AHEAD = Duration.ofHours(1);

    private final SealedAccounts sealed = SomeAccounts.sealed();
    private final Clock clock = Clock.systemUTC();
    private final RunningSimulators simulators;
    private final URI base;
    private final long lead;
    private final Instant began = clock.instant();
    private byte @Nullable [] account;

    public MetZoho(RunningSimulators simulators, URI base) {
        this.simulators = simulators;
        this.base = base;
        this.lead = Long.parseLong(simulators
                .control("POST", "/zoho/leads", Map.of("Last_Name", "Noted"))
                .path("id")
                .asString());
    }

    private SomeZoho anew() {
        return new SomeZoho(base, sealed, clock);
    }

    @Override
    public String provider() {
        return "zoho";
    }

    @Override
    public ProviderAnswer<?> read() {
        ProviderAnswer<ZohoPage<ZohoPerson>> answer = anew().lists.leads(account, new ZohoListQuery(null, null));
        ZohoPage<ZohoPerson> page = answer.content();
        return page == null ? answer : ProviderAnswer.of(page.records());
    }

    @Override
    public ProviderAnswer<?> write(String marker) {
        return anew().write.note(account, new NewZohoNote("Leads", lead, "Called", "By Tony", marker));
    }

    @Override
    public ProviderAnswer<?> find(String marker) {
        return anew().write.find(account, new ZohoMarkerQuery("note", "Leads", lead, marker, began));
    }

    @Override
    public ProviderAnswer<?> renew() {
        ProviderAnswer<byte[]> made = anew().tokens.renew(account);
        if (made.outcome() == ProviderOutcome.OK) {
            account = made.content();
        }
        return made;
    }

    @Override
    public long held(String marker) {
        return simulators.list("/zoho/records?module=Notes").stream()
                .filter(note ->
                        note.path("fields").path("Note_Content").asString("").contains(marker))
                .count();
    }

    @Override
    public void permit(boolean given) {
        simulators.control("POST", given ? "/zoho/grant" : "/zoho/withdraw", Map.of());
    }

    /** It tells no times to wait for; what it stamps may lie ahead of us. */
    @Override
    public Spoil skewed() {
        simulators.switchOn("zoho", "clock-ahead");
        return Spoil.dated(AHEAD, Spoil.nothing());
    }

    @Override
    public Answer refusal(Fault fault) {
        String code = switch (fault) {
            case TOKEN_401 -> "INVALID_TOKEN";
            case PERMISSION_403 -> "NO_PERMISSION";
            case MISSING_404 -> "INVALID_DATA";
            case CONFLICT_409 -> "RECORD_LOCKED";
            case CHANGED_412 -> "ALREADY_MODIFIED";
            case QUOTA_403, SLOW_DOWN_429, SLOW_DOWN_429_FOR_2_S -> "TOO_MANY_REQUESTS";
            default -> "INTERNAL_ERROR";
        };
        return Answer.of(
                fault.status(),
                "application/json;charset=UTF-8",
                "{\"code\":\"" + code + "\",\"details\":{},\"message\":\"x\",\"status\":\"error\"}");
    }

    @Override
    public Answer lock() {
        return Answer.of(
                400,
                "application/json;charset=UTF-8",
                "{\"error_description\":\"You have made too many requests continuously.\",\"error\":\"Access Denied\",\"status\":\"failure\"}");
    }
}
