package org.qingwang.briefing.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.briefing.process.Reporting.COMMERCE;
import static org.qingwang.briefing.process.Reporting.CUSTOMS;
import static org.qingwang.briefing.process.Reporting.FIRST_DAY;
import static org.qingwang.briefing.process.Reporting.FRIDAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.briefing.AgencyReturn;
import org.qingwang.briefing.BriefingDesk;
import org.qingwang.briefing.BriefingService;
import org.qingwang.briefing.BriefingVersion;
import org.qingwang.briefing.CampaignFigures;
import org.qingwang.briefing.Figure;
import org.qingwang.briefing.OutdatedWords;
import org.qingwang.briefing.ReturnService;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.indicator.CountedCase;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.mail.Mails;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** If this fails, a week of a campaign goes unreported, or is reported with figures nobody can trace. */
@QingwangTest
class BriefingProcessTest {

    @Autowired
    Reporting reporting;

    @Autowired
    BriefingService briefings;

    @Autowired
    BriefingDesk desk;

    @Autowired
    ReturnService returns;

    @Autowired
    CampaignFigures figures;

    @Autowired
    Investigator investigator;

    @Autowired
    Mails mails;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void allAgenciesReportOnFridayAndTheBriefingIsCompiledWhenTheWeekIsOver() {
        reporting.on(FIRST_DAY, "10:00");
        String caseNo = investigator.closed();
        String campaignNo = reporting.campaign();
        reporting.take(campaignNo, caseNo);
        String briefingNo = reporting.asked(campaignNo, FIRST_DAY, FRIDAY);
        briefings.ask(campaignNo, FIRST_DAY, FRIDAY);
        String commerce = briefingNo + "-" + COMMERCE;
        Task task = reporting.task(commerce, "Task_SendReturn");
        assertThat(task.getTenantId()).isEqualTo(COMMERCE);
        assertThat(task.getDueDate().toInstant())
                .as("before offices close")
                .isEqualTo(FRIDAY.atTime(17, 30).atZone(WorkingCalendar.ZONE).toInstant());

        sendCommerce(commerce);
        reporting.submit(
                briefingNo + "-" + CUSTOMS, "Task_SendReturn", SignIn.officer(CUSTOMS), Map.of("report", "NOTHING"));
        reporting.jobs(briefingNo);
        assertThat(reporting.open(briefingNo)).as("Friday is not over").isEmpty();
        reporting.on(FRIDAY.plusDays(1), "00:01");
        reporting.jobs(briefingNo);

        assertThat(reporting.open(briefingNo)).containsExactly("Task_Draft");
        BriefingDesk.View view = view(briefingNo, 1);
        assertThat(value(view, "cases-filed", COMMERCE)).isEqualByComparingTo("1");
        assertThat(value(view, "fines-and-confiscation", COMMERCE)).isEqualByComparingTo("228000.50");
        assertThat(value(view, "checked-online", COMMERCE)).isEqualByComparingTo("120");
        assertThat(value(view, "cases-filed", CUSTOMS)).isEqualByComparingTo("0");
        assertThat(lines(briefingNo, 1, "cases-filed"))
                .extracting(CountedCase::caseNo)
                .containsExactly(caseNo);
        assertThat(view.version().narrative())
                .contains("2 of 2 agencies")
                .contains("Websites and shops checked online: 120 sites and shops in the period")
                .contains("Cases filed: fewer than 3 in the period")
                .doesNotContain("228,000");
        assertThat(view.version().narrativeZh()).contains("网上检查网站、网店：本期120家");
    }

    private void sendCommerce(String returnNo) {
        refused(
                () -> reporting.submit(
                        returnNo, "Task_SendReturn", SignIn.officer(COMMERCE), Map.of("report", "FIGURES")),
                "briefing.return.missing");
        refused(
                () -> reporting.submit(
                        returnNo, "Task_SendReturn", SignIn.officer(COMMERCE), Map.of("report", "NOTHING")),
                "briefing.return.something");
        Map<String, BigDecimal> values = new HashMap<>();
        for (String key : List.of(
                "checked-online",
                "checked-on-site",
                "monitoring-runs",
                "sites-closing-proposed",
                "serious-breach-list")) {
            values.put(key, new BigDecimal("120"));
        }
        enter(returnNo, values, Map.of());
        enter(returnNo, values, Map.of());
        reporting.submit(returnNo, "Task_SendReturn", SignIn.officer(COMMERCE), Map.of("report", "FIGURES"));
    }

