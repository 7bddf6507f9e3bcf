package hotleads.app.system.disk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** All the ways a text may lie on a disk and still be read. */
final class Forms {
    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_DIGIT = 6;

    private Forms() {}

    /** A pattern of bytes and what it is. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Form(String name, byte[] bytes) {}

    static List<Form> of(Planted.One planted) {
        List<Form> forms = new ArrayList<>(of(planted.text()));
        if (planted.raw().length > 0) {
            forms.addAll(of(planted.raw()));
        }
        return forms;
    }

    private static List<Form> of(String text) {
        List<Form> forms = new ArrayList<>(of(bytes(text)));
        forms.add(new Form("lower case", bytes(text.toLowerCase(Locale.ROOT))));
        forms.add(new Form("upper case", bytes(text.toUpperCase(Locale.ROOT))));
        forms.add(new Form("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE)));
        forms.add(new Form("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE)));
        forms.add(new Form("JSON", bytes(json(text, HexFormat.of()))));
        forms.add(new Form("JSON, HEX", bytes(json(text, HexFormat.of().withUpperCase()))));
        forms.add(new Form("JSON, letters as they are", bytes(jsonOfSigns(text))));
        return forms;
    }

    private static List<Form> of(byte[] bytes) {
        List<Form> forms = new ArrayList<>();
        forms.add(new Form("as it is", bytes));
        forms.add(new Form("hex", bytes(HexFormat.of().formatHex(bytes))));
        forms.add(new Form("HEX", bytes(HexFormat.of().withUpperCase().formatHex(bytes))));
        for (int before = 0; before < 3; before++) {
            String digits = base64(bytes, before);
            forms.add(new Form("base64 + " + before, bytes(digits)));
            forms.add(new Form(
                    "base64url + " + before, bytes(digits.replace('+', '-').replace('/', '_'))));
        }
        return forms;
    }

    /** The digits that depend on these bytes alone, however many came before: three ways, by the remainder. */
    private static String base64(byte[] bytes, int before) {
        byte[] moved = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, moved, before, bytes.length);
        int first = Math.ceilDiv(before * BITS_OF_BYTE, BITS_OF_DIGIT);
        int end = moved.length * BITS_OF_BYTE / BITS_OF_DIGIT;
        return Base64.getEncoder().encodeToString(moved).substring(first, end);
    }

    /** As writers do that keep to ASCII. */
    private static String json(String text, HexFormat hex) {
        StringBuilder escaped = new StringBuilder();
        for (char letter : jsonOfSigns(text).toCharArray()) {
            escaped.append(letter < 0x7f ? String.valueOf(letter) : "\\u" + hex.toHexDigits(letter));
        }
        return escaped.toString();
    }

    private static String jsonOfSigns(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
