package org.qingwang.briefing.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.qingwang.briefing.RunningFigures;
import org.qingwang.briefing.RunningFigures.Running;
import org.qingwang.campaign.Campaign;
import org.qingwang.campaign.CampaignSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** From administration to judgment: how many cases of a campaign went from one organ to the next. */
@Component
@Order(10)
class CampaignFunnelSection implements CampaignSection {

    private final RunningFigures figures;

    CampaignFunnelSection(RunningFigures figures) {
        this.figures = figures;
    }

    /** What the fragment shows. */
    record View(Campaign campaign, List<Running> steps) {

        /** @return the largest figure, for the bars */
        public BigDecimal most() {
            return steps.stream().map(Running::value).filter(Objects::nonNull).reduce(BigDecimal.ONE, BigDecimal::max);
        }
    }

    @Override
    public String fragment() {
        return "briefing/campaign :: funnel";
    }

    @Override
    public Optional<View> of(Campaign campaign) {
        List<Running> steps = campaign.isIssued() ? figures.funnel(campaign) : List.of();
        return steps.isEmpty() ? Optional.empty() : Optional.of(new View(campaign, steps));
    }
}
