package org.qingwang.campaign;

import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * An agency that takes part in a campaign. What is not known yet is null.
 *
 * @param notifiedAt when the notice was issued to it
 * @param liaisonId account of its liaison, who sends its returns
 * @param confirmedAt when it named the liaison and confirmed that it takes part
 * @param lateAt when its time to do so was over
 * @param leftAt when the campaign was narrowed and it no longer takes part
 */
public record CampaignAgency(
        String campaignNo,
        Jurisdiction jurisdiction,
        Instant notifiedAt,
        String liaisonId,
        String liaisonName,
        String telephone,
        Instant confirmedAt,
        String confirmedBy,
        Instant lateAt,
        Instant leftAt) {

    public boolean takesPart() {
        return leftAt == null;
    }

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** The number by which its process and its clock run. */
    public String participation() {
        return CampaignNumbers.participation(campaignNo, jurisdiction);
    }
}
