package org.qingwang.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qingwang.engine.tasklist.CampaignLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is open in campaigns that run, for the lists of Tasklist. */
@Repository
class CampaignWork implements CampaignLists {

    private static final int MOST_LISTS = 10;

    private static final String OPEN = "with " + CampaignCases.CASES + ", " + CampaignCases.COMPLAINTS + """
            select number from (
                select c.case_no number, c.opened_at since
                from campaign_case c
                where c.status <> 'CLOSED'
                  and coalesce(c.lead_jurisdiction, c.intake_jurisdiction) = any (:places::text[])
                union all
                select c.receipt_no, c.filed_at
                from campaign_complaint c
                where c.status in ('RECEIVED', 'SCREENED', 'SUPPLEMENT_ASKED') and c.intake = any (:places::text[])
                union all
                select t.task_no, now() from campaign_task t where t.campaign_no = :campaign and t.stage = 'OPEN') open
            order by since desc limit :most
            """;

    private final Campaigns campaigns;
    private final JdbcClient jdbc;

    CampaignWork(Campaigns campaigns, JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
    }

    @Override
    public List<Running> running() {
        return campaigns.running().stream()
                .limit(MOST_LISTS)
                .map(campaign -> new Running(
                        campaign.campaignNo(),
                        campaign.plan().name(),
                        campaign.plan().nameZh()))
                .toList();
    }

    @Override
    public List<String> openIn(String campaignNo, Collection<String> jurisdictions, int most) {
        Optional<Campaign> campaign = campaigns.find(campaignNo);
        return campaign.isEmpty()
                ? List.of()
                : CampaignCases.bound(jdbc.sql(OPEN), campaign.get())
                        .param("places", jurisdictions.toArray(String[]::new))
                        .param("most", most)
                        .query(String.class)
                        .list();
    }
}
