package hotleads.core.exports;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * The record as a page that needs nothing but itself: no script, no picture, nothing fetched. Whoever made it and when
 * stands on top.
 */
final class ReadablePage {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM uuuu, h:mma", Locale.UK);
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** Fields whose values are words of ours and no person's. */
    private static final Set<String> CODED = Set.of(
            "state",
            "kind",
            "verdict",
            "act",
            "outcome",
            "rung",
            "facts",
            "source",
            "provider",
            "action",
            "came_from",
            "stage",
            "from_stage",
            "to_stage",
            "channel",
            "how",
            "placement",
            "band",
            "actor_kind",
            "role",
            "cause",
            "title",
            "phone_permission",
            "textSize",
            "by");

    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("id", "Reference"),
            Map.entry("account_id", "By"),
            Map.entry("actor", "Who"),
            Map.entry("actor_kind", "What they are"),
            Map.entry("at", "When"),
            Map.entry("act", "What was done"),
            Map.entry("sealed", "In their words"),
            Map.entry("content", "What it says"),
            Map.entry("payload", "What was sent"),
            Map.entry("body", "As it came"),
            Map.entry("evaluation", "Why"),
            Map.entry("score_tenths", "Score, in tenths"),
            Map.entry("seen_until", "Last seen so"),
            Map.entry("rung", "How sure"),
            Map.entry("facts", "What was seen"),
            Map.entry("undone_at", "Taken back"),
            Map.entry("undone_by", "Taken back by"),
            Map.entry("over_at", "Over"),
            Map.entry("othersLeftOut", "Other people who are not named here"),
            Map.entry("present_seconds", "Seconds there"));

    private final ZoneId zone;
    private final StringBuilder page = new StringBuilder(16_384);

    private ReadablePage(ZoneId zone) {
        this.zone = zone;
    }

    static String of(JsonNode record, ZoneId zone) {
        return new ReadablePage(zone).written(record);
    }

    private String written(JsonNode record) {
        page.append("""
                <!doctype html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>What we hold about you</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 16px/1.5 "Source Sans 3", system-ui, sans-serif; max-width: 68ch; margin: 0 auto; padding: 24px 16px 64px; }
                h1, h2 { font-family: "Source Serif 4", Georgia, serif; font-weight: 600; line-height: 1.25; }
                h2 { margin-top: 40px; }
                article { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 12px 0; }
                dl { margin: 0; display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 1fr); gap: 4px 16px; }
                dt { opacity: .75; }
                dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
                dd ul { margin: 0; padding-left: 20px; }
                @media (max-width: 30em) { dl { grid-template-columns: minmax(0, 1fr); } dd { margin-bottom: 8px; } }
                @media print { body { max-width: none; } article { break-inside: avoid; } }
                </style>
                </head>
                <body>
                <h1>What we hold about you</h1>
                """);
        paragraph("Made on " + moment(record.path("madeAt").asString()) + ". Times are in the zone "
                + zone.getId().replace('_', ' ') + ".");
        paragraph("This is everything this practice's system holds that is about you. The file record.json beside this"
                + " page holds the same for a computer to read. Other people are left out where a record names them,"
                + " and so are passwords and keys.");
        if (record.path("leftOut").asInt(0) > 0) {
            paragraph(record.path("leftOut").asInt()
                    + " stored values could not be opened and are missing. The practice" + " has been told.");
        }
        contents(record.path("parts"));
        record.path("parts").properties().forEach(part -> section(part.getKey(), part.getValue()));
        return page.append("</body>\n</html>\n").toString();
    }

    private void paragraph(String words) {
        page.append("<p>").append(HtmlUtils.htmlEscape(words)).append("</p>\n");
    }

    private void contents(JsonNode parts) {
        page.append("<nav aria-label=\"Contents\"><ul>\n");
        parts.properties().forEach(part -> {
            if (!part.getValue().isEmpty()) {
                page.append("<li><a href=\"#%s\">%s</a> (%d)</li>%n"
                        .formatted(
                                part.getKey(),
                                HtmlUtils.htmlEscape(PartWords.titleOf(part.getKey())),
                                part.getValue().size()));
            }
        });
        page.append("</ul></nav>\n");
    }

    private void section(String name, JsonNode rows) {
        page.append("<section aria-labelledby=\"%1$s\">%n<h2 id=\"%1$s\">%2$s</h2>%n"
                .formatted(name, HtmlUtils.htmlEscape(PartWords.titleOf(name))));
        paragraph(rows.isEmpty() ? "Nothing." : PartWords.aboutOf(name));
        for (JsonNode row : rows) {
            page.append("<article>");
            object(row);
            page.append("</article>\n");
        }
        page.append("</section>\n");
    }

    private void object(JsonNode object) {
        page.append("<dl>");
        object.properties().forEach(field -> {
            page.append("<dt>")
                    .append(HtmlUtils.htmlEscape(label(field.getKey())))
                    .append("</dt><dd>");
            value(field.getKey(), field.getValue());
            page.append("</dd>\n");
        });
        page.append("</dl>");
    }

    private void value(String field, JsonNode value) {
        if (value.isObject()) {
            object(value);
        } else if (value.isArray()) {
            page.append("<ul>");
            value.forEach(one -> {
                page.append("<li>");
                value(field, one);
                page.append("</li>");
            });
            page.append("</ul>");
        } else {
            page.append(HtmlUtils.htmlEscape(words(field, value)));
        }
    }

    private String words(String field, JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "Yes" : "No";
        }
        String text = value.isNull() ? "" : value.asString();
        if (TIME.matcher(text).matches()) {
            return moment(text);
        }
        return CODED.contains(field) ? spaced(text) : text;
    }

    private String moment(String text) {
        try {
            return MOMENT.format(Instant.parse(text).atZone(zone))
                    .replace("AM", "am")
                    .replace("PM", "pm");
        } catch (DateTimeParseException none) {
            return text;
        }
    }

    private static String label(String field) {
        String own = LABELS.get(field);
        // Names of fields are ours or a provider's: snake case or camel case.
        return own != null
                ? own
                : capitalised(field.replaceAll("([a-z])([A-Z])", "$1 $2")
                        .replace('_', ' ')
                        .toLowerCase(Locale.ROOT));
    }

    private static String spaced(String code) {
        String words = code.replace('.', '-');
        return CODE.matcher(words).matches() ? capitalised(words.replace('-', ' ')) : code;
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
