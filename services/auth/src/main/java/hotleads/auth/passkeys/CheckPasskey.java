package hotleads.auth.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.Challenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks what browsers answered: asked by us, of them, for this address, by a device that asked for its own lock
 * (WebAuthn, 7.1 and 7.2). The library checks the formats and signatures, this the rest.
 */
@Component
public class CheckPasskey {
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = PasskeyCreation.Algorithm.ALL.stream()
            .map(algorithm -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(algorithm.alg())))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    // Who made the device is not asked, so no attestation is judged.
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    private final Challenges challenges;
    private final Passkeys passkeys;
    private final RelyingParty party;

    CheckPasskey(Challenges challenges, Passkeys passkeys, RelyingParty party) {
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.party = party;
    }

    /** The passkey that was made, unless anything about the answer is wrong; its challenge is used up either way. */
    public Optional<MadePasskey> made(NewPasskey answer, Binding binding) {
        return read(() -> webAuthn.parse(new RegistrationRequest(
                        Base64Url.decode(answer.attestationObject()), Base64Url.decode(answer.clientDataJson()))))
                .filter(data -> isAsked(data.getCollectedClientData(), binding))
                .flatMap(data -> read(() -> verified(data, answer)));
    }

    private MadePasskey verified(RegistrationData data, NewPasskey answer) {
        ServerProperty expected = expected(Objects.requireNonNull(data.getCollectedClientData()));
        webAuthn.verify(data, new RegistrationParameters(expected, ALGORITHMS, true, true));
        return madeBy(Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData(), answer);
    }

    /** Whose passkey answered, if it is one we know; nothing is proved by that yet. */
    public Optional<Passkey> claimed(PasskeyAnswer answer) {
        return read(() -> Base64Url.decode(answer.credentialId())).flatMap(passkeys::find);
    }

    /** Judges an answer; its challenge is used up whatever comes out. Call it while the account is held. */
    public Verdict judge(PasskeyAnswer answer, @Nullable Passkey claimed, Binding binding) {
        Optional<AuthenticationData> read = read(() -> webAuthn.parse(new AuthenticationRequest(
                        Base64Url.decode(answer.credentialId()),
                        Base64Url.decode(answer.userHandle()),
                        Base64Url.decode(answer.authenticatorData()),
                        Base64Url.decode(answer.clientDataJson()),
                        Base64Url.decode(answer.signature()))))
                .filter(data -> isAsked(data.getCollectedClientData(), binding));
        if (read.isEmpty() || claimed == null) {
            return Verdict.WRONG;
        }
        Verdict verdict = read(() -> verdict(read.get(), claimed)).orElse(Verdict.WRONG);
        if (verdict == Verdict.RIGHT) {
            noteUse(claimed, read.get().getAuthenticatorData());
        }
        return verdict;
    }

    private Verdict verdict(AuthenticationData data, Passkey claimed) {
        if (!MessageDigest.isEqual(claimed.handle(), data.getUserHandle())) {
            return Verdict.WRONG;
        }
        ServerProperty expected = expected(Objects.requireNonNull(data.getCollectedClientData()));
        try {
            webAuthn.verify(data, new AuthenticationParameters(expected, recordOf(claimed), null, true, true));
            return Verdict.RIGHT;
        } catch (MaliciousCounterValueException behind) {
            return Verdict.WENT_BACK;
        }
    }

    /** Empty whatever fails: the bytes are a stranger's, and the library meets bad ones with errors of many kinds. */
    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
    }

    private boolean isAsked(@Nullable CollectedClientData said, Binding binding) {
        return Optional.ofNullable(said)
                .map(CollectedClientData::getChallenge)
                .map(Challenge::getValue)
                .filter(challenge -> challenges.take(challenge, binding))
                .isPresent();
    }

    private void noteUse(Passkey claimed, @Nullable AuthenticatorData<?> data) {
        if (data != null) {
            passkeys.used(claimed, data.getSignCount(), data.isFlagBS());
        }
    }

    private MadePasskey madeBy(AuthenticatorData<?> data, NewPasskey answer) {
        AttestedCredentialData credential = data.getAttestedCredentialData();
        if (credential == null) {
            throw new IllegalArgumentException("No credential");
        }
        return new MadePasskey(
                credential.getCredentialId(),
                credentials.convert(credential),
                data.getSignCount(),
                Transport.known(answer.transports()),
                data.isFlagBE(),
                data.isFlagBS());
    }

    private CredentialRecord recordOf(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.counter(),
                credentials.convert(passkey.credential()),
                null,
                null,
                null,
                Set.of());
    }

    /** The challenge is the one that was taken just now, so it is known to be ours. */
    private ServerProperty expected(CollectedClientData said) {
        return ServerProperty.builder()
                .origin(new Origin(party.origin()))
                .rpId(party.id())
                .challenge(said.getChallenge())
                .build();
    }

    /** How an answer was judged. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** Right in all but its counter, which is not beyond the last one: there may be a copy of the passkey. */
        WENT_BACK
    }
}
