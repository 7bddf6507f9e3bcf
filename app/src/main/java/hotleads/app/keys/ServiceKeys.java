package hotleads.app.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import hotleads.app.folder.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** The key pair with which each program says to auth who it is. */
public final class ServiceKeys {
    /** The launcher's own name towards auth. */
    public static final String LAUNCHER = "launcher";

    private static final List<String> NAMES = List.of("gateway", "core", "webhooks", "sync", LAUNCHER);

    private final Path folder;

    private ServiceKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes the missing ones, and the file of public keys that auth reads. */
    public static ServiceKeys in(Path folder) {
        ServiceKeys keys = new ServiceKeys(folder);
        List<JWK> known = NAMES.stream().map(name -> (JWK) keys.keptOrNew(name)).toList();
        // JWKSet writes public members only.
        OwnerOnly.write(keys.publicKeys(), new JWKSet(known).toString());
        return keys;
    }

    /** One program's private key. */
    public Path fileOf(String name) {
        return folder.resolve("service-" + name + ".jwk");
    }

    /** Everybody's public keys. */
    public Path publicKeys() {
        return folder.resolve("service-keys.jwks");
    }

    public ECKey launcher() {
        return read(fileOf(LAUNCHER));
    }

    /** The launcher's key, where it lies in no folder of ours; empty when the text is anything else. */
    public static Optional<ECKey> launcherIn(String text) {
        try {
            return Optional.of(ECKey.parse(text))
                    .filter(ECKey::isPrivate)
                    .filter(key -> key.getCurve().equals(Curve.P_256))
                    .filter(key -> LAUNCHER.equals(key.getKeyID()));
        } catch (ParseException notAKey) {
            return Optional.empty();
        }
    }

    private ECKey keptOrNew(String name) {
        Path file = fileOf(name);
        if (!Files.exists(file)) {
            OwnerOnly.write(file, generate(name).toJSONString());
        }
        return read(file);
    }

    private static ECKey generate(String name) {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(name)
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Cannot make an EC P-256 key", impossible);
        }
    }

    private static ECKey read(Path file) {
        try {
            return ECKey.parse(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ParseException unusable) {
            // The cause is left out: it could quote the key.
            throw new IllegalStateException(
                    file + " does not hold a service key: move it away, and a new one is made at the next start");
        }
    }
}
