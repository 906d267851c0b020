package org.qingwang.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * In which character set a file is written. Found by reading all of it strictly, not by guessing from its beginning:
 * what is valid UTF-8 is UTF-8, since Chinese text in another set hardly ever is; what else is valid GB18030 is that,
 * which Chinese spreadsheets write by default.
 *
 * @param charset the character set
 * @param markLength how many bytes at the beginning are a byte order mark
 */
public record TextEncoding(Charset charset, int markLength) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int FIRST = 4096;

    /** @throws BadInput if the file is no text in any character set known here */
    public static TextEncoding of(InputStream file) throws IOException {
        byte[] first = file.readNBytes(FIRST);
        Optional<TextEncoding> utf16 = ofMark(first).or(() -> ofUtf16(first));
        if (utf16.isPresent() && utf16.get().charset != StandardCharsets.UTF_8) {
            return utf16.get();
        }
        Strict utf8 = new Strict(StandardCharsets.UTF_8);
        Strict chinese = new Strict(GB18030);
        byte[] part = first;
        while (part.length > 0) {
            refuseNul(part);
            utf8.read(part);
            chinese.read(part);
            part = file.readNBytes(1 << 16);
        }
        if (utf8.isValid()) {
            return new TextEncoding(StandardCharsets.UTF_8, utf16.isPresent() ? 3 : 0);
        }
        if (chinese.isValid()) {
            return new TextEncoding(GB18030, 0);
        }
        throw new BadInput("file", "intake.file.encoding");
    }

    private static Optional<TextEncoding> ofMark(byte[] first) {
        if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3));
        }
        if (startsWith(first, 0xFF, 0xFE)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
        }
        if (startsWith(first, 0xFE, 0xFF)) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2));
        }
        return Optional.empty();
    }

    /** Without a mark: the header is plain letters, so every second byte of its first ones is zero. */
    private static Optional<TextEncoding> ofUtf16(byte[] first) {
        if (first.length >= 8 && first[1] == 0 && first[3] == 0 && first[5] == 0 && first[0] != 0) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 0));
        }
        if (first.length >= 8 && first[0] == 0 && first[2] == 0 && first[4] == 0 && first[1] != 0) {
            return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 0));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static void refuseNul(byte[] part) {
        for (byte value : part) {
            if (value == 0) {
                throw new BadInput("file", "intake.file.notText");
            }
        }
    }

    /** Decodes piece by piece and remembers whether everything could be decoded. */
    private static final class Strict {
        private final CharsetDecoder decoder;
        private final CharBuffer characters = CharBuffer.allocate(1 << 13);
        private ByteBuffer rest = ByteBuffer.allocate(0);
        private boolean valid = true;

        Strict(Charset charset) {
            decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        void read(byte[] part) {
            if (!valid) {
                return;
            }
            ByteBuffer bytes = ByteBuffer.allocate(rest.remaining() + part.length)
                    .put(rest)
                    .put(part)
                    .flip();
            decode(bytes, false);
            rest = bytes;
        }

        boolean isValid() {
            if (valid) {
                decode(rest, true);
            }
            return valid;
        }

        private void decode(ByteBuffer bytes, boolean last) {
            CoderResult result;
            do {
                characters.clear();
                result = decoder.decode(bytes, characters, last);
            } while (result.isOverflow());
            valid = !result.isError();
        }
    }
}
