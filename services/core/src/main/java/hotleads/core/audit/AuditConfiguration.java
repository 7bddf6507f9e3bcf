package hotleads.core.audit;

import hotleads.audit.stored.AnchorFile;
import hotleads.audit.stored.MakeAnchors;
import hotleads.audit.stored.NumberEntries;
import hotleads.audit.stored.StoredChain;
import hotleads.platform.health.Measure;
import hotleads.vault.PracticeKeys;
import hotleads.vault.Signer;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** The chain's parts over core's tables. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    static final String CHAIN = "core";

    @Bean
    Signer anchorSigner(PracticeKeys keys) {
        return keys.signer("audit anchors");
    }

    @Bean
    AnchorFile anchorFile(@Value("${HOTLEADS_KEY_FILE}") Path keyFile) {
        return AnchorFile.beside(keyFile);
    }

    @Bean
    NumberEntries numberEntries(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        return new NumberEntries(jdbc, transactions, CHAIN);
    }

    @Bean
    MakeAnchors makeAnchors(JdbcTemplate jdbc, AnchorFile file, Signer signer, Clock clock) {
        return new MakeAnchors(jdbc, file, CHAIN, signer.publicKey(), signer::sign, clock);
    }

    @Bean
    StoredChain storedChain(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, AnchorFile file, Signer signer) {
        return new StoredChain(jdbc, transactions, file, CHAIN, signer.publicKey());
    }

    /** How much of the chain is not in CloudWatch yet, where it is shipped there. */
    @Bean
    @ConditionalOnProperty("HOTLEADS_CLOUDWATCH_LOG_GROUP")
    Measure auditShipping(StoredChain chain) {
        return new Measure("audit-shipping", () -> chain.state().lag());
    }
}
