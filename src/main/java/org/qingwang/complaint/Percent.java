package org.qingwang.complaint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as RFC 3986 has it; unlike URLDecoder a plus stays a plus. */
final class Percent {

    private static final String UNRESERVED = "-._~";
    private static final String ALLOWED = UNRESERVED + "!$&'()*+,;=:@/?";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Percent() {}

    /** @return the text with its percent-encoded parts decoded; as it was if they are not UTF-8 */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            if (isEncoded(text, i)) {
                bytes.write(value(text, i));
                i += 3;
            } else {
                int sign = text.codePointAt(i);
                bytes.writeBytes(Character.toString(sign).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(sign);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** @return the one spelling of a path or query: letters plain, everything else encoded in capitals */
    static String normalised(String text) {
        if (isNormalised(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            if (isEncoded(text, i)) {
                int value = value(text, i);
                out.append(isUnreserved(value) ? String.valueOf((char) value) : hex(value));
                i += 3;
            } else {
                int sign = text.codePointAt(i);
                append(out, sign);
                i += Character.charCount(sign);
            }
        }
        return out.toString();
    }

    private static boolean isNormalised(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder out, int sign) {
        if (isPlain(sign)) {
            out.append((char) sign);
            return;
        }
        for (byte part : Character.toString(sign).getBytes(StandardCharsets.UTF_8)) {
            out.append(hex(part & 0xFF));
        }
    }

    private static boolean isEncoded(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static int value(String text, int at) {
        return Character.digit(text.charAt(at + 1), 16) * 16 + Character.digit(text.charAt(at + 2), 16);
    }

    private static boolean isUnreserved(int sign) {
        return sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || sign >= '0' && sign <= '9'
                || sign < 0x80 && UNRESERVED.indexOf(sign) >= 0;
    }

    /** Whether the sign stands for itself in a path or query. */
    private static boolean isPlain(int sign) {
        return isUnreserved(sign) || sign < 0x80 && ALLOWED.indexOf(sign) >= 0;
    }

    private static String hex(int value) {
        return "%" + HEX.toHexDigits((byte) value);
    }
}
