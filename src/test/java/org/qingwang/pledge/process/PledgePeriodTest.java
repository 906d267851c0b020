package org.qingwang.pledge.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.pledge.Figure;
import org.qingwang.pledge.Finding;
import org.qingwang.pledge.Finding.Result;
import org.qingwang.pledge.FirmReturned;
import org.qingwang.pledge.Period;
import org.qingwang.pledge.PeriodService;
import org.qingwang.pledge.Pledge.Ending;
import org.qingwang.pledge.Pledge.Stage;
import org.qingwang.pledge.PledgeLinkService;
import org.qingwang.pledge.PledgeService;
import org.qingwang.pledge.Recheck;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, a pledge is a piece of paper: nobody looks whether it is kept, or nobody may put it right. */
@QingwangTest
class PledgePeriodTest {

    private static final Actor OFFICER = SignIn.officer(Pledger.AGENCY);

    /** A Monday; the first period ends on Sunday 4 May 2025, the fourth and last on 4 November 2026. */
    private static final LocalDate START = LocalDate.of(2024, 11, 4);

    @Autowired
    Pledger pledger;

    @Autowired
    PledgeService pledges;

    @Autowired
    PeriodService periods;

    @Autowired
    PledgeLinkService links;

    @Autowired
    IdentityService identity;

    @Autowired
    FormService forms;

    @BeforeEach
    void standOnADay() {
        at(START);
    }

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void whatIsKeptIsFoundKeptAndTheNextPeriodBegins() {
        String pledgeNo = asked();
        assertThat(pledger.mailKinds(pledgeNo)).containsExactly("invitation", "published", "return-asked");
        links.sendReturn(pledger.token(pledgeNo), figures("0.5", "0", "100", "97"), "All of Zhejiang");
        assertThat(present(pledgeNo).findings())
                .extracting(found -> found.number() + " " + found.result())
                .as("figures by their values, the two others to be looked at")
                .containsExactly("1 null", "2 KEPT", "3 null", "4 KEPT", "5 KEPT", "7 KEPT");
        assertThat(pledger.task(pledgeNo, "Task_CheckCommitments").getTenantId())
                .isEqualTo(Pledger.AGENCY);
        refused(() -> endCheck(pledgeNo), "pledge.check.open");

        find(pledgeNo, kept(1), kept(3));
        endCheck(pledgeNo);

        assertThat(present(pledgeNo).period().result()).isEqualTo(Period.Result.KEPT);
        assertThat(pledger.open(pledgeNo)).isEmpty();
        at(LocalDate.of(2025, 11, 5));
        pledger.runJobs(pledgeNo);
        assertThat(present(pledgeNo).period().number()).isEqualTo(2);
        assertThat(present(pledgeNo).period().from()).isEqualTo("2025-05-04");
    }

    @Test
    void whatIsBrokenIsCorrectedByTheDayTheOfficerSetAndFoundCorrected() {
        String pledgeNo = returned("4");
        find(pledgeNo, kept(1), kept(3));
        pledger.submit(
                pledgeNo,
                "Task_CheckCommitments",
                OFFICER,
                Map.of("note", "Four complaints of a thousand were right", "days", 3));
        assertThat(pledger.mails(pledgeNo).get(3).body())
                .as("3 working days from Tuesday 6 May: 7, 8, Friday 9")
                .contains("2 Honest dealing", "Four complaints", "9 May 2025");
        periods.askCorrection(pledgeNo);
        assertThat(pledger.mails(pledgeNo)).hasSize(4);
        String token = pledger.token(pledgeNo);
        refused(() -> links.correct(token, " "), "pledge.correction.missing");
        links.correct(token, "The descriptions were taken off");
        refused(() -> links.correct(token, "Again"), "pledge.not-now");

        pledger.submit(
                pledgeNo, "Task_CheckCorrection", OFFICER, Map.of("decision", "CORRECTED", "note", "Seen on the site"));

        assertThat(present(pledgeNo).period().result()).isEqualTo(Period.Result.CORRECTED);
        assertThat(pledger.pledge(pledgeNo).stage()).isEqualTo(Stage.IN_FORCE);
        assertThat(pledger.pledge(pledgeNo).warnings()).isZero();
    }

