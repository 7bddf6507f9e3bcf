package hotleads.sync.zoom;

import hotleads.contracts.ZoomParticipant;
import hotleads.contracts.ZoomParticipantsPage;
import hotleads.contracts.ZoomRun;
import hotleads.contracts.ZoomRunsPage;
import hotleads.sync.values.PlainText;
import hotleads.sync.values.PlainTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Zoom's rows as our records. What is not needed (topics, addresses of links, devices) is not looked at. */
final class ZoomRows {
    private ZoomRows() {}

    static @Nullable ZoomRunsPage runs(JsonNode page) {
        List<ZoomRun> rows = new ArrayList<>();
        Integer unreadable = collect(page.path("meetings"), ZoomRows::run, rows);
        return unreadable == null ? null : new ZoomRunsPage(rows, next(page), unreadable);
    }

    static @Nullable ZoomParticipantsPage participants(JsonNode page) {
        List<ZoomParticipant> rows = new ArrayList<>();
        Integer unreadable = collect(page.path("participants"), ZoomRows::participant, rows);
        return unreadable == null ? null : new ZoomParticipantsPage(rows, next(page), unreadable);
    }

    /** Zone-less extra times stand in these rows too; only those that name UTC are read. */
    static @Nullable ZoomRun run(JsonNode row) {
        String uuid = text(row, "uuid");
        Instant start = time(row, "start_time");
        Instant end = time(row, "end_time");
        JsonNode people = row.path("participants_count");
        return uuid == null || start == null || end == null || end.isBefore(start)
                ? null
                : new ZoomRun(uuid, number(row, "id"), start, end, people.asInt(0));
    }

    static @Nullable ZoomParticipant participant(JsonNode row) {
        Instant join = time(row, "join_time");
        Instant leave = time(row, "leave_time");
        if (join == null || leave == null || leave.isBefore(join)) {
            return null;
        }
        String status = text(row, "status");
        return new ZoomParticipant(
                text(row, "id"),
                text(row, "name"),
                text(row, "user_email"),
                text(row, "registrant_id"),
                join,
                leave,
                // Older answers have no such field, and list the meeting alone.
                status == null || status.equals("in_meeting"));
    }

    /** How many rows could not be read; null when there is no list at all. */
    private static <T> @Nullable Integer collect(JsonNode list, Function<JsonNode, @Nullable T> read, List<T> into) {
        if (!list.isArray()) {
            return null;
        }
        int unreadable = 0;
        for (JsonNode row : list) {
            T one = read.apply(row);
            if (one == null) {
                unreadable++;
            } else {
                into.add(one);
            }
        }
        return unreadable;
    }

    private static @Nullable String next(JsonNode page) {
        return text(page, "next_page_token");
    }

    /** Empty stands for unknown at Zoom. */
    private static @Nullable String text(JsonNode row, String name) {
        JsonNode value = row.path(name);
        if (!value.isString()) {
            return null;
        }
        return PlainText.of(value.asString());
    }

    private static long number(JsonNode row, String name) {
        JsonNode value = row.path(name);
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        String text = text(row, name);
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private static @Nullable Instant time(JsonNode row, String name) {
        String text = text(row, name);
        try {
            return text == null ? null : PlainTime.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException zoneless) {
            return null;
        }
    }
}
