package org.qingwang.briefing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignCases;
import org.qingwang.campaign.CampaignService;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.indicator.CaseCounts;
import org.qingwang.indicator.CaseQuery;
import org.qingwang.indicator.CountedCase;
import org.qingwang.indicator.Indicator;
import org.qingwang.indicator.IndicatorCatalogue;
import org.qingwang.indicator.IndicatorSet;
import org.qingwang.indicator.Span;
import org.qingwang.mail.MailAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a campaign counts, and what its cases say to that. */
@Service
@Transactional
public class CampaignFigures {

    private static final int MOST_RECIPIENTS = 200;

    private final CampaignService campaigns;
    private final CampaignChoices choices;
    private final IndicatorCatalogue catalogue;
    private final CaseCounts counts;
    private final AuditLog audit;

    CampaignFigures(
            CampaignService campaigns,
            CampaignChoices choices,
            IndicatorCatalogue catalogue,
            CaseCounts counts,
            AuditLog audit) {
        this.campaigns = campaigns;
        this.choices = choices;
        this.catalogue = catalogue;
        this.counts = counts;
        this.audit = audit;
    }

    /** What the campaign office chose beside the set of the plan. */
    public record Choice(List<String> indicators, List<String> recipients) {}

    @Transactional(readOnly = true)
    public Choice choiceOf(String campaignNo) {
        return new Choice(choices.indicators(campaignNo), choices.recipients(campaignNo));
    }

    /** @return keys of all indicators of a campaign: those of its set in their order, then what was added */
    @Transactional(readOnly = true)
    public List<String> indicatorsOf(Campaign campaign) {
        Set<String> keys = new LinkedHashSet<>(catalogue
                .set(campaign.plan().indicatorSet())
                .map(IndicatorSet::keys)
                .orElse(List.of()));
        choices.indicators(campaign.campaignNo()).stream()
                .filter(key -> catalogue.find(key).isPresent())
                .forEach(keys::add);
        return new ArrayList<>(keys);
    }

    /**
     * Says what a campaign counts beside the set of its plan, from the next returns on, and whom its briefings are mailed to.
     *
     * @throws BadInput if an indicator is unknown or an address is none
     */
    public void choose(String campaignNo, Collection<String> indicators, Collection<String> recipients) {
        requireOffice();
        for (String key : indicators) {
            if (catalogue.find(key).isEmpty()) {
                throw new BadInput("indicators", "briefing.choose.unknown", key);
            }
        }
        List<String> addresses = recipients.stream()
                .map(address -> MailAddress.check("recipients", address))
                .distinct()
                .toList();
        if (addresses.size() > MOST_RECIPIENTS) {
            throw new BadInput("recipients", "briefing.choose.too-many", MOST_RECIPIENTS);
        }
        Choice chosen = new Choice(indicators.stream().distinct().sorted().toList(), addresses);
        if (!chosen.equals(choiceOf(campaignNo))) {
            choices.replace(campaignNo, chosen.indicators(), chosen.recipients());
            audit.record(AuditEntry.of(
                    "briefing.chosen",
                    "campaign",
                    campaignNo,
                    Map.of("indicators", chosen.indicators(), "recipients", chosen.recipients())));
        }
    }

    /** @return the list behind each computed indicator of a campaign for a period */
    @Transactional(readOnly = true)
    public Map<String, List<CountedCase>> lists(String campaignNo, Collection<String> keys, Span span) {
        List<Indicator> computed =
                catalogue.all(keys).stream().filter(Indicator::isComputed).toList();
        Set<CaseQuery> queries = EnumSet.noneOf(CaseQuery.class);
        computed.forEach(one -> queries.add(one.query()));
        Campaign campaign = campaigns.get(campaignNo);
        Map<CaseQuery, List<CountedCase>> found = counts.count(queries, span, CampaignCases.scope(campaign));
        Map<String, List<CountedCase>> lists = new LinkedHashMap<>();
        computed.forEach(one -> lists.put(one.key(), found.get(one.query())));
        return lists;
    }

    static void requireOffice() {
        if (!mayRun(Actors.current())) {
            throw new NotAllowed("briefings are the campaign office's");
        }
    }

    /** Whether somebody drafts, reviews and corrects briefings. */
    public static boolean mayRun(Actor actor) {
        return actor.seesEverything();
    }
}
