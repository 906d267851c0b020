package org.qingwang.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.qingwang.agency.Agency;
import org.qingwang.agency.Jurisdiction;

/**
 * What a campaign is to be.
 *
 * @param name in English
 * @param documentNo number of the document that orders it
 * @param phases in order of time; may be empty
 * @param goods in focus, as words a case's goods are looked through for; empty for all goods
 * @param platforms by name; empty for all
 * @param regions six-digit codes of provinces
 * @param agencies which organs of these provinces take part
 * @param supervisionCriteria which cases the office is to follow by name
 * @param indicatorSet key of the set of indicators its returns ask for
 * @param returnsOn the day of the week on which agencies report
 */
public record CampaignPlan(
        String name,
        String nameZh,
        String documentNo,
        String legalBasis,
        LocalDate firstDay,
        LocalDate lastDay,
        List<Phase> phases,
        List<String> goods,
        List<String> platforms,
        List<String> regions,
        List<Agency> agencies,
        String supervisionCriteria,
        String indicatorSet,
        DayOfWeek returnsOn) {

    public CampaignPlan {
        phases = List.copyOf(phases);
        goods = List.copyOf(goods);
        platforms = List.copyOf(platforms);
        regions = List.copyOf(regions);
        agencies = List.copyOf(agencies);
    }

    /** Whether this agency is asked to take part. */
    public boolean concerns(Jurisdiction jurisdiction) {
        return agencies.contains(jurisdiction.agency()) && regions.contains(jurisdiction.region());
    }
}
