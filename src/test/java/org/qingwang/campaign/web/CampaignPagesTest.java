package org.qingwang.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.campaign.process.Campaigning.GUANGDONG;
import static org.qingwang.campaign.process.Campaigning.ZHEJIANG;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.campaign.Campaign.Stage;
import org.qingwang.campaign.CampaignCases;
import org.qingwang.campaign.OverviewService;
import org.qingwang.campaign.RegionFigures;
import org.qingwang.campaign.process.Campaigning;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.pledge.process.Pledger;
import org.qingwang.supervision.SupervisionOrder;
import org.qingwang.supervision.SupervisionService;
import org.qingwang.supervision.process.Supervising;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, nobody can see where a campaign stands, or somebody sees one that is none of theirs. */
@QingwangTest
class CampaignPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Campaigning campaigning;

    @Autowired
    OverviewService overview;

    @Autowired
    CaseStories stories;

    @Autowired
    Supervising supervising;

    @Autowired
    SupervisionService supervisions;

    @Autowired
    Pledger pledger;

    @Autowired
    ComplaintService complaints;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoTakesPartSeesThePlanHeldAgainstWhereItStandsAndOthersSeeNothing() {
        Map<String, Object> plan = campaigning.plan();
        String platform = "Shop " + plan.get("documentNo");
        plan.put("platforms", platform);
        String no = campaigning.running(plan);
        String caseNo = stories.open(ZHEJIANG, Map.of("platform", platform, "sellerRegion", "330100"));
        String page = "/desk/campaigns/" + no;

        assertThat(HttpUser.signedIn(port, "commerce-zj").get(page).body())
                .contains("Clean net", "Inspect the shoe market", "Zhou Min 周敏", "Mobilise", "0 / 1")
                .doesNotContain("??", "Extend or narrow");
        assertThat(HttpUser.signedIn(port, "commerce-zj").get("/desk/campaigns").body())
                .contains(no);
        assertThat(HttpUser.signedIn(port, "office").get(page + "?lang=zh").body())
                .contains("清网行动", "方案与进展", "浙江省")
                .doesNotContain("??");
        HttpUser stranger = HttpUser.signedIn(port, "customs-zj");
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.get(page + "/work").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/desk/campaigns").body()).doesNotContain(no);

        assign(caseNo);
        campaigning.asOffice(
                () -> supervisions.put(caseNo, new SupervisionOrder("commerce-zj", 30, "Named in the briefing")));
        assertThat(HttpUser.signedIn(port, "commerce-zj").get(page).body()).contains(caseNo, "Named in the briefing");
    }

    private void assign(String caseNo) {
        supervising.submit(caseNo, "Task_ConfirmAssignment", SignIn.head(ZHEJIANG), Map.of("decision", "CONFIRM"));
    }

    @Test
    void aCaseBelongsByTheCriteriaOrBecauseAnOfficerSaysSo() {
        Map<String, Object> plan = campaigning.plan();
        String platform = "Mall " + plan.get("documentNo");
        plan.put("platforms", platform.toUpperCase(Locale.ROOT));
        plan.put("goods", "sho%es\nsHOes");
        plan.put("regions", List.of("330000", "440000"));
        String inside = stories.open(ZHEJIANG, Map.of("platform", platform, "sellerRegion", "330100"));
        String elsewhere = stories.open(GUANGDONG, Map.of("platform", "Other " + platform, "sellerRegion", "440100"));
        String no = campaigning.running(plan);
        assertThat(cases(no)).as("goods of a story are shoes").containsExactly(inside);

        String work = "/desk/campaigns/" + no + "/cases";
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.post(work, said(elsewhere, true, "The same seller")).statusCode())
                .as("a case the officer does not see")
                .isEqualTo(400);
        HttpUser office = HttpUser.signedIn(port, "office");
        assertThat(office.post(work, said(elsewhere, true, " ")).body()).contains("Write the reason");
        assertThat(office.post(work, said(elsewhere, true, "The same seller")).statusCode())
                .isEqualTo(302);
        assertThat(office.post(work, said(elsewhere, true, "The same seller")).statusCode())
                .isEqualTo(302);
        assertThat(officer.post(work, said(inside, false, "Genuine goods")).statusCode())
                .isEqualTo(302);
        assertThat(cases(no)).containsExactly(elsewhere);
        assertThat(overview.figures(campaigning.get(no)).all().cases()).isEqualTo(1);
        assertThat(overview.figures(campaigning.get(no)).regions())
                .extracting(RegionFigures::region)
                .contains("440000");
        assertThat(office.get("/desk/campaigns/" + no).body()).contains("does not belong to it", "Genuine goods");
    }

    /** A figure that opens other cases than it counts would be believed, or nothing would be. */
    @Test
    void everyFigureOfTheCampaignsPageOpensItsCases() {
        Map<String, Object> plan = campaigning.plan();
        String platform = "Lane " + plan.get("documentNo");
        plan.put("platforms", platform);
        String mine = stories.open(ZHEJIANG, Map.of("platform", platform, "sellerRegion", "330100"));
        String other = stories.open(GUANGDONG, Map.of("platform", platform, "sellerRegion", "440100"));
        String no = campaigning.running(plan);
        String list = "/desk/campaigns/" + no + "/cases";
        HttpUser office = HttpUser.signedIn(port, "office");

        assertThat(office.get("/desk/campaigns/" + no).body())
                .contains(
                        list + "?kind=ALL&amp;by=REGION&amp;value=330000",
                        "by=OPENED",
                        "<h2>From administration to judgment")
                .doesNotContain("??");
        assertThat(office.get(list + "?kind=ALL&by=REGION&value=330000").body())
                .contains(mine)
                .doesNotContain(other);
        assertThat(office.get(list + "?kind=OPEN&by=REGION&value=440000").body())
                .contains(other)
                .doesNotContain(mine);
        assertThat(office.get(list + "?kind=CLOSED").body()).doesNotContain(mine, other);
        assertThat(office.get(list + "?kind=ALL&by=PLATFORM&rest=true").body())
                .as("the only platform is shown singly, so nothing is left for all others")
                .contains("all others")
                .doesNotContain(mine, other, "??");
        assertThat(office.get(list + "?kind=x'&by=y&value=%27&lang=zh").body()).contains(mine, other, "清网行动");
        assertThat(HttpUser.signedIn(port, "commerce-zj").get(list).body())
                .contains(mine)
                .doesNotContain(other);
        assertThat(HttpUser.signedIn(port, "customs-zj").get(list).statusCode()).isEqualTo(404);
    }

    @Test
    void theNumbersOfComplaintsOpenTheComplaintsTheyCount() {
        Map<String, Object> plan = campaigning.plan();
        String platform = "Quay " + plan.get("documentNo");
        plan.put("platforms", platform);
        plan.put("goods", "sho%es\nsHOes");
        String mine = filed("commerce-330000", platform, "Shoes");
        String other = filed("commerce-440000", platform, "Shoes");
        String tea = filed("commerce-330000", platform, "Tea");
        String no = campaigning.running(plan);
        String list = "/desk/campaigns/" + no + "/complaints";
        HttpUser office = HttpUser.signedIn(port, "office");

        assertThat(office.get("/desk/campaigns/" + no).body())
                .contains(list + "?by=REGION&amp;value=330000", list + "?by=FILED", list + "?by=&amp;value=");
        assertThat(office.get(list).body()).contains(mine, other).doesNotContain(tea, "??");
        assertThat(office.get(list + "?by=REGION&value=330000").body())
                .contains(mine, "Zhejiang")
                .doesNotContain(other, tea);
        String monday = campaigning.today().with(DayOfWeek.MONDAY).toString();
        assertThat(office.get(list + "?by=FILED&value=" + monday).body()).contains(mine, other);
        assertThat(office.get(list + "?by=FILED&value=2020-01-06").body()).doesNotContain(mine, other);
        assertThat(office.get(list + "?by=x'&value=%27&before=%27&lang=zh").body())
                .contains(mine, "清网行动的投诉举报");
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        assertThat(officer.get(list).body()).contains(mine).doesNotContain(other);
        officer.post("/desk/campaigns/" + no + "/cases", said(mine, false, "Genuine goods"));
        assertThat(office.get(list).body()).contains(other).doesNotContain(mine);
        assertThat(HttpUser.signedIn(port, "customs-zj").get(list).statusCode()).isEqualTo(404);
    }

    private String filed(String intake, String platform, String goods) {
        return campaigning.as(
                SignIn.officer(intake),
                () -> complaints
                        .file(
                                new SampleComplaint()
                                        .platform(platform)
                                        .goods(goods)
                                        .build(),
                                Jurisdiction.parse(intake),
                                null)
                        .receiptNo());
    }

    @Test
    void theNumberOfClocksMissedOpensTheClocks() {
        Map<String, Object> plan = campaigning.plan();
        String platform = "Pier " + plan.get("documentNo");
        plan.put("platforms", platform);
        String mine = stories.open(ZHEJIANG, Map.of("platform", platform, "sellerRegion", "330100"));
        String other = stories.open(GUANGDONG, Map.of("platform", platform, "sellerRegion", "440100"));
        String no = campaigning.running(plan);
        String list = "/desk/campaigns/" + no + "/clocks";
        HttpUser office = HttpUser.signedIn(port, "office");
        assertThat(office.get(list).body())
                .contains("No clock of these cases is over")
                .doesNotContain(mine, other);

        jdbc.sql("update statutory_clock set due_at = now() - interval '1 day'"
                        + " where coalesce(case_no, subject) in (:mine, :other) and met_at is null")
                .param("mine", mine)
                .param("other", other)
                .update();
        RegionFigures all = overview.figures(campaigning.get(no)).all();
        String shown = office.get(list).body();
        assertThat(all.late()).isPositive();
        assertThat(shown).contains(mine, other).doesNotContain("??");
        assertThat(shown.split("/desk/clocks/", -1)).hasSize(all.late() + 1);
        assertThat(office.get("/desk/campaigns/" + no).body()).contains(list + "?region=330000", list + "?region=\"");
        assertThat(office.get(list + "?region=330000").body()).contains(mine).doesNotContain(other);
        assertThat(office.get(list + "?region=%27").body()).doesNotContain(mine, other);
        assertThat(office.get(list + "?after=x").statusCode()).isEqualTo(400);
        assertThat(HttpUser.signedIn(port, "commerce-zj").get(list).body())
                .contains(mine)
                .doesNotContain(other);
        assertThat(HttpUser.signedIn(port, "customs-zj").get(list).statusCode()).isEqualTo(404);
    }

    /** Begun by a start form, a process has its number only after its history was written. */
    @Test
    void aPlanThatWaitsForItsApprovalIsDrawnAndSaysWhoseTurnItIs() {
        String no = campaigning.draft(campaigning.plan());

        assertThat(HttpUser.signedIn(port, "office")
                        .get("/desk/campaigns/" + no)
                        .body())
                .contains("<svg", "<strong>Approve plan</strong>");
    }

    private static Map<String, String> said(String number, boolean included, String reason) {
        return Map.of("number", number, "included", String.valueOf(included), "reason", reason);
    }

    private List<String> cases(String campaignNo) {
        return CampaignCases.bound(
                        jdbc.sql("with " + CampaignCases.CASES + "select case_no from campaign_case order by 1"),
                        campaigning.get(campaignNo))
                .query(String.class)
                .list();
    }

    @Test
    void theOfficeExtendsInspectsAndAsksFirmsOnOnePage() {
        String no = campaigning.running();
        String page = "/desk/campaigns/" + no;
        HttpUser office = HttpUser.signedIn(port, "office");
        String later = campaigning.today().plusDays(60).toString();
        assertRefused(
                office.post(page + "/scope", Map.of("lastDay", "2020-01-01", "regions", "330000", "reason", "Early")),
                "is past");
        assertRefused(
                office.post(page + "/scope", Map.of("lastDay", later, "regions", "990000", "reason", "Wide")),
                "is no region");
        assertRefused(office.post(page + "/scope", Map.of("lastDay", later, "reason", "None")), "at least one region");
        office.post(page + "/scope", Map.of("lastDay", later, "regions", "330000", "reason", "Much is open"));
        assertThat(campaigning.get(no).plan().lastDay())
                .isEqualTo(campaigning.today().plusDays(60));

        assertRefused(
                office.post(page + "/inspections", Map.of("jurisdiction", "nobody", "day", later, "findings", "Fine")),
                "takes part");
        assertRefused(
                office.post(page + "/inspections", Map.of("jurisdiction", ZHEJIANG, "day", later, "findings", "Fine")),
                "future");
        Map<String, String> inspection = Map.of(
                "jurisdiction", ZHEJIANG, "day", campaigning.today().toString(), "findings", "Hall 3 was not checked");
        office.post(page + "/inspections", inspection);
        office.post(page + "/inspections", inspection);

        assertRefused(office.post(page + "/drives", Map.of("codes", "12345", "text", Pledger.PACT)), "12345");
        office.post(page + "/drives", Map.of("codes", pledger.firm().value(), "text", Pledger.PACT));

        String shown = office.get(page).body();
        assertThat(shown)
                .containsOnlyOnce("<dd>Hall 3 was not checked</dd>")
                .contains("Much is open", "CNQ-", "planned until")
                .doesNotContain("??");
        theNumbersOfPledgesOpenThem(office, shown);
        HttpUser head = HttpUser.signedIn(port, "commerce-zj-head");
        for (String act : List.of("scope", "call-off", "inspections", "drives")) {
            assertThat(head.post(page + "/" + act, Map.of("reason", "Mine", "lastDay", later, "regions", "330000"))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    private void theNumbersOfPledgesOpenThem(HttpUser office, String page) {
        String drive = Pattern.compile("CNQ-[0-9-]+")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        pledger.runJobs(drive);
        String asked = "/desk/pledges?drive=" + drive + "&stage=";
        String firm = jdbc.sql(
                        "select f.name from pledge_drive_firm d join firm f on f.code = d.firm where drive_no = ?")
                .param(drive)
                .query(String.class)
                .single();
        assertThat(office.get(asked + "INVITED").body()).contains(firm, drive).doesNotContain("??");
        assertThat(office.get(asked + "ENDED").body()).doesNotContain(firm);
        assertThat(office.get("/desk/pledges?drive=CNQ-0&stage=INVITED").body()).doesNotContain(firm);
    }

    @Test
    void everybodyReadsWhichCampaignsRunAndNobodyReadsAPlan() {
        String running = campaigning.running();
        String issued = campaigning.issued();
        HttpUser stranger = HttpUser.stranger(port);
        assertThat(stranger.get("/").body())
                .contains("/public/campaigns/" + running)
                .doesNotContain(issued);
        assertThat(stranger.get("/public/campaigns").body()).contains(running).doesNotContain(issued, "Zhou Min");
        assertThat(stranger.get("/public/campaigns/" + running).body())
                .contains("Clean net", "Zhejiang")
                .doesNotContain("Zhou Min", "500,000", "??");
        assertThat(stranger.get("/public/campaigns/" + issued).statusCode()).isEqualTo(404);
        assertThat(stranger.get("/public/campaigns/x").statusCode()).isEqualTo(404);
        assertThat(campaigning.get(issued).stage()).isEqualTo(Stage.ISSUED);
    }

    private static void assertRefused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
    }
}
