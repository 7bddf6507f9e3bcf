package hotleads.auth.notices;

import java.util.Arrays;
import java.util.Locale;

/**
 * What someone is told about their account by mail: plain words, no names, nothing about health, and no link but the
 * public address, so that nobody learns to follow links in such mails.
 */
public enum Notice {
    FACTOR_ADDED(
            "A way to prove who you are was added", "A new authenticator app or passkey now signs in to your account."),
    FACTOR_REMOVED(
            "A way to prove who you are was removed",
            "An authenticator app or passkey no longer signs in to your account."),
    RECOVERY_CODE_USED(
            "A recovery code was used",
            "Someone signed in to your account with one of your recovery codes. All other sessions were ended."),
    RECOVERY_CODES_MADE(
            "New recovery codes were made", "Your account has new recovery codes. The earlier ones no longer work."),
    PASSWORD_CHANGED("Your password was changed", "The password of your account was changed."),
    ROLE_CHANGED(
            "What you may do was changed",
            "An administrator changed the role of your account. All your sessions were ended; sign in again."),
    /** To every administrator: two accounts of one person would otherwise be two people to the resets. */
    ADMIN_ADDED(
            "Somebody becomes an administrator",
            "An administrator invited somebody as an administrator, or gave that role to a colleague. If you do not know"
                    + " of it, look under Access at once."),
    SESSIONS_ENDED("You were signed out", "Sessions of your account were ended by you or by an administrator."),
    ACCOUNT_LOCKED(
            "Your account was locked",
            "An administrator locked your account. Nobody can sign in to it until an administrator unlocks it."),
    ACCOUNT_UNLOCKED("Your account was unlocked", "An administrator unlocked your account. You can sign in again."),
    RESET_ASKED(
            "A reset of your sign-in was asked for",
            "An administrator asked to remove the authenticator app, passkeys and recovery codes of your account."
                    + " A second administrator has to approve it."),
    RESET_STOPPED("The reset of your sign-in was stopped", "Nothing was changed: your sign-in works as it did before."),
    RESET_DELAYED(
            "A reset of your sign-in begins in an hour",
            "An administrator used the practice's break-glass card to remove the authenticator app, passkeys and"
                    + " recovery codes of your account. It can be stopped for one hour from now."),
    RESET_DONE(
            "Your sign-in was reset",
            "Your authenticator app, passkeys and recovery codes no longer work, and your sessions were ended. An"
                    + " administrator will give you a link to set up a new one."),
    APPROVAL_WAITS(
            "An approval waits for you",
            "Another administrator asked for something that needs your approval, under Access."),
    CARD_USED(
            "The break-glass card was used",
            "An administrator used the practice's break-glass card. Its act begins in an hour and can be stopped until"
                    + " then, under Access."),
    CARD_MADE(
            "A new break-glass card was made",
            "An administrator made a new break-glass card. Any earlier card no longer works."),
    /** What it says beside this is of its day: {@link DayCounts}. */
    DIGEST(
            "What waits today",
            "You get this once a day. The hour can be changed, and the mail switched off, under Settings.");

    private final String subject;
    private final String text;

    Notice(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Notice of(String word) {
        return Arrays.stream(values())
                .filter(notice -> notice.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    public String subject() {
        return subject;
    }

    String text() {
        return text;
    }
}
