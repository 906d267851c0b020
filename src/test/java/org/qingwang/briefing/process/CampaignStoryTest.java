package org.qingwang.briefing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.campaign.process.Campaigning.GUANGDONG;
import static org.qingwang.campaign.process.Campaigning.ZHEJIANG;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.campaign.Campaign.Stage;
import org.qingwang.campaign.LastingMeasureService;
import org.qingwang.campaign.process.Campaigning;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.indicator.CountedCase;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A campaign from its plan to a second, corrected briefing, extended once, closed, with a lasting measure. If this fails, the
 * parts may work and yet nobody can run a campaign with them, or a number of its briefing is not what its cases add up to.
 */
@QingwangTest
class CampaignStoryTest {

    private static final LocalDate MONDAY = Reporting.FIRST_DAY;
    private static final LocalDate FRIDAY = Reporting.FRIDAY;
    private static final LocalDate NEXT_FRIDAY = FRIDAY.plusDays(7);
    private static final LocalDate LAST_DAY = NEXT_FRIDAY.plusDays(7);
    private static final Pattern CASE = Pattern.compile("/desk/cases/(AJ-[0-9-]+)");

    @LocalServerPort
    int port;

    @Autowired
    Campaigning campaigning;

    @Autowired
    Reporting reporting;

    @Autowired
    Investigator investigator;

    @Autowired
    LastingMeasureService measures;

    @Autowired
    BriefingDesk desk;

    @Autowired
    JdbcClient jdbc;

    private String campaignNo;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void aCampaignRunsFromItsPlanToWhatStaysOfIt() {
        reporting.on(MONDAY, "09:00");
        campaignNo = launched();
        Set<String> firstWeek = Set.of(caseOfTheCampaign(), caseOfTheCampaign());
        String first = briefed(MONDAY, FRIDAY);
        everyNumberIsWhatItsCasesAddUpTo(first, firstWeek);
        BriefingDesk.View published = view(first, 1);

        reporting.on(FRIDAY.plusDays(3), "10:00");
        Set<String> secondWeek = Set.of(caseOfTheCampaign());
        String second = briefed(FRIDAY.plusDays(1), NEXT_FRIDAY);
        everyNumberIsWhatItsCasesAddUpTo(second, secondWeek);
        assertThat(view(second, 1).totals().get("cases-filed").cumulative())
                .isEqualByComparingTo(BigDecimal.valueOf(firstWeek.size() + secondWeek.size()));
        everySumSinceTheBeginningIsWhatItsPeriodsAddUpTo(first, second, union(firstWeek, secondWeek));
        correct(second);
        everySumSinceTheBeginningIsWhatItsPeriodsAddUpTo(first, second, union(firstWeek, secondWeek));

        extend();
        for (LocalDate day = NEXT_FRIDAY.plusDays(3); !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            reporting.on(day, "09:00");
            campaigning.runJobs(campaignNo);
        }
        evaluate();
        assertThat(campaigning.get(campaignNo).stage()).isEqualTo(Stage.CLOSED);
        assertThat(measures.of(campaignNo)).hasSize(1);
        assertThat(view(first, 1))
                .as("the first briefing, after all that came later")
                .usingRecursiveComparison()
                .isEqualTo(published);
    }

    /** Of its goods and platforms is no case of the shared database: its cases are those an officer says are its own. */
    private String launched() {
        Map<String, Object> plan = campaigning.plan();
        plan.put("platforms", "Only " + plan.get("documentNo"));
        plan.put("lastDay", NEXT_FRIDAY.plusDays(1).toString());
        plan.put("indicatorSet", "online-market");
        return campaigning.running(plan);
    }

    private String caseOfTheCampaign() {
        String caseNo = investigator.closed();
        office().post(
                        "/desk/campaigns/" + campaignNo + "/cases",
                        Map.of("number", caseNo, "included", "true", "reason", "Sold on a platform of its own"));
        return caseNo;
    }

    /** Asked on Friday morning, reported, compiled when the day is over, drafted, reviewed and published. */
    private String briefed(LocalDate from, LocalDate friday) {
        reporting.on(friday, "09:00");
        campaigning.runJobs(campaignNo);
        String briefingNo = reporting.briefingOf(campaignNo, friday);
        assertThat(view(briefingNo, 0).briefing().span().from()).isEqualTo(from);
        Map<String, String> entered = Stream.of(
                        "checked-online", "checked-on-site", "monitoring-runs", "sites-closing-proposed")
                .collect(Collectors.toMap(key -> "value-" + key, key -> "120"));
        entered.put("value-serious-breach-list", "7");
        String own = briefingNo + "-" + ZHEJIANG;
        assertThat(HttpUser.signedIn(port, "commerce-zj")
                        .post("/desk/returns/" + own, entered)
                        .statusCode())
                .isEqualTo(302);
        reporting.submit(own, "Task_SendReturn", liaison("commerce-zj", ZHEJIANG), Map.of("report", "FIGURES"));
        reporting.submit(
                briefingNo + "-" + GUANGDONG,
                "Task_SendReturn",
                liaison("commerce-gd", GUANGDONG),
                Map.of("report", "NOTHING"));
        reporting.on(friday.plusDays(1), "00:01");
        reporting.jobs(briefingNo);
        reporting.draftAndApprove(briefingNo);
        return briefingNo;
    }

