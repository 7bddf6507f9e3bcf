package hotleads.core.calendars;

import hotleads.core.rebuilds.Derived;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Events at Google, each anew from what Google answered about it last. */
@Component
@Order(1)
class RebuildEvents implements Derived {
    private static final int AT_ONCE = 200;

    private final TakeInEvents takeIn;

    RebuildEvents(TakeInEvents takeIn) {
        this.takeIn = takeIn;
    }

    @Override
    public List<String> tables() {
        return List.of("google_event");
    }

    @Override
    public Batch rebuildAfter(@Nullable String mark) {
        List<Long> records = takeIn.recordsAfter(mark == null ? Long.MIN_VALUE : Long.parseLong(mark), AT_ONCE);
        records.forEach(takeIn::derive);
        return new Batch(records.size(), records.size() < AT_ONCE ? null : Long.toString(records.getLast()));
    }
}
