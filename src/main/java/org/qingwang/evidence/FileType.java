package org.qingwang.evidence;

import java.util.Set;

/**
 * The kinds of file that are taken as evidence: what a camera, a scanner, a browser or an office program makes and an
 * officer can open without running anything. Archives are not taken, because nobody can see what is in them; nor are the
 * old binary office formats and documents with macros, because they can run programs.
 */
public enum FileType {
    PDF("application/pdf", Set.of("pdf"), Set.of("application/pdf")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg", "jpe"), Set.of("image/jpeg")),
    PNG("image/png", Set.of("png"), Set.of("image/png", "image/apng")),
    WEBP("image/webp", Set.of("webp"), Set.of("image/webp")),
    TIFF("image/tiff", Set.of("tif", "tiff"), Set.of("image/tiff")),
    MP4(
            "video/mp4",
            Set.of("mp4", "m4v"),
            Set.of("video/mp4", "application/mp4", "video/x-m4v", "video/quicktime", "audio/mp4")),
    MP3("audio/mpeg", Set.of("mp3"), Set.of("audio/mpeg")),
    WAV("audio/wav", Set.of("wav"), Set.of("audio/vnd.wave", "audio/x-wav", "audio/wav")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx"), Set.of()),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx"), Set.of()),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Set.of("pptx"), Set.of());

    private final String mediaType;
    private final Set<String> extensions;
    private final Set<String> detectedAs;

    FileType(String mediaType, Set<String> extensions, Set<String> detectedAs) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.detectedAs = detectedAs;
    }

    /** The media type a download is labelled with. */
    public String mediaType() {
        return mediaType;
    }

    /** Whether a browser shows it as a picture. */
    public boolean isPicture() {
        return this == JPEG || this == PNG || this == WEBP;
    }

    boolean hasExtension(String extension) {
        return extensions.contains(extension);
    }

    boolean isDetectedAs(String detected) {
        return detectedAs.contains(detected);
    }

    boolean isOfficeDocument() {
        return this == DOCX || this == XLSX || this == PPTX;
    }
}
