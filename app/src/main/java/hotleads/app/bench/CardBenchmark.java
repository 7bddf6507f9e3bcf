package hotleads.app.bench;

import hotleads.app.bench.PastAppointments.Appointment;
import hotleads.scorecard.Before;
import hotleads.scorecard.Card;
import hotleads.scorecard.Chances;
import hotleads.scorecard.Known;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How well a card tells who misses their next session, on somebody else's sessions: its points are learned before a
 * day, and every later day is foretold from what was known the evening before, as core does it.
 */
public final class CardBenchmark {
    /** Where those who published figures on this data cut it. */
    private static final LocalDate FIRST_TESTED = LocalDate.of(2016, 5, 24);

    private final List<Foretold> foretold = new ArrayList<>();

    private CardBenchmark() {}

    /** What was said of a session beforehand, and how it went. */
    private record Foretold(Before before, int points, double chance, boolean wasMissed) {}

    /** @throws hotleads.app.console.Refusal when the file is not such a table */
    public static List<Figure> take(Path file) {
        CardBenchmark benchmark = new CardBenchmark();
        benchmark.foretell(PastAppointments.read(file));
        return benchmark.figures();
    }

    private void foretell(List<List<Appointment>> days) {
        List<Known> known = new ArrayList<>();
        Card card = Card.fit(known);
        for (List<Appointment> day : days) {
            if (day.getFirst().day().isBefore(FIRST_TESTED)) {
                day.forEach(appointment -> known.add(appointment.known()));
                continue;
            }
            if (foretold.isEmpty()) {
                card = Card.fit(known);
            }
            Chances chances = Chances.lately(card, known);
            for (Appointment appointment : day) {
                Before before = appointment.known().before();
                foretold.add(new Foretold(
                        before,
                        card.points(before),
                        chances.of(before),
                        appointment.known().wasMissed()));
            }
            day.forEach(appointment -> known.add(appointment.known()));
        }
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures("all", _ -> true, 0.70));
        figures.addAll(figures("booked a day ahead or more", one -> one.before.daysAhead() >= 1, 0.56));
        return figures;
    }

    private List<Figure> figures(String whose, Predicate<Foretold> filter, double wanted) {
        List<Foretold> some = foretold.stream().filter(filter).toList();
        String of = String.format(
                Locale.ROOT,
                "%,d sessions, %.1f %% missed",
                some.size(),
                100.0 * some.stream().filter(Foretold::wasMissed).count() / some.size());
        return List.of(
                new Figure(
                        "Card, area under the curve, " + whose,
                        Ranking.areaUnderCurve(some.stream()
                                .map(one -> new Ranking.Scored(one.points, one.wasMissed))
                                .toList()),
                        "",
                        of,
                        "0.5 is chance",
                        wanted,
                        wanted,
                        true),
                new Figure(
                        "Card, calibration error, " + whose,
                        Ranking.calibrationError(some.stream()
                                .map(one -> new Ranking.Scored(one.chance, one.wasMissed))
                                .toList()),
                        "",
                        of,
                        "0 is exact",
                        0.02,
                        0.02,
                        false));
    }
}
