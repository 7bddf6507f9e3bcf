package hotleads.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/aws-cost.md counts is what stands in the template. */
class CostTest {
    private static final Path PAGE = Path.of("../docs/aws-cost.md");
    private static final int LINE = 1;
    private static final int COUNT = 2;
    private static final int MONTH = 4;

    private final Resources small = SomeTemplates.of(Size.SMALL);

    @Test
    void everyLineCountsWhatIsThere() throws IOException {
        Map<String, String> counted = new TreeMap<>();
        lines().forEach(cells -> counted.put(cells.get(LINE).replaceFirst("[,:].*", ""), cells.get(COUNT)));

        assertThat(counted)
                .containsEntry("interface endpoints", count(endpoints()))
                .containsEntry(
                        "NAT gateway", count(small.of("AWS::EC2::NatGateway").size()))
                .containsEntry(
                        "load balancer",
                        count(small.of("AWS::ElasticLoadBalancingV2::LoadBalancer")
                                .size()))
                .containsEntry(
                        "public addresses",
                        count(small.of("AWS::EC2::EIP").size()
                                + Size.SMALL.zones("x").size()))
                .containsEntry(
                        "keys at KMS",
                        count(small.of("AWS::KMS::Key").size()
                                + SomeTemplates.ofImages().of("AWS::KMS::Key").size()))
                .containsEntry(
                        "secrets", count(small.of("AWS::SecretsManager::Secret").size() + 1))
                .containsEntry(
                        "alarms", count(small.of("AWS::CloudWatch::Alarm").size()));
        assertThat(lines().map(cells -> cells.get(COUNT)).limit(2)).containsExactly(processors(), memory());
        assertThat(small.only("AWS::RDS::DBInstance").get("AllocatedStorage")).isEqualTo("20");
        assertThat(small.only("AWS::RDS::DBInstance").get("DBInstanceClass")).isEqualTo("db.t4g.small");
    }

    @Test
    void theSumIsThatOfTheLines() throws IOException {
        BigDecimal sum =
                lines().map(cells -> new BigDecimal(cells.get(MONTH))).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(Files.readString(PAGE)).contains("**" + sum + "**");
    }

    private int endpoints() {
        return (int) small.of("AWS::EC2::VPCEndpoint").stream()
                .filter(endpoint -> endpoint.get("VpcEndpointType").equals("Interface"))
                .mapToLong(endpoint -> endpoint.list("SubnetIds").size())
                .sum();
    }

    private static String processors() {
        return new BigDecimal(Stream.of(Program.values()).mapToInt(Program::cpu).sum())
                .divide(new BigDecimal(1024))
                .toString();
    }

    private static String memory() {
        return count(Stream.of(Program.values()).mapToInt(Program::memoryMiB).sum() / 1024);
    }

    private static String count(int number) {
        return String.valueOf(number);
    }

    private static Stream<List<String>> lines() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Line") && !line.startsWith("| ---"))
                .filter(line -> !line.contains("**"))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList());
    }
}
