package hotleads.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What AWS's own rules, HIPAA's and ours say of the templates. */
class RulesTest {
    /** Actions that may stand with every resource, for AWS knows no narrower one. */
    private static final Map<String, String> WITHOUT_A_RESOURCE =
            Map.of("ecr:GetAuthorizationToken", "It is the registry's, not a repository's.");

    @Test
    void theRulePacksFindNothingThatHasNoReason() {
        assertThat(SomeTemplates.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noPolicyAllowsWhatIsNotNamed(Size size) {
        assertThat(SomeTemplates.of(size)
                        .statements()
                        // In a key's own policy * is that key, in a trust policy there is no resource.
                        .filter(one -> !one.getKey().type().equals("AWS::KMS::Key"))
                        .filter(one -> "Allow".equals(one.getValue().get("Effect")))
                        .filter(one -> Resources.listOf(one.getValue().getOrDefault("Resource", ""))
                                .contains("*")))
                .allSatisfy(one -> assertThat(WITHOUT_A_RESOURCE.keySet())
                        .as(one.getKey().id())
                        .containsAll(actions(one.getValue())));
        assertThat(SomeTemplates.of(size)
                        .statements()
                        .filter(one -> "Allow".equals(one.getValue().get("Effect")))
                        .filter(one -> !one.getKey().type().equals("AWS::KMS::Key"))
                        .flatMap(one -> actions(one.getValue()).stream()))
                .noneMatch(action -> action.equals("*") || action.endsWith(":*"));
    }

    private static List<String> actions(Map<String, Object> statement) {
        return Resources.listOf(statement.get("Action")).stream()
                .map(String::valueOf)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyLogGroupEndsAndTheAuditTrailIsKeptForSixYears(Size size) {
        assertThat(SomeTemplates.of(size).of("AWS::Logs::LogGroup"))
                .hasSizeGreaterThan(8)
                .allSatisfy(group -> {
                    int days = ((Number) group.get("RetentionInDays")).intValue();
                    boolean audit = String.valueOf(group.get("LogGroupName")).endsWith("/audit");
                    assertThat(days)
                            .as(group.id())
                            .isEqualTo(audit ? 2192 : days)
                            .isGreaterThanOrEqualTo(audit ? 2192 : 30);
                });
    }

    @ParameterizedTest
    @EnumSource
    void somebodyIsWokenForEachOfTheseAndEveryAlarmGoesSomewhere(Size size) {
        Resources resources = SomeTemplates.of(size);

        assertThat(resources.of("AWS::CloudWatch::Alarm"))
                .extracting(alarm -> alarm.id().replaceFirst("^Watch", "").replaceFirst("alarm[0-9A-F]{8}$", ""))
                .containsAll(Set.of(
                        "Manysigninpasswordrefused",
                        "Manyhookrefused",
                        "Manysealedrefused",
                        "Auditgap",
                        "Auditlagcore",
                        "Auditlagauth",
                        "Edge5xx",
                        "Gateway5xx",
                        "Databasebusy",
                        "Databasefull",
                        "corebusy",
                        "gatewaymemory",
                        "syncerrors"));
        assertThat(resources.of("AWS::CloudWatch::Alarm"))
                .allSatisfy(alarm -> assertThat(alarm.list("AlarmActions")).isNotEmpty());
        assertThat(resources.of("AWS::CloudWatch::Dashboard")).hasSize(1);
    }
}
