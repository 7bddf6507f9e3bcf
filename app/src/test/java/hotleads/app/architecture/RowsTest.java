package hotleads.app.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import org.junit.jupiter.api.Test;

/**
 * Rows are read to the end where they are asked for. A stream of rows keeps its connection until somebody closes it,
 * and whoever forgets that takes one of ten for good.
 */
class RowsTest {
    private static final String SPEC = "org.springframework.jdbc.core.simple.JdbcClient$MappedQuerySpec";

    @Test
    void areNeverStreamed() {
        noClasses()
                .should()
                .accessTargetWhere(target(DescribedPredicate.describe("streams rows", RowsTest::streams)))
                .check(Product.whole());
    }

    @Test
    void areAskedForByWhatIsLookedAt() {
        assertThat(Product.whole().stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .map(call -> call.getTarget().getOwner().getName()))
                .contains(SPEC);
    }

    private static boolean streams(AccessTarget target) {
        return target.getName().equals("queryForStream")
                || target.getName().equals("stream")
                        && target.getOwner().getName().equals(SPEC);
    }
}
