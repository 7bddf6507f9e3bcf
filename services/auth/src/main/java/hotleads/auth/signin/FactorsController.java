package hotleads.auth.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import hotleads.auth.passkeys.NewPasskey;
import hotleads.auth.passkeys.PasskeyCreation;
import hotleads.auth.secondfactor.Factor;
import hotleads.auth.secondfactor.RecoveryCode;
import hotleads.auth.sessions.Visit;
import hotleads.auth.signin.SetUpController.RecoveryCodes;
import hotleads.auth.signin.SetUpController.TotpKey;
import hotleads.auth.signin.SignInController.Code;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** People's own passkeys, app and recovery codes. */
@RestController
class FactorsController {
    private final OwnFactors own;
    private final AddFactor add;

    FactorsController(OwnFactors own, AddFactor add) {
        this.own = own;
        this.add = add;
    }

    @GetMapping(path = "/auth/factors", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FactorList> factors(Visit visit) {
        return StepAnswers.answer(own.list(visit), FactorList::of);
    }

    @PostMapping(path = "/auth/factors/passkey", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PasskeyCreation> startAddingPasskey(Visit visit) {
        return StepAnswers.answer(add.startPasskey(visit), options -> options);
    }

    @PostMapping(path = "/auth/factors/passkey/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FactorList> addPasskey(@RequestBody NewPasskey made, Visit visit) {
        return StepAnswers.answer(add.addPasskey(made, visit), FactorList::of);
    }

    @PostMapping(path = "/auth/factors/totp", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<TotpKey> startAddingTotp(Visit visit) {
        return StepAnswers.answer(add.startApp(visit), TotpKey::of);
    }

    @PostMapping(path = "/auth/factors/totp/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FactorList> addTotp(@RequestBody Code given, Visit visit) {
        return StepAnswers.answer(add.addApp(given.code(), visit), FactorList::of);
    }

    @PostMapping(path = "/auth/factors/rename", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FactorList> renameFactor(@RequestBody NamedFactor given, Visit visit) {
        return StepAnswers.answer(own.rename(given.id(), given.name(), visit), FactorList::of);
    }

    @PostMapping(path = "/auth/factors/remove", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FactorList> removeFactor(@RequestBody ChosenFactor given, Visit visit) {
        return StepAnswers.answer(own.remove(given.id(), visit), FactorList::of);
    }

    @PostMapping(path = "/auth/factors/recovery-codes", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecoveryCodes> renewRecoveryCodes(Visit visit) {
        return StepAnswers.answer(own.issueCodes(visit), RecoveryCodes::new);
    }

    @PostMapping(path = "/auth/factors/recovery-codes/confirm", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FactorList> confirmRenewedRecoveryCodes(@RequestBody RecoveryCode given, Visit visit) {
        return StepAnswers.answer(own.confirmCodes(given.number(), given.code(), visit), FactorList::of);
    }

    record FactorList(List<OwnFactor> factors, int recoveryCodesLeft) {
        private static FactorList of(OwnFactors.Owned owned) {
            return new FactorList(owned.factors().stream().map(OwnFactor::of).toList(), owned.recoveryCodesLeft());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OwnFactor(
            UUID id,
            Factor.Kind kind,
            @Nullable String name,
            Instant addedAt,
            @Nullable Instant lastUsedAt) {
        private static OwnFactor of(Factor factor) {
            return new OwnFactor(
                    factor.id(),
                    factor.kind(),
                    factor.name(),
                    Objects.requireNonNull(factor.activeAt()),
                    factor.lastUsedAt());
        }

        @Override
        public String toString() {
            return "Factor " + id;
        }
    }

    record ChosenFactor(UUID id) {}

    record NamedFactor(UUID id, String name) {
        @Override
        public String toString() {
            return "Factor " + id;
        }
    }
}