    /** The return is due after 15 working days from Tuesday 6 May 2025: Tuesday 27. */
    @Test
    void whoSendsNothingAndCorrectsNothingIsWarnedInPublicAndThenOut() {
        String pledgeNo = asked();
        at(LocalDate.of(2025, 5, 17));
        pledger.runJobs(pledgeNo);
        assertThat(pledger.mailKinds(pledgeNo)).endsWith("return-reminder");
        missedAll(pledgeNo, LocalDate.of(2025, 5, 28), LocalDate.of(2025, 6, 20));
        refused(() -> links.correct(pledger.token(pledgeNo), "Too late?"), "pledge.not-now");
        consequence(pledgeNo, "WARN");
        assertThat(pledger.pledge(pledgeNo).warnings()).isEqualTo(1);
        assertThat(pledger.mailKinds(pledgeNo)).endsWith("warned");
        assertThat(present(pledgeNo).period().result()).isEqualTo(Period.Result.WARNED);

        at(LocalDate.of(2025, 11, 5));
        pledger.runJobs(pledgeNo);
        missedAll(pledgeNo, LocalDate.of(2025, 12, 1), LocalDate.of(2025, 12, 31));
        consequence(pledgeNo, "WITHDRAW");

        assertThat(pledger.pledge(pledgeNo).ending()).isEqualTo(Ending.WITHDRAWN);
        assertThat(pledger.instances(pledgeNo)).isEmpty();
        assertThat(pledges.findPublic(pledgeNo)).isPresent();
    }

    @Test
    void aLateReturnStillCountsAsLongAsNobodyHasLooked() {
        String pledgeNo = asked();
        at(LocalDate.of(2025, 5, 28));
        pledger.runJobs(pledgeNo);
        periods.noteMissing(pledgeNo);
        periods.remind(pledgeNo);
        assertThat(present(pledgeNo).findings())
                .filteredOn(found -> found.result() != null)
                .extracting(Finding::result)
                .containsOnly(Result.NOT_SHOWN);
        pledges.requestLink(pledger.pledge(pledgeNo).firm().value());
        links.sendReturn(pledger.token(pledgeNo), figures("0.5", "0", "100", "97"), null);
        assertThat(present(pledgeNo).findings())
                .filteredOn(found -> found.result() != null)
                .extracting(Finding::result)
                .containsOnly(Result.KEPT);
        refused(() -> links.sendReturn(pledger.token(pledgeNo), List.of(), " "), "pledge.return.empty");
    }

