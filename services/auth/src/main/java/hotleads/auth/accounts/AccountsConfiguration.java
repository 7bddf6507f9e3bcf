package hotleads.auth.accounts;

import hotleads.auth.sealing.SealingKeys;
import hotleads.vault.inuse.KeysInUse;
import hotleads.vault.inuse.Renewal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is made anew when the search key is followed by another. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {
    @Bean
    @Order(1)
    Renewal renewDigestsOfAccounts(JdbcClient jdbc, SealingKeys sealing, KeysInUse keys) {
        return new RenewEmailDigests("account", jdbc, sealing, keys);
    }

    @Bean
    @Order(2)
    Renewal renewDigestsOfInvites(JdbcClient jdbc, SealingKeys sealing, KeysInUse keys) {
        return new RenewEmailDigests("invite", jdbc, sealing, keys);
    }
}
