package org.qingwang.publicsecurity.web.pack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.qingwang.casefile.CaseFile;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.publicsecurity.Assessment;
import org.qingwang.publicsecurity.ReferralFile;

/**
 * What a pack is made from, read at one moment.
 *
 * @param referral with its report
 * @param at when it was read
 */
record PackContents(
        CaseFile file,
        ReferralFile referral,
        Assessment assessment,
        List<String> listings,
        List<EvidenceFile> evidence,
        List<Statement> statements,
        Instant at) {

    /**
     * What somebody told the administration.
     *
     * @param by who did; null if this is not for whoever takes the pack, since the identity of who reports is kept secret
     */
    record Statement(String receiptNo, LocalDate receivedOn, String by, String says) {}

    String referralNo() {
        return referral.referral().referralNo();
    }

    /** @return the name of an evidence file inside the archive: a plain one, that every program can unpack */
    static String nameInArchive(int index, EvidenceFile file) {
        String name = file.name();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return "evidence/%03d%s".formatted(index + 1, ending.matches("[a-z0-9]{1,5}") ? "." + ending : "");
    }
}
