package org.qingwang.campaign;

import static org.qingwang.casefile.Columns.array;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.qingwang.casefile.CaseScope;
import org.qingwang.complaint.ComplaintScope;
import org.qingwang.law.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which cases and complaints belong to a campaign, and the only place that knows it: opened or filed in its period, in one
 * of its regions, about its goods and on its platforms where it names any; or as an officer said otherwise. Computed when
 * asked, along the indexes of days of opening and filing, so that a case costs nothing while it is worked.
 *
 * <p>A statement begins with {@link #CASES} or {@link #COMPLAINTS} behind {@code with}, and is bound by {@link #bound}.
 */
public final class CampaignCases {

    private static final String CRITERIA = """
            c.opened_at >= :campaignFrom and c.opened_at < :campaignUntil
            and right(coalesce(c.lead_jurisdiction, c.intake_jurisdiction), 6) = any (:campaignRegions::text[])
            and (cardinality(:campaignGoods::text[]) = 0
                 or lower(coalesce(c.goods, '')) like any (:campaignGoods::text[]))
            and (cardinality(:campaignPlatforms::text[]) = 0 or lower(c.platform) = any (:campaignPlatforms::text[]))
            and not exists (select from campaign_override o
                            where o.campaign_no = :campaign and o.kind = 'CASE' and o.subject = c.case_no)
            """;

    private static final String CASE_COLUMNS = "c.case_no, c.opened_at, c.closed_at, c.status, c.supervised, c.goods,"
            + " c.platform, c.right_name, c.lead_jurisdiction, c.intake_jurisdiction";

    private static final String ROWS = """
            select %1$s from case_file c where %2$s
            union all
            select %1$s from campaign_override o join case_file c on c.case_no = o.subject
            where o.campaign_no = :campaign and o.kind = 'CASE' and o.included
            """.formatted(CASE_COLUMNS, CRITERIA);

    /**
     * A common table expression {@code campaign_case} with what is counted of a case: joining the cases once more would
     * read each of them twice.
     */
    public static final String CASES = "campaign_case as (" + ROWS + ")";

    private static final String CONDITION = """
            (%s or exists (select from campaign_override o
                           where o.campaign_no = :campaign and o.kind = 'CASE' and o.subject = c.case_no and o.included))
            """.formatted(CRITERIA);

    private static final String COMPLAINT_CRITERIA = """
            c.filed_at >= :campaignFrom and c.filed_at < :campaignUntil
            and right(c.intake, 6) = any (:campaignRegions::text[])
            and (cardinality(:campaignGoods::text[]) = 0
                 or lower(coalesce(c.goods, '')) like any (:campaignGoods::text[]))
            and (cardinality(:campaignPlatforms::text[]) = 0 or lower(c.platform) = any (:campaignPlatforms::text[]))
            and not exists (select from campaign_override o
                            where o.campaign_no = :campaign and o.kind = 'COMPLAINT' and o.subject = c.receipt_no)
            """;

    /**
     * A common table expression {@code campaign_complaint} with what is counted of a complaint; of one in a case its own
     * facts count.
     */
    public static final String COMPLAINTS = """
            campaign_complaint as (
                select c.receipt_no, c.filed_at, c.intake, c.status from complaint c where %s
                union all
                select c.receipt_no, c.filed_at, c.intake, c.status
                from campaign_override o join complaint c on c.receipt_no = o.subject
                where o.campaign_no = :campaign and o.kind = 'COMPLAINT' and o.included)
            """.formatted(COMPLAINT_CRITERIA);

    private static final String COMPLAINT_CONDITION = """
            (%s or exists (select from campaign_override o
                           where o.campaign_no = :campaign and o.kind = 'COMPLAINT' and o.subject = c.receipt_no
                             and o.included))
            """.formatted(COMPLAINT_CRITERIA);

    private CampaignCases() {}

    /** @return the cases of a campaign, for whoever counts or lists them */
    public static CaseScope scope(Campaign campaign) {
        return new CaseScope(CONDITION, ROWS, statement -> bound(statement, campaign));
    }

    /** @return those of a campaign's cases that a figure of its page is about */
    public static CaseScope scope(Campaign campaign, CampaignPart part) {
        return CaseScope.where(
                CONDITION + " and " + part.condition(),
                statement -> bound(statement, campaign)
                        .param("partValue", part.value())
                        .param("partShown", array(part.shown())));
    }

    /** @return those of a campaign's complaints that a figure of its page is about */
    static ComplaintScope scope(Campaign campaign, ComplaintPart part) {
        return new ComplaintScope(
                COMPLAINT_CONDITION + part.condition(),
                statement -> bound(statement, campaign).param("partValue", part.value()));
    }

    /** Binds what the expressions ask of a campaign. */
    public static StatementSpec bound(StatementSpec statement, Campaign campaign) {
        CampaignPlan plan = campaign.plan();
        return statement
                .param("campaign", campaign.campaignNo())
                .param("campaignFrom", startOf(plan.firstDay()))
                .param("campaignUntil", startOf(plan.lastDay().plusDays(1)))
                .param("campaignRegions", array(plan.regions()))
                .param(
                        "campaignGoods",
                        plan.goods().stream().map(CampaignCases::pattern).toArray(String[]::new))
                .param(
                        "campaignPlatforms",
                        plan.platforms().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new));
    }

    private static String pattern(String word) {
        String plain = word.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
        return "%" + plain + "%";
    }

    private static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toOffsetDateTime();
    }
}
