package hotleads.auth;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What each of the last requests asked the database, statement by statement. */
public final class RecordedQueries implements BeanPostProcessor {
    private static final int KEPT = 200;

    private final Map<String, List<String>> byRequest = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > KEPT;
        }
    });

    /** The statements of the request that was answered so. */
    public List<String> of(Answer answer) {
        return List.copyOf(
                byRequest.get(answer.headers().firstValue("X-Request-Id").orElseThrow()));
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Recorded(source) : bean;
    }

    private final class Recorded extends DelegatingDataSource {
        Recorded(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    RecordedQueries.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, given) -> {
                        if (method.getName().equals("prepareStatement")) {
                            record(String.valueOf(given[0]));
                        }
                        try {
                            return method.invoke(connection, given);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }

        /** What jobs ask beside it belongs to no request. */
        private void record(String sql) {
            String request = MDC.get("requestId");
            if (request != null) {
                byRequest
                        .computeIfAbsent(request, first -> new CopyOnWriteArrayList<>())
                        .add(sql);
            }
        }
    }
}
