package hotleads.core.time;

import java.util.List;

/**
 * What a feature stores of times to come. Once the machine's clock was put back, it would wait for them for as much
 * longer; so they are brought back too.
 */
public interface TimesAhead {
    List<TimeAhead> timesAhead();
}
