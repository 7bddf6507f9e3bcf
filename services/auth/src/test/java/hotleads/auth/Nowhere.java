package hotleads.auth;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** No database: for stores in memory, which fail here when they forget to answer by themselves. */
public final class Nowhere {
    private static final AbstractDataSource SOURCE = new AbstractDataSource() {
        @Override
        public Connection getConnection() {
            throw new IllegalStateException("A store in memory asked for the database");
        }

        @Override
        public Connection getConnection(String username, String password) {
            return getConnection();
        }
    };

    private Nowhere() {}

    public static JdbcClient client() {
        return JdbcClient.create(SOURCE);
    }

    public static JdbcTemplate template() {
        return new JdbcTemplate(SOURCE, true);
    }

    /** Transactions of steps that are taken one after the other and never fail half way. */
    public static PlatformTransactionManager transactions() {
        return new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
                return new SimpleTransactionStatus();
            }

            @Override
            public void commit(TransactionStatus status) {}

            @Override
            public void rollback(TransactionStatus status) {}
        };
    }
}
