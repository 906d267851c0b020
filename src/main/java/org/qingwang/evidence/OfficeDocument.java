package org.qingwang.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.qingwang.common.BadInput;
import org.springframework.core.io.InputStreamSource;

/** Looks into a ZIP file whether it is a document of an office program, without unpacking more than a document holds. */
final class OfficeDocument {

    private static final int MOST_PARTS = 10_000;
    private static final long MOST_BYTES_UNPACKED = 400L * 1024 * 1024;

    private static final String PARTS_LIST = "[content_types].xml";
    private static final String MACROS = "vbaproject.bin";

    private OfficeDocument() {}

    /**
     * @return which kind of document it is; empty if it is some other archive
     * @throws BadInput if it holds macros, or unpacks to more than a document would
     */
    static Optional<FileType> typeOf(InputStreamSource content) throws IOException {
        Set<String> parts = partsOf(content);
        if (parts.stream().anyMatch(part -> part.endsWith(MACROS))) {
            throw new BadInput("file", "evidence.refused.macros");
        }
        if (!parts.contains(PARTS_LIST)) {
            return Optional.empty();
        }
        if (parts.contains("word/document.xml")) {
            return Optional.of(FileType.DOCX);
        }
        if (parts.contains("xl/workbook.xml")) {
            return Optional.of(FileType.XLSX);
        }
        return parts.contains("ppt/presentation.xml") ? Optional.of(FileType.PPTX) : Optional.empty();
    }

    private static Set<String> partsOf(InputStreamSource content) throws IOException {
        Set<String> parts = new HashSet<>();
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (InputStream in = content.getInputStream();
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.add(entry.getName().toLowerCase(Locale.ROOT));
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    refuseIfBeyondMeasure(parts.size(), unpacked);
                }
                refuseIfBeyondMeasure(parts.size(), unpacked);
            }
        } catch (ZipException | IllegalArgumentException damagedOrLocked) {
            throw new BadInput("file", "evidence.refused.damaged");
        }
        return parts;
    }

    private static void refuseIfBeyondMeasure(int parts, long unpacked) {
        if (parts > MOST_PARTS || unpacked > MOST_BYTES_UNPACKED) {
            throw new BadInput("file", "evidence.refused.bomb");
        }
    }
}
