package hotleads.platform.traces;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads an export of spans by the numbers of OpenTelemetry's trace.proto, written anew from that document. */
final class OtlpReader {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private OtlpReader() {}

    static List<ToldSpan> spans(byte[] export) {
        List<ToldSpan> spans = new ArrayList<>();
        for (byte[] ofProgram : all(export, 1)) {
            Map<String, String> program = new TreeMap<>();
            all(ofProgram, 1).forEach(resource -> program.putAll(labels(resource, 1)));
            for (byte[] scope : all(ofProgram, 2)) {
                all(scope, 2).forEach(span -> spans.add(span(span, program)));
            }
        }
        return spans;
    }

    private static ToldSpan span(byte[] span, Map<String, String> program) {
        Map<String, String> labels = new TreeMap<>(program);
        labels.putAll(labels(span, 9));
        // Its events and links would be labels as well.
        all(span, 11).forEach(event -> labels.put("event", text(event)));
        all(span, 13).forEach(link -> labels.put("link", hex(link)));
        all(span, 3).forEach(state -> labels.put("state", text(state)));
        return new ToldSpan(
                hex(first(span, 1)), hex(first(span, 2)), hex(first(span, 4)), text(first(span, 5)), labels);
    }

    private static Map<String, String> labels(byte[] message, int field) {
        Map<String, String> labels = new TreeMap<>();
        for (byte[] one : all(message, field)) {
            byte[] value = first(one, 2);
            List<byte[]> texts = all(value, 1);
            labels.put(text(first(one, 1)), texts.isEmpty() ? numbers(value).toString() : text(texts.getFirst()));
        }
        return labels;
    }

    private static byte[] first(byte[] message, int field) {
        List<byte[]> all = all(message, field);
        return all.isEmpty() ? new byte[0] : all.getFirst();
    }

    private static List<byte[]> all(byte[] message, int wanted) {
        List<byte[]> found = new ArrayList<>();
        read(
                message,
                (field, bytes) -> {
                    if (field == wanted) {
                        found.add(bytes);
                    }
                },
                (field, number) -> {});
        return found;
    }

    private static List<Long> numbers(byte[] message) {
        List<Long> found = new ArrayList<>();
        read(message, (field, bytes) -> {}, (field, number) -> found.add(number));
        return found;
    }

    private interface OnBytes {
        void found(int field, byte[] bytes);
    }

    private interface OnNumber {
        void found(int field, long number);
    }

    private static void read(byte[] message, OnBytes bytes, OnNumber number) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int tag = (int) varint(in);
            switch (tag & 7) {
                case VARINT -> number.found(tag >>> 3, varint(in));
                case FIXED_64 -> number.found(tag >>> 3, in.getLong());
                case FIXED_32 -> number.found(tag >>> 3, in.getInt());
                case BYTES -> {
                    byte[] field = new byte[(int) varint(in)];
                    in.get(field);
                    bytes.found(tag >>> 3, field);
                }
                default -> throw new IllegalStateException("Not protobuf");
            }
        }
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