    private static Actor liaison(String account, String jurisdiction) {
        Actor officer = SignIn.officer(jurisdiction);
        return new Actor(account, officer.name(), officer.home(), officer.groups());
    }

    /** By hand: from the case files, past everything that counts. */
    private void everyNumberIsWhatItsCasesAddUpTo(String briefingNo, Set<String> cases) {
        BigDecimal number = BigDecimal.valueOf(cases.size());
        Map<String, BigDecimal> expected = Map.of(
                "leads-verified", number,
                "cases-filed", number,
                "cases-closed", number,
                "case-value", sumOf("case_value", cases),
                "fines-and-confiscation", sumOf("coalesce(fine, 0) + coalesce(confiscated, 0)", cases));
        BriefingDesk.View view = view(briefingNo, 1);
        expected.forEach((key, value) -> {
            assertThat(view.totals().get(key).value()).as(key).isEqualByComparingTo(value);
            assertThat(casesOpenedBy(briefingNo, key)).as(key).isEqualTo(cases);
        });
        view.totals().forEach((key, sum) -> {
            BigDecimal agencies =
                    view.of(key).stream().map(figure -> figure.value()).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum.value()).as(key).isEqualByComparingTo(agencies);
            if (view.of(key).stream().allMatch(figure -> figure.reported() == null)) {
                BigDecimal lines = reporting.asOffice(() -> desk.lines(briefingNo, 1, key)).stream()
                        .map(CountedCase::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum.value()).as("list of " + key).isEqualByComparingTo(lines);
            }
        });
        assertThat(view.totals().get("checked-online").value()).isEqualByComparingTo("120");
        assertThat(view.totals().get("serious-breach-list").value()).isEqualByComparingTo("7");
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.of(one, other).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private void everySumSinceTheBeginningIsWhatItsPeriodsAddUpTo(String first, String second, Set<String> cases) {
        BriefingDesk.View view = view(second, 0);
        view.totals().forEach((key, sum) -> {
            List<BriefingDesk.Period> periods = reporting.asOffice(() -> desk.periodsOf(view, key));
            assertThat(periods)
                    .as(key)
                    .extracting(period -> period.briefing().briefingNo())
                    .containsExactly(second, first);
            assertThat(sum.cumulative())
                    .as(key)
                    .isEqualByComparingTo(
                            periods.stream().map(BriefingDesk.Period::value).reduce(BigDecimal.ZERO, BigDecimal::add));
        });
        assertThat(casesOpenedBy(second, "cases-filed/since")).isEqualTo(cases);
        assertThat(office().get("/desk/briefings/" + second + "/figures/checked-online/since?lang=zh")
                        .body())
                .contains(first, "没有对应的案件清单")
                .doesNotContain("??");
    }

    private BigDecimal sumOf(String column, Set<String> cases) {
        return jdbc.sql("select sum(" + column + ") from case_file where case_no = any (:cases::text[])")
                .param("cases", cases.toArray(String[]::new))
                .query(BigDecimal.class)
                .single();
    }

    private Set<String> casesOpenedBy(String briefingNo, String key) {
        Matcher found = CASE.matcher(office().get("/desk/briefings/" + briefingNo + "/figures/" + key)
                .body());
        return found.results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    /** The office finds that a figure was wrong, and says so to everybody. */
    private void correct(String briefingNo) {
        String page = "/desk/briefings/" + briefingNo;
        office().post(page + "/correction", Map.of("reason", "Two patrols were counted twice"));
        office().post(
                        page + "/figure",
                        Map.of(
                                "indicator", "checked-online",
                                "reporter", ZHEJIANG,
                                "value", "118",
                                "reason", "Counted anew"));
        reporting.draftAndApprove(briefingNo);
        assertThat(HttpUser.stranger(port).get("/briefings/" + briefingNo).body())
                .contains("Two patrols were counted twice", "118");
        assertThat(view(briefingNo, 2).changes()).hasSize(1);
        assertThat(view(briefingNo, 2).version().narrative())
                .as("words and table say the same")
                .contains("Websites and shops checked online: 118 sites and shops in the period, 238 since")
                .doesNotContain("checked online: 120");
        assertThat(view(briefingNo, 2).version().narrativeZh()).contains("网上检查网站、网店：本期118家");
        assertThat(view(briefingNo, 1).totals().get("checked-online").value()).isEqualByComparingTo("120");
    }

    private void extend() {
        office().post(
                        "/desk/campaigns/" + campaignNo + "/scope",
                        Map.of("lastDay", LAST_DAY.toString(), "regions", "330000", "reason", "Much is open"));
        assertThat(campaigning.get(campaignNo).plan().lastDay()).isEqualTo(LAST_DAY);
    }

    private void evaluate() {
        campaigning.submit(
                campaignNo,
                "Task_Evaluate",
                SignIn.office(),
                Map.of(
                        "evaluation",
                        "Three cases closed, one week longer than planned",
                        "practices",
                        List.of(),
                        "measures",
                        List.of(Map.of(
                                "title", "Daily patrol",
                                "agency", "COMMERCE",
                                "region", "330000",
                                "remindOn", LAST_DAY.plusDays(90).toString()))));
        campaigning.runJobs(campaignNo);
    }

    private HttpUser office() {
        return HttpUser.signedIn(port, "office");
    }

    private BriefingDesk.View view(String briefingNo, int version) {
        return reporting.asOffice(() -> desk.find(briefingNo, version).orElseThrow());
    }
}
