package hotleads.simulators.google;

import hotleads.simulators.practice.Practice;
import hotleads.simulators.storage.StateFile;
import hotleads.simulators.time.Later;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The made-up practice's Google: calendars, channels, tokens and the service account. */
public final class Google {

    private final Map<String, GoogleCalendar> calendars = new LinkedHashMap<>();
    private final Map<String, PrivateLife> lives = new LinkedHashMap<>();
    private final GoogleFaults faults = new GoogleFaults();
    private final Practice practice;
    private final Pushes pushes;
    private final Tokens tokens;
    private final ServiceAccount account;
    private final StateFile file;
    private final InstantSource practiceTime;
    private final InstantSource realTime;

    /** What is outside of it. */
    public record Surroundings(
            @Nullable Path accountFile,
            StateFile file,
            long seed,
            InstantSource practiceTime,
            InstantSource realTime,
            PushPost post,
            Later later,
            Executor pool) {}

    public Google(Practice practice, Surroundings around) {
        this.practice = practice;
        this.file = around.file;
        practiceTime = around.practiceTime;
        realTime = around.realTime;
        account = ServiceAccount.in(around.accountFile);
        tokens = new Tokens(realTime);
        GoogleState state = file.read(GoogleState.class).orElseGet(() -> new GoogleState(List.of(), List.of()));
        pushes = new Pushes(state.channels(), faults, around.post, practiceTime, around.later, around.pool);
        for (String address : Workspace.addresses().values()) {
            CalendarState known = state.calendars().stream()
                    .filter(one -> one.address().equals(address))
                    .findFirst()
                    .orElseGet(() -> CalendarState.empty(address));
            calendars.put(address, new GoogleCalendar(known, practiceTime, () -> pushes.changed(address)));
            lives.put(address, new PrivateLife(address, around.seed));
        }
    }

    public GoogleFaults faults() {
        return faults;
    }

    public Collection<GoogleCalendar> calendars() {
        return calendars.values();
    }

    public Optional<GoogleCalendar> calendar(String address) {
        return Optional.ofNullable(calendars.get(address));
    }

    public Pushes pushes() {
        return pushes;
    }

    /** Takes the permission away or gives it back; tokens given out end with it. */
    public void permission(boolean granted) {
        faults.set(GoogleFault.DELEGATION_WITHDRAWN, !granted);
        if (!granted) {
            tokens.forgetAll();
        }
    }

    /** Lets time pass in every calendar. A practice without bookings has nobody whose life could pass. */
    public void live() {
        if (practice.bookings().isEmpty()) {
            return;
        }
        boolean changed = false;
        for (GoogleCalendar calendar : calendars.values()) {
            PrivateLife life = lives.get(calendar.address());
            changed |= life != null && calendar.live(life);
        }
        if (changed) {
            save();
        }
    }

    public void save() {
        file.save(() -> new GoogleState(
                calendars.values().stream().map(GoogleCalendar::state).toList(), pushes.all()));
    }

    Tokens tokens() {
        return tokens;
    }

    ServiceAccount account() {
        return account;
    }

    InstantSource practiceTime() {
        return practiceTime;
    }

    InstantSource realTime() {
        return realTime;
    }
}
