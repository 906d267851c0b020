package org.qingwang.commerce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;

/**
 * An investigation by market regulation.
 *
 * @param id the row
 * @param lead how the lead was checked last
 * @param filing what the head decided on filing; null before
 * @param filedOn the day of filing; null if not filed
 * @param closedAt null while open
 * @param measured whether goods were registered, sealed or seized in it
 * @param goodsHeld whether some still are
 * @param suspended whether it stands still until something else is decided
 * @param challenged whether the party ever asked for reconsideration of its penalty, or sued
 */
public record Investigation(
        long id,
        String caseNo,
        Jurisdiction jurisdiction,
        Stage stage,
        Instant openedAt,
        LeadCheck lead,
        Filing filing,
        LocalDate filedOn,
        Instant closedAt,
        boolean measured,
        boolean goodsHeld,
        boolean suspended,
        boolean challenged) {

    /** @throws BadInput unless the investigation has come to one of these stages */
    void requireStage(Stage... awaited) {
        if (!List.of(awaited).contains(stage)) {
            throw new BadInput("", "commerce.out-of-turn." + stage, caseNo);
        }
    }
}