    @Test
    void aFigureThatDiffersFromTheCasesNeedsAReasonAndShowsBoth() {
        reporting.on(FIRST_DAY, "10:00");
        String campaignNo = reporting.campaign();
        reporting.take(campaignNo, investigator.closed());
        String briefingNo = reporting.asked(campaignNo, FIRST_DAY, FRIDAY);
        String returnNo = briefingNo + "-" + COMMERCE;
        Map<String, BigDecimal> two = Map.of("cases-filed", new BigDecimal("2"));

        refused(() -> enter(returnNo, two, Map.of()), "briefing.return.reason");
        refused(() -> enter(returnNo, Map.of("cases-filed", new BigDecimal("-1")), Map.of()), "briefing.return.value");
        refused(
                () -> enter(returnNo, Map.of("cases-filed", new BigDecimal("1.5")), Map.of("cases-filed", "Half")),
                "briefing.return.value");
        assertThatThrownBy(() -> reporting.as(SignIn.officer(CUSTOMS), () -> {
                    returns.enter(returnNo, two, Map.of());
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
        enter(returnNo, two, Map.of("cases-filed", "One is still on paper"));

        ReturnService.View view = reporting.as(
                SignIn.officer(COMMERCE), () -> returns.find(returnNo).orElseThrow());
        Figure figure = view.lines().stream()
                .map(ReturnService.Line::figure)
                .filter(one -> one.indicator().equals("cases-filed"))
                .findFirst()
                .orElseThrow();
        assertThat(figure.listed()).isEqualByComparingTo("1");
        assertThat(figure.value()).isEqualByComparingTo("2");
        assertThat(figure.differs()).isTrue();
        assertThat(reporting.as(SignIn.officer(CUSTOMS), () -> returns.find(returnNo)))
                .isEmpty();
    }

    /** Asked on Friday the 6th: Mon 9, Tue 10, Wed 11. */
    @Test
    void whoDoesNotReportGoesToItsHeadAndThenHoldsUpNobody() {
        String briefingNo = reporting.asked(reporting.campaign("weekly-2011"), FIRST_DAY, FRIDAY);
        String customs = briefingNo + "-" + CUSTOMS;
        reporting.on(FRIDAY, "17:31");
        reporting.jobs(briefingNo);
        assertThat(reporting.open(customs)).containsExactly("Task_SendLateReturn");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(customs)
                        .taskCandidateGroup(CUSTOMS + "-head")
                        .includeAssignedTasks()
                        .count())
                .isEqualTo(1);
        reporting.submit(
                customs,
                "Task_SendLateReturn",
                SignIn.head(CUSTOMS),
                Map.of("report", "FIGURES", "words", "The liaison fell ill"));
        reporting.on(LocalDate.of(2026, 11, 11), "23:00");
        reporting.jobs(briefingNo);
        assertThat(reporting.open(briefingNo)).as("until the third working day").isEmpty();
        reporting.on(LocalDate.of(2026, 11, 12), "00:01");
        reporting.jobs(briefingNo);

        assertThat(reporting.open(briefingNo)).containsExactly("Task_Draft");
        assertThat(reporting.open(briefingNo + "-" + COMMERCE)).isEmpty();
        assertThat(view(briefingNo, 1).returns())
                .extracting(AgencyReturn::stage)
                .containsExactly(AgencyReturn.Stage.LATE, AgencyReturn.Stage.SENT);
    }

    /** Not by Friday, because the law's example says Friday: nobody would know when to report. */
    @Test
    void aReturnIsDueOnTheReportingDayOfItsCampaignOrTheNextWorkingDay() {
        String campaignNo = reporting.campaign("weekly-2011");
        LocalDate tuesday = FIRST_DAY.plusDays(1);
        assertDue(reporting.asked(campaignNo, FIRST_DAY, tuesday), tuesday);
        LocalDate saturday = FRIDAY.plusDays(1);
        reporting.on(saturday.plusDays(2), "09:00");
        briefings.ask(campaignNo, tuesday.plusDays(1), saturday);
        assertDue(reporting.briefingOf(campaignNo, saturday), saturday.plusDays(2));
        LocalDate nextTuesday = tuesday.plusDays(7);
        reporting.on(nextTuesday, "18:00");
        briefings.ask(campaignNo, saturday.plusDays(1), nextTuesday);
        assertDue(reporting.briefingOf(campaignNo, nextTuesday), nextTuesday.plusDays(1));
    }

    private void assertDue(String briefingNo, LocalDate day) {
        assertThat(reporting
                        .task(briefingNo + "-" + COMMERCE, "Task_SendReturn")
                        .getDueDate()
                        .toInstant())
                .isEqualTo(day.atTime(17, 30).atZone(WorkingCalendar.ZONE).toInstant());
    }

    @Test
    void anAgencyThatLeavesIsAskedNothingMore() {
        String campaignNo = reporting.campaign("weekly-2011");
        String briefingNo = reporting.asked(campaignNo, FIRST_DAY, FRIDAY);
        briefings.left(campaignNo, CUSTOMS);
        briefings.left(campaignNo, CUSTOMS);
        assertThat(reporting.open(briefingNo + "-" + CUSTOMS)).isEmpty();
        assertThat(view(briefingNo, 0).returns())
                .extracting(AgencyReturn::stage)
                .containsExactly(AgencyReturn.Stage.ASKED, AgencyReturn.Stage.TAKEN_BACK);
    }

    @Test
    void whatTheReviewSendsBackIsDraftedAgainAndNobodyReviewsTheOwnDraft() {
        String campaignNo = reporting.campaign("weekly-2011");
        String briefingNo = reporting.compiled(campaignNo, FIRST_DAY, FRIDAY);
        reporting.submit(briefingNo, "Task_Draft", SignIn.office(), Map.of("ready", true));
        refused(
                () -> reporting.submit(briefingNo, "Task_Review", SignIn.office(), Map.of("decision", "APPROVE")),
                "briefing.review-own");
        reporting.submit(
                briefingNo,
                "Task_Review",
                Reporting.REVIEWER,
                Map.of("decision", "RETURN", "words", "Name the provinces"));
        assertThat(view(briefingNo, 1).version().remarks()).isEqualTo("Name the provinces");
        assertThatThrownBy(() -> reporting.as(SignIn.officer(COMMERCE), () -> {
                    briefings.write(briefingNo, "Mine", "我的");
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
        reporting.asOffice(() -> {
            briefings.write(briefingNo, "Zhejiang leads.", "浙江领先。");
            return null;
        });
        reporting.draftAndApprove(briefingNo);

        assertThat(view(briefingNo, 1).version().isPublished()).isTrue();
        refused(
                () -> reporting.asOffice(() -> {
                    briefings.write(briefingNo, "Later", "以后");
                    return null;
                }),
                "briefing.no-draft");
    }

    @Test
    void aCorrectionIsAVersionOfItsOwnAndTheFirstStaysAsItWas() {
        reporting.on(FIRST_DAY, "10:00");
        String campaignNo = reporting.campaign();
        reporting.take(campaignNo, investigator.closed());
        reporting.asOffice(() -> {
            figures.choose(campaignNo, List.of("batches-detained"), List.of("desk@zj.example"));
            return null;
        });
        String briefingNo = reporting.published(campaignNo, FIRST_DAY, FRIDAY);
        BriefingDesk.View before = view(briefingNo, 1);
        List<CountedCase> list = lines(briefingNo, 1, "cases-filed");

        correct(briefingNo, "A case of Ningbo was left out");
        correct(briefingNo, "A case of Ningbo was left out");
        refused(() -> change(briefingNo, "cases-filed", "2", ""), "briefing.figure.reason");
        refused(() -> change(briefingNo, "no-such", "2", "Why not"), "briefing.figure.unknown");
        change(briefingNo, "cases-filed", "2", "Ningbo entered it in November");
        reporting.draftAndApprove(briefingNo);

        assertThat(value(view(briefingNo, 2), "cases-filed", COMMERCE)).isEqualByComparingTo("2");
        assertThat(view(briefingNo, 2).changes())
                .extracting(BriefingDesk.Change::indicator)
                .containsExactly("cases-filed");
        assertThat(view(briefingNo, 1))
                .usingRecursiveComparison()
                .ignoringFields("briefing", "versions")
                .isEqualTo(before);
        assertThat(lines(briefingNo, 1, "cases-filed")).isEqualTo(list);
        assertThat(mails.about("briefing " + briefingNo))
                .as("one mail of each version")
                .hasSize(2);
        for (String statement : List.of(
                "update briefing_line set amount = 7 where briefing_no = :no",
                "update briefing_figure set reported = 7 where briefing_no = :no and version = 1",
                "delete from briefing_total where briefing_no = :no and version = 1",
                "update briefing_version set narrative = 'x' where briefing_no = :no and version = 1")) {
            assertThatThrownBy(() -> jdbc.sql(statement).param("no", briefingNo).update())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    /** What an officer worded is the officer's; what it says of a figure that has changed is not passed over. */
    @Test
    void aWordedSentenceThatNamesAFormerNumberIsToldBeforeReview() {
        String briefingNo = reporting.compiled(reporting.campaign(), FIRST_DAY, FRIDAY);
        change(briefingNo, "checked-online", "120", "");
        assertThat(outdated(briefingNo)).as("nothing was said before").isEmpty();
        BriefingVersion first = view(briefingNo, 1).version();
        assertThat(first.narrative()).contains("Websites and shops checked online: 120");
        write(briefingNo, "Inspectors looked at 120 shops.", first.narrativeZh());

        change(briefingNo, "checked-online", "1300", "A night patrol was left out");

        assertThat(view(briefingNo, 1).version().narrativeZh())
                .as("a sentence that stands as it was written")
                .contains("本期1,300家");
        assertThat(outdated(briefingNo)).singleElement().satisfies(one -> {
            assertThat(one.sentence()).isEqualTo("Inspectors looked at 120 shops.");
            assertThat(one.number()).isEqualByComparingTo("120");
            assertThat(one.indicator().key()).isEqualTo("checked-online");
        });
        refused(
                () -> reporting.submit(briefingNo, "Task_Draft", SignIn.office(), Map.of("ready", true)),
                "briefing.outdated.refused");
        write(
                briefingNo,
                "Inspectors looked at 1300 shops.",
                view(briefingNo, 1).version().narrativeZh());
        assertThat(outdated(briefingNo)).as("reworded").isEmpty();
        change(briefingNo, "checked-online", "1400", "And another one");
        assertThat(outdated(briefingNo)).extracting(OutdatedWords::number).containsExactly(new BigDecimal("1300"));

        reporting.submit(briefingNo, "Task_Draft", SignIn.office(), Map.of("ready", true, "kept", true));
        assertThat(reporting.open(briefingNo)).containsExactly("Task_Review");
        reporting.asOffice(() -> {
            briefings.finishDraft(briefingNo, false);
            return null;
        });
        assertThat(outdated(briefingNo)).as("the reviewer reads it too").hasSize(1);
    }

    private List<OutdatedWords> outdated(String briefingNo) {
        BriefingDesk.View draft = view(briefingNo, 1);
        return reporting.asOffice(() -> desk.outdatedWords(draft));
    }

    private void write(String briefingNo, String english, String chinese) {
        reporting.asOffice(() -> {
            briefings.write(briefingNo, english, chinese);
            return null;
        });
    }

    /** Killed between what the step did and the note that it is done, a step is run once more. */
    @Test
    void aStepThatDiesBeforeItIsNotedIsDoneOnceInTheEnd() {
        String campaignNo = reporting.campaign("weekly-2011");
        reporting.asOffice(() -> {
            figures.choose(campaignNo, List.of(), List.of("one@zj.example", "two@zj.example"));
            return null;
        });
        String briefingNo = reporting.asked(campaignNo, FIRST_DAY, FRIDAY);
        reporting.on(FRIDAY.plusDays(20), "09:00");
        dies(() -> briefings.compile(briefingNo));
        briefings.compile(briefingNo);
        briefings.compile(briefingNo);
        reporting.jobs(briefingNo);
        reporting.draftAndApprove(briefingNo);
        dies(() -> briefings.send(briefingNo));
        briefings.send(briefingNo);
        briefings.publish(briefingNo);

        assertThat(view(briefingNo, 1).versions()).hasSize(1);
        assertThat(mails.about("briefing " + briefingNo)).hasSize(2);
    }

    @Test
    void weeksAddUpSinceTheCampaignBegan() {
        reporting.on(FIRST_DAY, "10:00");
        String campaignNo = reporting.campaign();
        reporting.take(campaignNo, investigator.closed());
        reporting.compiled(campaignNo, FIRST_DAY, FRIDAY);
        reporting.on(FRIDAY.plusDays(2), "10:00");
        reporting.take(campaignNo, investigator.closed());
        String second = reporting.compiled(campaignNo, FRIDAY.plusDays(1), FRIDAY.plusDays(7));

        BriefingDesk.View view = view(second, 1);
        assertThat(view.totals().get("cases-filed").value()).isEqualByComparingTo("1");
        assertThat(view.totals().get("cases-filed").cumulative()).isEqualByComparingTo("2");
    }

    /** A zero that nobody counted would be a statement; that nobody reported is another one. */
    @Test
    void whatNobodyReportedIsNotSaidToBeZero() {
        String campaignNo = reporting.campaign();
        String first = reporting.compiled(campaignNo, FIRST_DAY, FRIDAY);
        change(first, "checked-online", "120", "");
        String second = reporting.compiled(campaignNo, FRIDAY.plusDays(1), FRIDAY.plusDays(7));

        assertThat(view(second, 1).isReported("checked-online")).isFalse();
        assertThat(view(second, 1).version().narrative())
                .contains(
                        "checked online: nobody reported for the period; 120 sites and shops since the campaign began");
        change(second, "checked-online", "0", "");
        assertThat(view(second, 1).isReported("checked-online"))
                .as("said to be none")
                .isTrue();
        assertThat(view(second, 1).version().narrative())
                .contains("checked online: 0 sites and shops in the period, 120 since the campaign began")
                .doesNotContain("nobody reported");
        assertThat(view(second, 1).version().narrativeZh()).contains("网上检查网站、网店：本期0家，专项行动以来累计120家");
    }

    private void dies(Runnable step) {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    step.run();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
    }

    private void enter(String returnNo, Map<String, BigDecimal> values, Map<String, String> reasons) {
        reporting.as(SignIn.officer(COMMERCE), () -> {
            returns.enter(returnNo, values, reasons);
            return null;
        });
    }

    private void correct(String briefingNo, String reason) {
        reporting.asOffice(() -> {
            briefings.correct(briefingNo, reason);
            return null;
        });
    }

    private void change(String briefingNo, String indicator, String value, String reason) {
        reporting.asOffice(() -> {
            briefings.change(briefingNo, indicator, COMMERCE, new BigDecimal(value), reason);
            return null;
        });
    }

    private BriefingDesk.View view(String briefingNo, int version) {
        return reporting.asOffice(() -> desk.find(briefingNo, version).orElseThrow());
    }

    private List<CountedCase> lines(String briefingNo, int version, String indicator) {
        return reporting.asOffice(() -> desk.lines(briefingNo, version, indicator));
    }

    private static BigDecimal value(BriefingDesk.View view, String indicator, String reporter) {
        return view.figures().stream()
                .filter(one ->
                        one.indicator().equals(indicator) && one.reporter().equals(reporter))
                .findFirst()
                .map(Figure::value)
                .orElseThrow();
    }

    private static void refused(ThrowingCallable act, String sentence) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BadInput.class, input -> assertThat(input.messageKey()).isEqualTo(sentence));
    }
}
