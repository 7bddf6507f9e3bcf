package hotleads.sync.running;

/** What can go wrong at any provider, or on the way there. */
public enum Fault {
    TOKEN_401,
    QUOTA_403,
    PERMISSION_403,
    MISSING_404,
    CONFLICT_409,
    GONE_410,
    CHANGED_412,
    SLOW_DOWN_429,
    SLOW_DOWN_429_FOR_2_S,
    ERROR_500,
    HTML_502,
    TIME_OUT_BEFORE,
    TIME_OUT_AFTER,
    TRUNCATED,
    PAGE_REPEATED,
    WRONG_TYPE,
    CLOCK_SKEW,
    REVOKED,
    CHANNEL_EXPIRED,
    TOKEN_LOCK;

    /** As tables have it. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    public int status() {
        return switch (this) {
            case TOKEN_401 -> 401;
            case QUOTA_403, PERMISSION_403 -> 403;
            case MISSING_404 -> 404;
            case CONFLICT_409 -> 409;
            case GONE_410 -> 410;
            case CHANGED_412 -> 412;
            case SLOW_DOWN_429, SLOW_DOWN_429_FOR_2_S -> 429;
            case ERROR_500 -> 500;
            default -> throw new IllegalArgumentException(this + " has no number");
        };
    }
}
