package org.qingwang.pledge.returns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.qingwang.common.BadInput;
import org.qingwang.common.DisplayName;
import org.qingwang.common.TextEncoding;
import org.qingwang.evidence.Incoming;
import org.qingwang.evidence.VirusScanner;
import org.springframework.stereotype.Component;

/** Reads the files somebody sends, all of them before one is taken. */
@Component
class SentFiles {

    private final VirusScanner scanner;

    SentFiles(VirusScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * @param mended whether rows that say nothing are to be mended by the sender, or are findings for an officer
     * @throws BadFiles with every file and row that is refused
     */
    List<SentFile> read(List<Incoming> files, boolean mended) {
        if (files.size() > ReturnService.MOST_FILES) {
            throw new BadInput("file", "returns.refused.count", ReturnService.MOST_FILES);
        }
        List<SentFile> read = new ArrayList<>();
        List<BadFiles.Row> bad = new ArrayList<>();
        for (Incoming file : files) {
            String name = DisplayName.of(file.sentName());
            try {
                SentFile one = read(name, file);
                read.add(one);
                if (mended) {
                    bad.addAll(toMend(one));
                }
            } catch (BadInput refused) {
                bad.add(new BadFiles.Row(name, 0, refused));
            }
        }
        if (!bad.isEmpty()) {
            throw new BadFiles(bad);
        }
        return read;
    }

    private SentFile read(String name, Incoming file) {
        byte[] bytes = bytes(file);
        if (bytes.length == 0) {
            throw new BadInput("file", "returns.refused.empty");
        }
        if (bytes.length > ReturnService.MOST_MEGABYTES << 20) {
            throw new BadInput("file", "returns.refused.large", ReturnService.MOST_MEGABYTES);
        }
        boolean scanned = scanner.check(name, file.content());
        String content = decoded(bytes);
        return new SentFile(name, content, scanned, TransparencyFile.read(content));
    }

    private static byte[] bytes(Incoming file) {
        try (InputStream in = file.content().getInputStream()) {
            return in.readNBytes((ReturnService.MOST_MEGABYTES << 20) + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            TextEncoding encoding = TextEncoding.of(new ByteArrayInputStream(bytes));
            int mark = encoding.markLength();
            return new String(bytes, mark, bytes.length - mark, encoding.charset()).replace("\0", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BadFiles.Row> toMend(SentFile file) {
        return file.reports().stream()
                .flatMap(report -> report.findings().stream())
                .filter(Finding::isForSender)
                .map(finding -> new BadFiles.Row(
                        file.name(),
                        finding.row(),
                        new BadInput(
                                "file",
                                finding.messageKey(),
                                finding.arguments().toArray())))
                .toList();
    }
}
