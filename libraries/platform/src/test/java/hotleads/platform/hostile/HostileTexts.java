package hotleads.platform.hostile;

import java.util.List;

/** Texts that mean something to a database, a template, a path, a log or a parser. */
public final class HostileTexts {
    /** Nobody's name, no word of ours, and nothing to any program: what every other one is compared with. */
    public static final String HARMLESS = "zqxvbn";

    /** In place of a text. */
    public static final List<String> TEXTS = List.of(
            "'",
            "''",
            "\"",
            "`",
            "\\",
            "\\'",
            "' OR '1'='1",
            "' OR 1=1 --",
            "') OR ('1'='1",
            "'; DROP TABLE audit_entry; --",
            "'; UPDATE audit_entry SET act = 'x'; --",
            "' UNION SELECT NULL, NULL --",
            "1; SELECT pg_sleep(30)",
            "/* x */",
            "-- x",
            "x' /*",
            "$$",
            "$x$ y $x$",
            "%",
            "%%",
            "_",
            "zqxv__",
            "zqxv%",
            "?",
            "?::uuid",
            ":name",
            "{0}",
            "%s%n%1$s",
            "${jndi:ldap://127.0.0.1/x}",
            "#{T(java.lang.Runtime)}",
            "’ʼ＇′",
            "ＯＲ １＝１",
            "\u0000",
            "zqx\u0000vbn",
            "\ud800",
            "\ufffe\uffff",
            "\u202ezqx\u200b",
            "💥",
            "\r\nX-Injected: 1",
            "../../etc/passwd",
            "..%2f..%2f",
            "{\"$ne\":null}",
            "null",
            "NaN",
            "-1",
            "99999999999999999999",
            "1e400",
            "00000000-0000-0000-0000-00000000000g",
            "{00000000-0000-4000-8000-000000000000}",
            "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "0000-00-00",
            "+999999999-12-31",
            "x".repeat(1_000),
            "'".repeat(1_000));

    /** Where an id, a number or a time belongs, which is read before anything else sees it. */
    public static final List<String> TYPED = List.of(
            "'",
            "' OR '1'='1",
            "%",
            "\u0000",
            "null",
            "-1",
            "0",
            "99999999999999999999",
            "{00000000-0000-4000-8000-000000000000}",
            "+1000000000-12-31T23:59:59Z",
            "-1000000000-01-01T00:00:00Z",
            "+999999999-12-31");

    /** Instead of a text, as JSON writes it. */
    public static final List<String> NO_TEXTS = List.of(
            "null",
            "[]",
            "[\"'\"]",
            "[null]",
            "{}",
            "{\"'\":\"'\"}",
            "true",
            "0",
            "-1",
            "1e999",
            "99999999999999999999",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"" + "x".repeat(200_000) + "\"",
            "[".repeat(2_000) + "]".repeat(2_000));

    private HostileTexts() {}
}
