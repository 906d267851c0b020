package org.qingwang.rights;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.mozilla.universalchardet.UniversalDetector;
import org.qingwang.common.BadInput;
import org.springframework.core.io.InputStreamSource;

/**
 * Finds the character set of a table somebody made with an office program: UTF-8 with or without a mark at its start, or
 * GB18030 with its older parts. A file is UTF-8 if all of it is, which is certain; only then is anything recognised.
 */
public final class TableText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> PARTS_OF_GB18030 = Set.of("GB18030", "GBK", "GB2312", "HZ-GB-2312");
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private TableText() {}

    /**
     * @return the table's text from its first character on, without a byte order mark
     * @throws BadInput if it is in another character set or damaged
     */
    public static Reader open(InputStreamSource file) throws IOException {
        Charset charset = isWhollyIn(StandardCharsets.UTF_8, file) ? StandardCharsets.UTF_8 : recognised(file);
        Reader text = new BufferedReader(strict(file.getInputStream(), charset));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return text;
    }

    private static Charset recognised(InputStreamSource file) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            String detected = UniversalDetector.detectCharset(bytes);
            boolean chinese = detected == null || PARTS_OF_GB18030.contains(detected);
            if (chinese && isWhollyIn(GB18030, file)) {
                return GB18030;
            }
            throw new BadInput("", "rights.import.charset", detected == null ? "?" : detected);
        }
    }

    private static boolean isWhollyIn(Charset charset, InputStreamSource file) throws IOException {
        char[] buffer = new char[8192];
        try (Reader text = strict(file.getInputStream(), charset)) {
            while (text.read(buffer) >= 0) {
                // Reading to the end is the test.
            }
            return true;
        } catch (CharacterCodingException notThisCharset) {
            return false;
        }
    }

    private static Reader strict(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
