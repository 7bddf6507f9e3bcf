package hotleads.core;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Ends core, or its connection, at a chosen boundary: before a statement, after one whose effect is there though nobody
 * heard of it, before a commit, after a commit.
 */
final class CrashPoints implements BeanPostProcessor {
    private static final int NEVER = Integer.MAX_VALUE;

    private final AtomicInteger boundariesLeft = new AtomicInteger(NEVER);
    private volatile boolean kills;
    private volatile boolean dead;

    /** What is thrown through a core that was killed; no code of ours catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed", null, false, false);
        }
    }

    /** From the n-th boundary on nothing reaches the database any more, until the restart. */
    void killAt(int boundary) {
        kills = true;
        boundariesLeft.set(boundary);
    }

    /** At the n-th boundary, and there only, the connection fails. */
    void failAt(int boundary) {
        kills = false;
        boundariesLeft.set(boundary);
    }

    /** @return whether core was dead */
    boolean restart() {
        boolean wasDead = dead;
        boundariesLeft.set(NEVER);
        dead = false;
        return wasDead;
    }

    private void pass() throws SQLException {
        if (dead) {
            throw new Killed();
        }
        if (boundariesLeft.get() != NEVER && boundariesLeft.decrementAndGet() == 0) {
            boundariesLeft.set(NEVER);
            if (kills) {
                dead = true;
                throw new Killed();
            }
            throw new SQLException("The connection broke", "08006");
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Crashing(source) : bean;
    }

    private final class Crashing extends DelegatingDataSource {
        private Crashing(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> onConnection(real, method, arguments));
        }
    }

    private @Nullable Object onConnection(Connection real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "commit" -> {
                beforeCommit(real);
                invoke(real, method, arguments);
                pass();
                yield null;
            }
            case "prepareStatement" -> {
                pass();
                PreparedStatement statement =
                        (PreparedStatement) Objects.requireNonNull(invoke(real, method, arguments));
                yield Proxy.newProxyInstance(
                        CrashPoints.class.getClassLoader(),
                        new Class<?>[] {PreparedStatement.class},
                        (proxy, called, given) -> onStatement(real, statement, called, given));
            }
            default -> invoke(real, method, arguments);
        };
    }

    private void beforeCommit(Connection real) throws SQLException {
        try {
            pass();
        } catch (SQLException | Killed crash) {
            // PostgreSQL does so by itself when a connection ends; a live connection would be committed by its cleanup.
            real.rollback();
            throw crash;
        }
    }

    private @Nullable Object onStatement(
            Connection connection, PreparedStatement real, Method method, Object @Nullable [] arguments)
            throws Throwable {
        Object result = invoke(real, method, arguments);
        if (method.getName().startsWith("execute") && connection.getAutoCommit()) {
            pass();
        }
        return result;
    }

    private static @Nullable Object invoke(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw Objects.requireNonNull(thrown.getCause());
        }
    }
}
