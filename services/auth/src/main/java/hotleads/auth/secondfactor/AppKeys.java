package hotleads.auth.secondfactor;

import hotleads.auth.accounts.Account;
import hotleads.vault.Place;
import java.security.SecureRandom;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored keys of authenticator apps, and which of their codes were used. */
@Component
public class AppKeys {
    private final JdbcClient jdbc;
    private final SecureRandom random;

    AppKeys(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** A fresh key for an app whose set-up begins. */
    public AppKey make(Account account, Factor app) {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("INSERT INTO totp_factor (id, secret) VALUES (?, ?)")
                .params(app.id(), account.key().seal(secret, place(app.id())))
                .update();
        return new AppKey(app, secret);
    }

    public AppKey of(Account account, Factor app) {
        return jdbc.sql("SELECT secret FROM totp_factor WHERE id = ?")
                .param(app.id())
                .query((row, n) -> new AppKey(app, account.key().open(row.getBytes("secret"), place(app.id()))))
                .single();
    }

    /**
     * Uses up a step; false when it, or a later one, was used before. One statement, so that only one of many wins. One
     * so late that no clock can have shown it yet was used by a clock that was put back since: whoever signed in then
     * would otherwise be locked out for as long.
     */
    public boolean useStep(AppKey key, long step) {
        return jdbc.sql("UPDATE totp_factor SET last_step = :step"
                                + " WHERE id = :id AND (last_step IS NULL OR last_step < :step OR last_step > :latest)")
                        .param("step", step)
                        .param("latest", step + 2L * Totp.STEPS_AROUND)
                        .param("id", key.factor().id())
                        .update()
                == 1;
    }

    private static Place place(UUID id) {
        return new Place("totp_factor", "secret", id);
    }
}
