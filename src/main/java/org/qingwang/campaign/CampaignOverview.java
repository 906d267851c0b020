package org.qingwang.campaign;

import static org.qingwang.casefile.Columns.jurisdiction;
import static org.qingwang.casefile.Columns.utc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.CampaignPart.By;
import org.qingwang.casefile.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the cases and complaints of a campaign add up to, and which of them need a look. */
@Repository
class CampaignOverview {

    /** How many clocks a page holds; one more is read. */
    static final int CLOCKS = 50;

    private static final int MOST = 30;

    /** Somebody who does not see every case is shown those of the jurisdictions he or she works for. */
    private static final String VISIBLE = " and (:readers::text[] is null or exists (select from case_reader r"
            + " where r.case_no = c.case_no and r.jurisdiction = any (:readers::text[])))";

    private final JdbcClient jdbc;

    CampaignOverview(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return one row for each region in which there is a complaint or a case, by code */
    List<RegionFigures> byRegion(Campaign campaign, Instant now) {
        String sql = "with " + CampaignCases.CASES + ", " + CampaignCases.COMPLAINTS + """
                , late as (
                    select coalesce(k.case_no, k.subject) case_no, count(*) clocks from statutory_clock k
                    where k.met_at is null and k.suspended_at is null and k.due_at < :now group by 1),
                counted as (
                    select right(c.intake, 6) region, 1 complaints, 0 cases, 0 closed, 0 supervised, 0 late
                    from campaign_complaint c
                    union all
                    select right(coalesce(c.lead_jurisdiction, c.intake_jurisdiction), 6), 0, 1,
                           (c.status = 'CLOSED')::int, c.supervised::int, coalesce(late.clocks, 0)::int
                    from campaign_case c left join late using (case_no))
                select region, sum(complaints) complaints, sum(cases) cases, sum(closed) closed,
                       sum(supervised) supervised, sum(late) late
                from counted group by region order by region
                """;
        return CampaignCases.bound(jdbc.sql(sql), campaign)
                .param("now", utc(now))
                .query((row, number) -> new RegionFigures(
                        row.getString("region"),
                        row.getInt("complaints"),
                        row.getInt("cases"),
                        row.getInt("closed"),
                        row.getInt("supervised"),
                        row.getInt("late")))
                .list();
    }

    /** @return what the cases are about, the most frequent first */
    Map<By, List<PartFigures>> byMatter(Campaign campaign) {
        String sql = "with " + CampaignCases.CASES
                + """
                , matter as (
                    select %s goods, %s platform, %s right_name, (c.status = 'CLOSED')::int closed
                    from campaign_case c)
                select case when grouping(goods) = 0 then 'GOODS' when grouping(platform) = 0 then 'PLATFORM'
                            else 'RIGHT' end part_by,
                       coalesce(goods, platform, right_name) part_value, count(*) cases, sum(closed) closed
                from matter group by grouping sets ((goods), (platform), (right_name))
                order by cases desc, part_value
                """.formatted(By.GOODS.column(), By.PLATFORM.column(), By.RIGHT.column());
        Map<By, List<PartFigures>> found = new EnumMap<>(By.class);
        CampaignCases.bound(jdbc.sql(sql), campaign).query(row -> {
            found.computeIfAbsent(By.valueOf(row.getString("part_by")), by -> new ArrayList<>())
                    .add(new PartFigures(row.getString("part_value"), 0, row.getInt("cases"), row.getInt("closed")));
        });
        return found;
    }

    /** @return each week in which something was filed, opened or closed, the earliest first */
    List<PartFigures> byWeek(Campaign campaign) {
        String sql = "with " + CampaignCases.CASES + ", " + CampaignCases.COMPLAINTS
                + """
                , happened as (
                    select %s week, 1 complaints, 0 cases, 0 closed
                    from campaign_complaint c
                    union all
                    select %s, 0, 1, 0 from campaign_case c
                    union all
                    select %s, 0, 0, 1 from campaign_case c where c.closed_at is not null)
                select week::text, sum(complaints) complaints, sum(cases) cases, sum(closed) closed
                from happened group by happened.week order by happened.week
                """.formatted(
                                CampaignPart.monday("c.filed_at"),
                                CampaignPart.monday("c.opened_at"),
                                CampaignPart.monday("c.closed_at"));
        return CampaignCases.bound(jdbc.sql(sql), campaign)
                .query((row, number) -> new PartFigures(
                        row.getString("week"), row.getInt("complaints"), row.getInt("cases"), row.getInt("closed")))
                .list();
    }

    /** @return cases under supervision, the one put under it last first */
    List<SupervisedCase> supervised(Campaign campaign, Set<Jurisdiction> readers) {
        String sql = "with " + CampaignCases.CASES + """
                select s.* from campaign_case c join case_supervision s using (case_no)
                where s.stage <> 'LIFTED'
                """ + VISIBLE + " order by s.put_at desc, s.supervision_no limit "
                + MOST;
        return CampaignCases.bound(jdbc.sql(sql), campaign)
                .param("readers", readers == null ? null : Columns.ids(readers))
                .query((row, number) -> new SupervisedCase(
                        row.getString("case_no"),
                        row.getString("supervision_no"),
                        jurisdiction(row, "jurisdiction"),
                        row.getString("owner_name"),
                        row.getString("reason")))
                .list();
    }

    /** @return numbers of cases whose clocks are over or end before then, the earliest first */
    List<String> pressing(Campaign campaign, Instant until, Set<Jurisdiction> readers) {
        String sql = "with " + CampaignCases.CASES + """
                select c.case_no from campaign_case c
                join statutory_clock k on coalesce(k.case_no, k.subject) = c.case_no
                where k.met_at is null and k.suspended_at is null and k.due_at < :until
                """ + VISIBLE
                + " group by c.case_no order by min(k.due_at), c.case_no limit " + MOST;
        return CampaignCases.bound(jdbc.sql(sql), campaign)
                .param("until", utc(until))
                .param("readers", readers == null ? null : Columns.ids(readers))
                .query(String.class)
                .list();
    }

    /**
     * @param region empty for all
     * @param after the last clock already shown; null for the first
     * @return ids of clocks whose time is over, the earliest first; one more than {@link #CLOCKS} if there are further ones
     */
    List<Long> missed(Campaign campaign, Instant now, String region, Long after, Set<Jurisdiction> readers) {
        String sql = "with " + CampaignCases.CASES + """
                select k.id from campaign_case c
                join statutory_clock k on coalesce(k.case_no, k.subject) = c.case_no
                where k.met_at is null and k.suspended_at is null and k.due_at < :now
                  and (:region = '' or %s = :region)
                  and (:after::bigint is null
                       or (k.due_at, k.id) > (select due_at, id from statutory_clock where id = :after::bigint))
                """.formatted(By.REGION.column()) + VISIBLE
                + " order by k.due_at, k.id limit " + (CLOCKS + 1);
        return CampaignCases.bound(jdbc.sql(sql), campaign)
                .param("now", utc(now))
                .param("region", region)
                .param("after", after)
                .param("readers", readers == null ? null : Columns.ids(readers))
                .query(Long.class)
                .list();
    }
}
