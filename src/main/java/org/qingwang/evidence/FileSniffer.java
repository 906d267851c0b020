package org.qingwang.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.qingwang.common.BadInput;
import org.springframework.core.io.InputStreamSource;

/** Finds out what a file is from its content, and refuses what is not taken or pretends to be something else. */
final class FileSniffer {

    private static final MimeTypes TIKA = MimeTypes.getDefaultMimeTypes();
    private static final Set<String> ZIPPED =
            Set.of("application/zip", "application/x-tika-ooxml", "application/java-archive");

    private static final byte[] PDF_START = ascii("%PDF-");
    private static final byte[] END_OF_ARCHIVE = {'P', 'K', 5, 6};
    private static final int END_OF_ARCHIVE_LENGTH = 22;

    /** Brands of films; other brands of the same container are pictures or programs of their makers. */
    private static final Set<String> FILM_BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "dash", "MSNV", "M4V ", "3gp4",
            "3gp5");

    private FileSniffer() {}

    /**
     * @param name the file's name as it will be shown
     * @throws BadInput if the file is not of a kind that is taken, or its name or end says something else than its
     *     content
     */
    static FileType typeOf(String name, Examination file, InputStreamSource content) throws IOException {
        FileType type = typeOf(file, content).orElseThrow(() -> new BadInput("file", "evidence.refused.type", name));
        String extension = extensionOf(name);
        if (!extension.isEmpty() && !type.hasExtension(extension)) {
            throw new BadInput("file", "evidence.refused.name", name, type.name());
        }
        if (!type.isOfficeDocument() && endsAsArchive(file.tail())) {
            throw new BadInput("file", "evidence.refused.two-in-one", name);
        }
        return type;
    }

    private static Optional<FileType> typeOf(Examination file, InputStreamSource content) throws IOException {
        String detected = TIKA.detect(new ByteArrayInputStream(file.head()), new Metadata())
                .getBaseType()
                .toString();
        if (ZIPPED.contains(detected)) {
            return OfficeDocument.typeOf(content);
        }
        return Arrays.stream(FileType.values())
                .filter(type -> type.isDetectedAs(detected))
                .filter(type -> beginsAs(type, file.head()))
                .findFirst();
    }

    /** Some readers look for a document's start further inside, past whatever else the file is as well. */
    private static boolean beginsAs(FileType type, byte[] head) {
        return switch (type) {
            case PDF -> Arrays.equals(head, 0, PDF_START.length, PDF_START, 0, PDF_START.length);
            case MP4 -> head.length >= 12 && FILM_BRANDS.contains(new String(head, 8, 4, StandardCharsets.ISO_8859_1));
            default -> true;
        };
    }

    private static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** An archive is read from its end, so it can be appended to a picture that still looks like one. */
    private static boolean endsAsArchive(byte[] tail) {
        for (int at = tail.length - END_OF_ARCHIVE_LENGTH; at >= 0; at--) {
            if (Arrays.equals(tail, at, at + 4, END_OF_ARCHIVE, 0, 4)) {
                int commentLength = (tail[at + 20] & 0xFF) | (tail[at + 21] & 0xFF) << 8;
                if (at + END_OF_ARCHIVE_LENGTH + commentLength == tail.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
