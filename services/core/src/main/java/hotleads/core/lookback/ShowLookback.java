package hotleads.core.lookback;

import hotleads.core.acts.Acts;
import hotleads.core.lookback.LookedBack.AfterContact;
import hotleads.core.lookback.LookedBack.Listing;
import hotleads.core.lookback.LookedBack.Moved;
import hotleads.core.lookback.LookedBack.Moves;
import hotleads.core.lookback.LookedBack.RuleRecord;
import hotleads.core.people.PersonNames;
import hotleads.core.vault.ReportUnopened;
import hotleads.core.vault.ReportUnopened.UnopenedShown;
import hotleads.platform.endpoint.Caller;
import hotleads.vault.Unopened;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A look back as the browser gets it, with the names of those who would move. */
@Component
class ShowLookback {
    private final PersonNames names;
    private final Acts acts;
    private final ReportUnopened report;

    ShowLookback(PersonNames names, Acts acts, ReportUnopened report) {
        this.names = names;
        this.acts = acts;
        this.report = report;
    }

    /**
     * How far it is, and what it found.
     *
     * @param state {@code asked}, {@code running}, {@code done} or {@code failed}
     * @param baseVersion what the draft was compared with
     * @param peopleDone of so many people
     * @param found null until it is done
     */
    record LookbackShown(
            UUID id,
            String state,
            int baseVersion,
            int people,
            int peopleDone,
            @Nullable LookbackFound found) {}

    /**
     * What it found.
     *
     * @param from the first morning looked at; null when there was none
     * @param until the last one: those after it have not had their fourteen days yet
     * @param leftOut people of whom something does not open
     * @param now by what holds
     * @param draft by the draft
     * @param newest newest activity first
     * @param random by lot
     * @param rules what became of those each rule spoke for, by what holds
     * @param contacts what became of those who were contacted, by what spoke for them then
     * @param entered who would be among the first ten
     * @param left who would not be any more
     * @param moved who would stand three places or more elsewhere
     * @param unopened what could not be opened, and is left out; null when all could
     */
    record LookbackFound(
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            int days,
            int people,
            int leftOut,
            Listing now,
            Listing draft,
            Share newest,
            Share random,
            List<RuleRecord> rules,
            List<AfterContact> contacts,
            List<PersonNamed> entered,
            List<PersonNamed> left,
            List<PersonMoved> moved,
            @Nullable UnopenedShown unopened) {}

    /** @param name null when it cannot be opened */
    record PersonNamed(
            UUID personId, @Nullable String name, @Nullable String initials) {}

    /** From one place to another, counted from 1. */
    record PersonMoved(PersonNamed person, int from, int to) {}

    LookbackShown of(Wish wish, Caller caller) {
        LookedBack result = wish.result();
        return new LookbackShown(
                wish.id(),
                wish.state().word(),
                wish.baseVersion(),
                wish.people(),
                wish.peopleDone(),
                result == null ? null : found(result, caller));
    }

    private LookbackFound found(LookedBack result, Caller caller) {
        List<UUID> people = people(result.moves());
        acts.byPerson(
                caller,
                "lookback.viewed",
                "person",
                people.stream().map(UUID::toString).collect(Collectors.joining(",")));
        Unopened unopened = new Unopened();
        Map<UUID, String> called = names.of(people, unopened);
        return new LookbackFound(
                result.from(),
                result.until(),
                result.days(),
                result.people(),
                result.leftOut(),
                result.now(),
                result.draft(),
                result.newest(),
                result.random(),
                result.rules(),
                result.contacts(),
                result.moves().entered().stream()
                        .map(person -> named(person, called))
                        .toList(),
                result.moves().left().stream()
                        .map(person -> named(person, called))
                        .toList(),
                result.moves().moved().stream()
                        .map(one -> new PersonMoved(named(one.person(), called), one.from(), one.to()))
                        .toList(),
                report.of(unopened));
    }

    private static List<UUID> people(Moves moves) {
        return Stream.of(
                        moves.entered().stream(),
                        moves.left().stream(),
                        moves.moved().stream().map(Moved::person))
                .flatMap(people -> people)
                .distinct()
                .toList();
    }

    private static PersonNamed named(UUID person, Map<UUID, String> called) {
        String name = called.get(person);
        return new PersonNamed(person, name, name == null ? null : PersonNames.initialsOf(name));
    }
}
