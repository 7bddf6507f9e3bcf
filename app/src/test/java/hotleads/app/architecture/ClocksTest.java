package hotleads.app.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever asks the machine for the time cannot be tested by hand, nor follow the practice's clock. */
class ClocksTest {
    private static final Set<String> MAKE_CLOCKS = Set.of(
            "hotleads.gateway.GatewayService",
            "hotleads.auth.AuthService",
            "hotleads.core.time.Clocks",
            "hotleads.webhooks.WebhooksService",
            "hotleads.sync.SyncService",
            "hotleads.app.Surroundings",
            "hotleads.simulators.World",
            // A log line bears the real time, whoever writes it.
            "hotleads.simulators.log.Log");

    private static final Set<String> OLD = Set.of(
            "java.util.Date.<init>()",
            "java.util.GregorianCalendar.<init>()",
            "java.util.Calendar.getInstance()",
            "java.lang.System.currentTimeMillis()");

    @Test
    void areReadOnlyWhereTheyAreMade() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "make no clocks", (JavaClass type) -> !MAKE_CLOCKS.contains(type.getName())))
                .should()
                .accessTargetWhere(target(DescribedPredicate.describe("reads the wall clock", ClocksTest::reads)))
                .check(Product.whole());
    }

    private static boolean reads(AccessTarget target) {
        return switch (target.getName()) {
            case "now" -> target.getOwner().getPackageName().startsWith("java.time") && !takesClock(target);
            case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                target.getOwner().getPackageName().equals("java.time");
            default -> OLD.contains(target.getFullName());
        };
    }

    private static boolean takesClock(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget called
                && called.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
