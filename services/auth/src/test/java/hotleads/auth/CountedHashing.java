package hotleads.auth;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A hash that costs nothing, so that thousands of sign-ins can be tried; it counts how often it is asked. */
public final class CountedHashing implements PasswordEncoder {
    private final AtomicInteger checks = new AtomicInteger();

    public int checks() {
        return checks.get();
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        return "cheap:" + new StringBuilder(String.valueOf(password)).reverse();
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        checks.incrementAndGet();
        return encode(password).equals(hash);
    }
}
