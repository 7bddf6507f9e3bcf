package hotleads.auth.trail;

/** Every kind of act that auth records. */
public enum Act {
    STAFF_VIEWED("staff.viewed"),
    INVITE_MADE("invite.made"),
    INVITE_OPENED("invite.opened"),
    INVITE_ACCEPTED("invite.accepted"),
    PASSWORD_PROVED("sign-in.password-proved"),
    PASSWORD_REFUSED("sign-in.password-refused"),
    TRIES_SPENT("sign-in.tries-spent"),
    SIGNED_IN("sign-in.done"),
    SIGNED_OUT("sign-in.ended-by-person"),
    SESSION_ENDED("sign-in.ended"),
    CODE_REFUSED("second-factor.refused"),
    SET_UP_STARTED("set-up.started"),
    SET_UP_REFUSED("set-up.refused"),
    FACTOR_PROVED("set-up.factor-proved"),
    RECOVERY_CODES_ISSUED("set-up.recovery-codes-issued"),
    SET_UP_FINISHED("set-up.finished"),
    RECOVERY_CODE_USED("recovery.code-used"),
    RECOVERY_CODE_REFUSED("recovery.code-refused"),
    SERVICE_TOKEN_REFUSED("token.refused"),
    SIGNING_KEY_MADE("signing-key.made"),
    SIGNING_KEY_REMOVED("signing-key.removed"),
    TRAIL_READ("trail.read"),
    KEY_ROTATION_STARTED("key.rotation-started"),
    KEY_ROTATED("key.rotated");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
