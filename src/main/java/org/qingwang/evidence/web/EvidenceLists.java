package org.qingwang.evidence.web;

import java.util.List;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.Subject;
import org.qingwang.evidence.VirusScanner;
import org.springframework.stereotype.Component;

/** What {@code templates/evidence/list.html} shows on whichever page it is put. */
@Component("evidenceLists")
public class EvidenceLists {

    private static final int DIGITS_SHOWN = 12;
    private static final double KILO = 1024;

    private final EvidenceService evidence;
    private final VirusScanner scanner;

    EvidenceLists(EvidenceService evidence, VirusScanner scanner) {
        this.evidence = evidence;
        this.scanner = scanner;
    }

    /** Whether files that come in are checked for viruses. */
    public boolean scanned() {
        return scanner.isConfigured();
    }

    /**
     * @param type {@code case} or {@code complaint}
     * @param number case or receipt number
     * @throws org.qingwang.common.NotAllowed if the reader may not see it
     */
    public List<EvidenceFile> of(String type, String number) {
        return evidence.list(new Subject(Subject.Type.ofKey(type).orElseThrow(), number));
    }

    /** A size in the unit a reader takes in at a glance. */
    public String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < KILO * KILO
                ? String.format("%.0f KB", bytes / KILO)
                : String.format("%.1f MB", bytes / KILO / KILO);
    }

    /** The beginning of a digest: enough to compare by eye; the file's own page shows all of it. */
    public String shortDigest(String sha256) {
        return sha256.substring(0, DIGITS_SHOWN);
    }
}
