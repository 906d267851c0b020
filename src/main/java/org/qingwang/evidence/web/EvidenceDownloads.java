package org.qingwang.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends the content of a file that was handed out. */
@Component
public class EvidenceDownloads {

    /** Whatever a file turns out to be, it runs nothing and loads nothing. */
    private static final String FILE_POLICY = "default-src 'none'; img-src 'self'; frame-ancestors 'self'; sandbox";

    private final EvidenceService evidence;

    EvidenceDownloads(EvidenceService evidence) {
        this.evidence = evidence;
    }

    /**
     * @param name what the reader's copy is called
     * @param disposition {@code attachment}, or {@code inline} for a picture
     */
    public void send(EvidenceFile file, String name, String disposition, HttpServletResponse response)
            throws IOException {
        response.setContentType(file.type().mediaType());
        response.setContentLengthLong(file.bytes());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.builder(disposition)
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", FILE_POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        evidence.copy(file, response.getOutputStream());
    }
}
