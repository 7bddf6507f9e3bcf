package hotleads.simulators.acuity;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The labels the practice made; an appointment carries one at most. */
final class Labels {

    record Label(long id, String name, String color) {}

    static final List<Label> ALL = List.of(
            new Label(1, "Confirmed", "blue"),
            new Label(2, "Running late", "yellow"),
            new Label(3, "Completed", "green"));

    private Labels() {}

    static Optional<Label> find(@Nullable Long id) {
        return ALL.stream().filter(label -> id != null && label.id() == id).findFirst();
    }
}
