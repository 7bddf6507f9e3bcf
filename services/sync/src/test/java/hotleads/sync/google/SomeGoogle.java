package hotleads.sync.google;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import hotleads.contracts.GoogleTokenQuery;
import hotleads.contracts.ProviderAnswer;
import hotleads.platform.report.CountedActs;
import hotleads.platform.report.TimeOrderedIds;
import hotleads.sync.accounts.SealedAccounts;
import hotleads.sync.accounts.SomeAccounts;
import hotleads.sync.google.GoogleAccount.ServiceKey;
import hotleads.sync.google.GoogleAccount.Token;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The use cases without a program around them, with short times and a clock that stands. */
final class SomeGoogle {
    static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    static final RSAKey KEY = key();

    final ReadEvents events;
    final OwnEvents own;
    final Channels channels;
    final RenewTokens tokens;
    final SealedAccounts sealed = SomeAccounts.sealed();

    SomeGoogle(URI google, URI token) {
        this(google, token, keyFile(), 250, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** @param mostRows of one page */
    SomeGoogle(URI google, URI token, Path keyFile, int mostRows, Clock clock) {
        GoogleProperties properties = new GoogleProperties(
                keyFile.toString(),
                google,
                token,
                "calendar.events.freebusy",
                "calendar.events.owned",
                Duration.ofSeconds(1),
                Duration.ofMillis(800),
                Duration.ofSeconds(2),
                DataSize.ofMegabytes(1),
                mostRows);
        GoogleApi api = new GoogleApi(properties, new CountedActs(new TimeOrderedIds(clock), clock), clock);
        events = new ReadEvents(api, properties);
        own = new OwnEvents(api);
        channels = new Channels(api);
        tokens = new RenewTokens(api, properties, new ServiceAccountFile(properties), sealed);
    }

    static SomeGoogle at(GoogleStandIn google) {
        return new SomeGoogle(google.uri(), URI.create(google.uri() + "/token"));
    }

    /** Against the simulators, by the time that really is. */
    static SomeGoogle at(URI google, Path keyFile, int mostRows) {
        return new SomeGoogle(google, URI.create(google + "/token"), keyFile, mostRows, Clock.systemUTC());
    }

    GoogleAccount granted(String person) {
        ProviderAnswer<byte[]> made = tokens.renew(null, new GoogleTokenQuery(person));
        return opened(Objects.requireNonNull(made.content(), String.valueOf(made.cause())));
    }

    GoogleAccount opened(byte[] account) {
        return sealed.open(GoogleAccount.PROVIDER, account, GoogleAccount.class);
    }

    /** An account whose tokens are as fresh as can be. */
    static GoogleAccount account() {
        Token token = new Token("ya29.some", NOW.plusSeconds(3_000));
        return new GoogleAccount(new ServiceKey("a@b.example", "one", "no key"), "dana@practice.example", token, token);
    }

    static GoogleAccount endedAccount() {
        Token token = new Token("ya29.some", NOW.plusSeconds(30));
        return new GoogleAccount(new ServiceKey("a@b.example", "one", "no key"), "dana@practice.example", token, token);
    }

    private static Path keyFile() {
        try {
            String pem = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getMimeEncoder()
                            .encodeToString(KEY.toRSAPrivateKey().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
            Path file = Files.createTempFile("service-account", ".json");
            file.toFile().deleteOnExit();
            Files.write(
                    file,
                    JsonMapper.shared()
                            .writeValueAsBytes(Map.of(
                                    "client_email", "hot-leads@proj.iam.gserviceaccount.com",
                                    "private_key_id", "kid-1",
                                    "private_key", pem)));
            return file;
        } catch (IOException | JOSEException impossible) {
            throw new UncheckedIOException(new IOException(impossible));
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
