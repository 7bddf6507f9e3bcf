package hotleads.core.erasures;

import hotleads.platform.health.ReadyCheck;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the erasure ledger is kept: in a file of its own name or beside the key file, or in a bucket at S3. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {
    private static final String BUCKET = "s3://";

    @Bean
    LedgerPlace ledgerPlace(
            @Value("${HOTLEADS_ERASURE_LEDGER:}") String ledger,
            @Value("${HOTLEADS_KEY_FILE:}") String keyFile,
            @Value("${HOTLEADS_AWS_ENDPOINT:}") String endpoint) {
        if (ledger.startsWith(BUCKET)) {
            return new LedgerPlace(LedgerBucket.named(ledger, endpoint));
        }
        String file = ledger.isBlank() && !keyFile.isBlank() ? keyFile + ".erasures" : ledger;
        return new LedgerPlace(file.isBlank() ? null : new LedgerFile(Path.of(file)));
    }

    @Bean
    ReadyCheck accountsOfErasedPeople(FinishErasures finish) {
        return new ReadyCheck() {
            @Override
            public String name() {
                return "accounts of erased people";
            }

            @Override
            public Optional<String> problem() {
                return finish.problem();
            }
        };
    }

    /**
     * @param ledger null where keys come from KMS and neither a file nor a bucket is named: then nobody can be erased,
     *     and the page says so
     */
    record LedgerPlace(@Nullable ErasureLedger ledger) {}
}
