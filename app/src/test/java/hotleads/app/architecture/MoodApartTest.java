package hotleads.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

/** How somebody is must not be able to move them on the list: what makes the list does not see it. */
class MoodApartTest {
    private static final String[] HOW_SOMEBODY_IS = {"hotleads.core.mood..", "hotleads.core.care.."};

    @Test
    void nothingTheListIsMadeOfOrToldBySeesIt() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "hotleads.core.leads..",
                        "hotleads.core.triage..",
                        "hotleads.core.observations..",
                        "hotleads.core.people..",
                        "hotleads.core.slots..",
                        "hotleads.core.live..",
                        "hotleads.core.audit..",
                        "hotleads.core.events..",
                        "hotleads.core.connections..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOW_SOMEBODY_IS)
                .check(Product.whole());
    }

    @Test
    void itNeitherSeesTheListNorAnybodyOutside() {
        noClasses()
                .that()
                .resideInAnyPackage(HOW_SOMEBODY_IS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "hotleads.core.leads..",
                        "hotleads.core.triage..",
                        "hotleads.core.live..",
                        "hotleads.core.connections..")
                .check(Product.whole());
    }

    @Test
    void bothAreThereToBeLookedAt() {
        assertThat(Product.whole().stream().map(JavaClass::getPackageName))
                .contains("hotleads.core.mood", "hotleads.core.care", "hotleads.core.leads");
    }
}
