package hotleads.auth.trail;

/** Every kind of act that auth records. */
public enum Act {
    STAFF_VIEWED("staff.viewed"),
    PLACES_READ("practitioner.places-read"),
    INVITE_MADE("invite.made"),
    INVITE_WITHDRAWN("invite.withdrawn"),
    INVITE_OPENED("invite.opened"),
    INVITE_ACCEPTED("invite.accepted"),
    PASSWORD_PROVED("sign-in.password-proved"),
    PASSWORD_REFUSED("sign-in.password-refused"),
    PASSWORD_CHANGED("password.changed"),
    TRIES_SPENT("sign-in.tries-spent"),
    SIGNED_IN("sign-in.done"),
    SIGNED_OUT("sign-in.ended-by-person"),
    SESSION_ENDED("sign-in.ended"),
    SCREEN_LOCKED("sign-in.locked"),
    SCREEN_UNLOCKED("sign-in.unlocked"),
    PROVED_AGAIN("sign-in.proved-again"),
    CODE_REFUSED("second-factor.refused"),
    PASSKEY_REFUSED("passkey.refused"),
    PASSKEY_COUNTER_WENT_BACK("passkey.counter-went-back"),
    FACTOR_ADDED("factor.added"),
    FACTOR_RENAMED("factor.renamed"),
    FACTOR_REMOVED("factor.removed"),
    FACTOR_REFUSED("factor.refused"),
    SET_UP_STARTED("set-up.started"),
    SET_UP_REFUSED("set-up.refused"),
    FACTOR_PROVED("set-up.factor-proved"),
    RECOVERY_CODES_ISSUED("set-up.recovery-codes-issued"),
    SET_UP_FINISHED("set-up.finished"),
    RECOVERY_CODES_RENEWED("recovery.codes-renewed"),
    RECOVERY_CODE_USED("recovery.code-used"),
    RECOVERY_CODE_REFUSED("recovery.code-refused"),
    SERVICE_TOKEN_REFUSED("token.refused"),
    SIGNING_KEY_MADE("signing-key.made"),
    SIGNING_KEY_REMOVED("signing-key.removed"),
    ACCESS_VIEWED("access.viewed"),
    ACCESS_REFUSED("access.refused"),
    ACCOUNT_EXPORTED("account.exported"),
    ROLE_CHANGED("account.role-changed"),
    PRACTICE_CHANGED("account.practice-changed"),
    ACCOUNT_LOCKED("account.locked"),
    ACCOUNT_UNLOCKED("account.unlocked"),
    ACCOUNT_ERASED("account.erased"),
    RESET_ASKED("reset.asked"),
    RESET_STOPPED("reset.stopped"),
    RESET_BY_CARD("reset.card-used"),
    RESET_DONE("reset.done"),
    RESET_LINK_USED("reset.link-used"),
    RESET_LINK_REFUSED("reset.link-refused"),
    CARD_MADE("card.made"),
    CARD_REFUSED("card.refused"),
    NOTICE_SENT("notice.sent"),
    NOTICE_NOT_SENT("notice.not-sent"),
    DIGESTS_TAKEN("digest.taken"),
    DIGEST_SENT("digest.sent"),
    DIGEST_NOT_SENT("digest.not-sent"),
    TRAIL_READ("trail.read"),
    KEY_ROTATION_STARTED("key.rotation-started"),
    KEY_ROTATED("key.rotated"),
    SEALED_REFUSED("sealed.refused");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
