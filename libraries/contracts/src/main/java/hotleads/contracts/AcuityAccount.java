package hotleads.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account our credentials open; addresses of its owner are dropped.
 *
 * @param plan Acuity's name for what the practice pays for
 * @param hipaa whether Acuity treats it as one that holds health data
 * @param hookSenders networks Acuity says its hooks come from; null when it did not say
 */
public record AcuityAccount(
        long id,
        @Nullable String zone,
        @Nullable String plan,
        @Nullable Boolean hipaa,
        @Nullable List<String> hookSenders) {}
