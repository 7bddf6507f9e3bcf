package hotleads.auth.audit;

import hotleads.audit.stored.AnchorBucket;
import hotleads.audit.stored.AnchorFile;
import hotleads.audit.stored.AnchorSigners;
import hotleads.audit.stored.AnchorsOutside;
import hotleads.audit.stored.MakeAnchors;
import hotleads.audit.stored.NumberEntries;
import hotleads.audit.stored.StoredChain;
import hotleads.platform.health.Measure;
import hotleads.vault.inuse.KeysInUse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The chain's parts over auth's tables. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    static final String CHAIN = "auth";

    private final Optional<AnchorFile> file;

    AuditConfiguration(@Value("${HOTLEADS_KEY_FILE:}") String keyFile) {
        this.file = AnchorFile.beside(keyFile);
    }

    @Bean
    AnchorSigners anchorSigners(KeysInUse keys) {
        return new AnchorSigners() {
            @Override
            public List<Signer> all() {
                return keys.signers().stream().map(this::signer).toList();
            }

            @Override
            public Signer hold() {
                return signer(keys.holdSigner());
            }

            private Signer signer(hotleads.vault.Signer key) {
                return new Signer(key.publicKey(), key::sign);
            }
        };
    }

    @Bean
    NumberEntries numberEntries(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new NumberEntries(jdbc, transactions, CHAIN);
    }

    @Bean
    MakeAnchors makeAnchors(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, AnchorSigners signers, Clock clock) {
        return new MakeAnchors(jdbc, transactions, file, CHAIN, signers, clock);
    }

    @Bean
    StoredChain storedChain(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Optional<AnchorBucket> bucket,
            AnchorSigners signers) {
        List<AnchorsOutside> outside = new ArrayList<>();
        file.ifPresent(outside::add);
        bucket.ifPresent(outside::add);
        return new StoredChain(jdbc, transactions, outside, CHAIN, signers);
    }

    /** How much of the chain is not in CloudWatch yet, where it is shipped there. */
    @Bean
    @ConditionalOnProperty("HOTLEADS_CLOUDWATCH_LOG_GROUP")
    Measure auditShipping(StoredChain chain) {
        return new Measure("audit-shipping", () -> chain.state().lag());
    }
}