    @Test
    void aBetterReturnTakesThePlaceOfTheFirstAndBothAreKept() {
        String pledgeNo = returned("4");
        String token = pledger.token(pledgeNo);
        find(pledgeNo, kept(1), finding(2, Result.BROKEN, "4"), finding(5, Result.BROKEN, "90"));

        links.sendReturn(token, figures("0.5", "0", "100", "97"), "The first one counted twice");
        links.sendReturn(token, figures("0.5", "0", "100", "97"), "The first one counted twice");

        PeriodService.View view = present(pledgeNo);
        assertThat(view.returns()).extracting(FirmReturned::round).containsExactly(2, 1);
        assertThat(view.returns()
                        .get(1)
                        .figure("misleading-upheld")
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("4");
        assertThat(view.findings())
                .extracting(found -> found.number() + " " + found.result() + " " + found.isProposed())
                .as("2 is another figure now; what was found of 1 and 5 stays")
                .containsExactly(
                        "1 KEPT false", "2 KEPT true", "3 null false", "4 KEPT true", "5 BROKEN false", "7 KEPT true");
        find(pledgeNo, kept(3));
        endCheck(pledgeNo);
        assertThat(present(pledgeNo).findings()).noneMatch(Finding::isProposed);
        refused(
                () -> links.sendReturn(pledger.token(pledgeNo), figures("0", "0", "100", "97"), null),
                "pledge.not-now");
    }

    /** What Tasklist draws: each figure, its proposal, and room for what the officer decides. */
    @Test
    void theTaskShowsEachFigureWithItsProposalAndTheOfficerDecidesThere() {
        String pledgeNo = returned("4");
        List<Map<String, Object>> rows = rows(pledgeNo, "Task_CheckCommitments", "findings");
        assertThat(rows)
                .extracting(row -> row.get("result"))
                .containsExactly(null, "BROKEN", null, "KEPT", "KEPT", "KEPT");
        assertThat(rows.get(1))
                .containsEntry("commitment", "2. Honest dealing · 诚实经营")
                .containsEntry("bound", "broken above 1 per 1,000 · 高于1‰即违背")
                .containsEntry("sent", "4 per 1,000")
                .containsEntry("value", "4");
        String task = pledger.task(pledgeNo, "Task_CheckCommitments").getId();
        assertThatThrownBy(() ->
                        SignIn.as(identity, SignIn.officer("commerce-440000"), () -> forms.getTaskFormVariables(task)))
                .as("figures are for those whose task it is")
                .isInstanceOf(ProcessEngineException.class);
        List<Map<String, Object>> decided = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            decided.add(new HashMap<>(Map.of("result", "KEPT", "value", i == 4 ? "100" : i == 5 ? "97" : "0")));
        }
        refusedForm(pledgeNo, decided, "pledge.check.differs");
        decided.get(1).putAll(Map.of("value", "2", "words", "Counted anew"));
        refusedForm(pledgeNo, decided, "pledge.check.contradicts");
        decided.get(1).put("value", "0.8");
        refusedForm(pledgeNo, decided.subList(0, 5), "pledge.check.changed");
        pledger.submit(pledgeNo, "Task_CheckCommitments", OFFICER, form(decided));

        assertThat(present(pledgeNo).period().result()).isEqualTo(Period.Result.KEPT);
        assertThat(present(pledgeNo).findings())
                .filteredOn(found -> found.number() == 2)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.value()).isEqualByComparingTo("0.8");
                    assertThat(found.words()).isEqualTo("Counted anew");
                });
    }

    @Test
    void whoChecksACorrectionReadsWhatWasBrokenAndWhatWasCorrected() {
        String pledgeNo = returned("4");
        find(pledgeNo, kept(1), kept(3));
        endCheck(pledgeNo);
        links.correct(pledger.token(pledgeNo), "The descriptions were taken off");

        Map<String, Object> shown = shown(pledgeNo, "Task_CheckCorrection");
        assertThat(shown.get("faults").toString())
                .contains("2. Honest dealing · 诚实经营", "broken · 违背, 4 per 1,000")
                .doesNotContain("Genuine goods");
        assertThat(shown).containsEntry("correction", "The descriptions were taken off");
    }

    private void refusedForm(String pledgeNo, List<Map<String, Object>> rows, String key) {
        assertThatThrownBy(() -> pledger.submit(pledgeNo, "Task_CheckCommitments", OFFICER, form(rows)))
                .hasStackTraceContaining(key);
    }

    private static Map<String, Object> form(List<Map<String, Object>> rows) {
        return Map.of("note", "Samples bought in two cities", "findings", rows);
    }

    private Map<String, Object> shown(String pledgeNo, String task) {
        String id = pledger.task(pledgeNo, task).getId();
        return SignIn.as(identity, OFFICER, () -> forms.getTaskFormVariables(id));
    }

    private List<Map<String, Object>> rows(String pledgeNo, String task, String field) {
        try {
            return new ObjectMapper().readValue(shown(pledgeNo, task).get(field).toString(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPledgeWhoseTimeIsOverIsAskedForAnew() {
        String pledgeNo = pledger.inForce();
        for (LocalDate end : List.of(
                LocalDate.of(2025, 5, 5),
                LocalDate.of(2025, 11, 5),
                LocalDate.of(2026, 5, 5),
                LocalDate.of(2026, 11, 5))) {
            at(end);
            pledger.runJobs(pledgeNo);
            links.sendReturn(pledger.token(pledgeNo), figures("0.5", "0", "100", "97"), null);
            find(pledgeNo, kept(1), kept(3));
            endCheck(pledgeNo);
        }
        assertThat(pledger.pledge(pledgeNo).ending()).isEqualTo(Ending.EXPIRED);
        String next = pledges.renew(pledgeNo);
        assertThat(pledger.pledge(next).renews()).isEqualTo(pledgeNo);
        assertThat(pledger.newest(pledger.pledge(pledgeNo).firm()).pledgeNo()).isEqualTo(next);
        pledger.runJobs(next);
        assertThat(pledger.mailKinds(next)).containsExactly("invitation");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        String pledgeNo = asked();
        String token = pledger.token(pledgeNo);
        refused(
                () -> links.sendReturn(token, List.of(new Figure("notice-hours", BigDecimal.ONE, "form")), null),
                "pledge.return.not-asked");
        links.sendReturn(token, figures("0.5", "0", "100", "97"), null);
        refused(() -> find(pledgeNo, finding(1, Result.KEPT, null)), "pledge.check.value");
        refused(() -> find(pledgeNo, finding(1, Result.KEPT, "3")), "pledge.check.contradicts");
        refused(() -> find(pledgeNo, finding(1, Result.BROKEN, "0")), "pledge.check.contradicts");
        refused(() -> find(pledgeNo, finding(6, Result.BROKEN, "100")), "pledge.check.not-drawn");
        refused(() -> periods.recheck(pledgeNo, new Recheck(null, "Not yet")), "pledge.not-now");
        for (Actor stranger : List.of(SignIn.officer("commerce-440000"), SignIn.office())) {
            assertThatThrownBy(() -> as(stranger, () -> periods.find(pledgeNo, List.of(kept(1)))))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> pledger.submit(
                        pledgeNo,
                        "Task_CheckCommitments",
                        SignIn.officer("customs-330000"),
                        Map.of("note", "All is well")))
                .isNotNull();
    }

    private String asked() {
        String pledgeNo = pledger.inForce();
        at(LocalDate.of(2025, 5, 6));
        pledger.runJobs(pledgeNo);
        return pledgeNo;
    }

    private String returned(String misleading) {
        String pledgeNo = asked();
        links.sendReturn(pledger.token(pledgeNo), figures(misleading, "0", "100", "97"), null);
        return pledgeNo;
    }

    private void missedAll(String pledgeNo, LocalDate returnOver, LocalDate correctionOver) {
        at(returnOver);
        pledger.runJobs(pledgeNo);
        assertThat(present(pledgeNo).period().missing()).isTrue();
        find(pledgeNo, finding(1, Result.BROKEN, "20"), finding(3, Result.NOT_SHOWN, null));
        endCheck(pledgeNo);
        at(correctionOver);
        pledger.runJobs(pledgeNo);
        pledger.submit(
                pledgeNo,
                "Task_CheckCorrection",
                OFFICER,
                Map.of("decision", "NOT_CORRECTED", "note", "Nothing was corrected"));
    }

    private void consequence(String pledgeNo, String decision) {
        pledger.submit(
                pledgeNo,
                "Task_DecideConsequence",
                SignIn.office(),
                Map.of("decision", decision, "note", "Two samples of ten were counterfeit"));
    }

    private void endCheck(String pledgeNo) {
        pledger.submit(pledgeNo, "Task_CheckCommitments", OFFICER, Map.of("note", "Samples bought in two cities"));
    }

    private void find(String pledgeNo, Finding... found) {
        as(OFFICER, () -> periods.find(pledgeNo, List.of(found)));
    }

    private void as(Actor actor, Runnable work) {
        SignIn.as(identity, actor, () -> {
            work.run();
            return null;
        });
    }

    private static Finding kept(int number) {
        return finding(number, Result.KEPT, "0");
    }

    private static Finding finding(int number, Result result, String value) {
        return new Finding(number, result, value == null ? null : new BigDecimal(value), "Ten samples", null, null);
    }

    private static List<Figure> figures(String... values) {
        List<String> measures = List.of("misleading-upheld", "leaks-not-told", "repeat-suspended", "paid-in-time");
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            figures.add(new Figure(measures.get(i), new BigDecimal(values[i]), "form"));
        }
        return figures;
    }

    private PeriodService.View present(String pledgeNo) {
        return periods.of(pledgeNo).get(0);
    }

    private static void refused(Runnable act, String key) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        BadInput.class, input -> assertThat(input.messageKey()).isEqualTo(key));
    }

    private static void at(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.NOON).atZone(WorkingCalendar.ZONE).toInstant()));
    }
}
