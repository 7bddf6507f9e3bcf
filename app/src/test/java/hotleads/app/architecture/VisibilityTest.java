package hotleads.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What others see of a package. */
class VisibilityTest {
    private static final double NOT_PUBLIC = 0.55;

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(Product.whole().stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .filteredOn(found -> !found.isAnnotatedWith(NullMarked.class))
                .as("packages without a package-info that bears @NullMarked")
                .isEmpty();
    }

    @Test
    void nothingCallsAController() {
        assertThat(Product.typesOfServices().filter(type -> type.getSimpleName().endsWith("Controller")))
                .isNotEmpty()
                .filteredOn(Product::isPublic)
                .as("public controllers")
                .isEmpty();
    }

    @Test
    void mostTypesOfAServiceAreKnownInTheirPackageOnly() {
        List<JavaClass> types = Product.typesOfServices().toList();

        double hidden =
                (double) types.stream().filter(type -> !Product.isPublic(type)).count() / types.size();

        assertThat(hidden)
                .as("share of %d top-level types that is not public", types.size())
                .isGreaterThan(NOT_PUBLIC);
    }
}
