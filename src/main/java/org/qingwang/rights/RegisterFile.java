package org.qingwang.rights;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.qingwang.common.BadInput;
import org.springframework.core.io.InputStreamSource;

/** A file of the register in whichever form it comes. What it is is read from its content, never from its name. */
final class RegisterFile {

    private static final int BYTES_LOOKED_AT = 1024;

    private RegisterFile() {}

    /** @throws BadInput if the file as a whole cannot be taken */
    static void read(InputStreamSource file, RegisterRecords records) {
        try {
            if (isXml(file)) {
                try (InputStream xml = file.getInputStream()) {
                    XmlRegister.read(xml, records);
                }
            } else {
                try (Reader table = TableText.open(file)) {
                    CsvRegister.read(table, records);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In UTF-8, UTF-16 and GB18030 alike, markup begins with an opening bracket after marks, zeros and space. */
    private static boolean isXml(InputStreamSource file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(file.getInputStream())) {
            for (int b : bytes.readNBytes(BYTES_LOOKED_AT)) {
                boolean beforeTheText = b == 0 || b < 0 || Character.isWhitespace(b);
                if (!beforeTheText) {
                    return b == '<';
                }
            }
            return false;
        }
    }
}
