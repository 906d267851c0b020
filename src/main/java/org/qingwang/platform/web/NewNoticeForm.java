package org.qingwang.platform.web;

import java.time.LocalDate;
import org.qingwang.casefile.CaseFile;
import org.qingwang.common.BadInput;
import org.qingwang.platform.ListingLines;
import org.qingwang.platform.Measure;
import org.qingwang.platform.NoticeDraft;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What an officer fills in to send a notice.
 *
 * @param listings one address a line
 */
record NewNoticeForm(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate servedOn,
        String platform,
        String platformContact,
        String seller,
        String holder,
        String holderContact,
        String rightName,
        String evidence,
        Measure demanded,
        String listings) {

    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_LIST = 700_000;

    /** What the case knows already. */
    static NewNoticeForm of(CaseFile file, String listings, LocalDate today) {
        return new NewNoticeForm(
                today,
                file.platform(),
                "",
                file.sellerName(),
                "",
                "",
                file.rightName(),
                "",
                Measure.TAKE_DOWN,
                listings);
    }

    NoticeDraft read() {
        limited("listings", listings, LONGEST_LIST);
        return new NoticeDraft(
                servedOn,
                line("platform", platform),
                line("platformContact", platformContact),
                line("seller", seller),
                line("holder", holder),
                line("holderContact", holderContact),
                line("rightName", rightName),
                limited("evidence", evidence, LONGEST_TEXT),
                demanded,
                ListingLines.read("listings", listings));
    }

    private static String line(String field, String text) {
        return limited(field, text, LONGEST_LINE);
    }

    private static String limited(String field, String text, int longest) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.length() > longest) {
            throw new BadInput(field, "platform.too-long", longest, given.length());
        }
        return given.isEmpty() ? null : given;
    }
}
