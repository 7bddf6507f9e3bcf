package hotleads.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may use whom. */
class DependenciesTest {
    @TempDir
    Path temporary;

    @Test
    void packagesFormNoCycle() {
        slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(Product.whole());
    }

    @Test
    void eachModuleUsesOnlyTheLibrariesItMay() {
        classes().should(new UseOnlyWhatTheirPartMay()).check(Product.whole());
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Product.whole().stream().map(Part::of).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Part.values());
    }

    @Test
    void aModuleThatWasNotCompiledIsRefused() throws IOException {
        Files.writeString(temporary.resolve("pom.xml"), "<module>services/new</module>");
        Path sources = Files.createDirectories(temporary.resolve("services/new/src/main/java"));
        Files.writeString(sources.resolve("New.java"), "class New {}");

        assertThatThrownBy(new Product(temporary)::classes).hasMessageEndingWith("not compiled: services/new New.java");
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("hotleads")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }

    private static final class UseOnlyWhatTheirPartMay extends ArchCondition<JavaClass> {
        UseOnlyWhatTheirPartMay() {
            super("use only what their part may");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Part part = Part.of(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (used.getPackageName().startsWith("hotleads.") && !part.mayUse(used)) {
                    events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                }
            }
        }
    }
}
