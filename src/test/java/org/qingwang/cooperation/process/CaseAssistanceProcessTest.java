package org.qingwang.cooperation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.cooperation.process.Cooperating.CUSTOMS;
import static org.qingwang.cooperation.process.Cooperating.GUANGDONG;
import static org.qingwang.cooperation.process.Cooperating.WHAT;
import static org.qingwang.cooperation.process.Cooperating.ZHEJIANG;
import static org.qingwang.cooperation.process.Cooperating.refused;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.common.NotAllowed;
import org.qingwang.cooperation.Assistance;
import org.qingwang.cooperation.AssistanceService;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, an agency asks for help into the void, or a stranger keeps reading a case it has nothing to do with. */
@QingwangTest
class CaseAssistanceProcessTest {

    private static final Actor OFFICER = SignIn.officer(ZHEJIANG);
    private static final Actor HELPER = SignIn.officer(CUSTOMS);
    private static final Actor HELPERS_HEAD = SignIn.head(CUSTOMS);
    private static final Jurisdiction HELPS = Jurisdiction.parse(CUSTOMS);

    @Autowired
    Cooperating cooperating;

    @Autowired
    AssistanceService assistances;

    @Autowired
    CaseService cases;

    @Autowired
    StatutoryClocks clocks;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    @Test
    void whoIsAskedSeesTheCaseWhileItAssistsAndNotAfter() {
        String caseNo = cooperating.led(ZHEJIANG);
        assertThat(cases.maySee(HELPER, caseNo)).isFalse();
        cooperating.ask(caseNo);
        assertThat(cases.maySee(HELPER, caseNo)).isTrue();
        assertThat(cooperating.task(caseNo, "Task_AnswerRequest").getTenantId()).isEqualTo(CUSTOMS);

        cooperating.submit(caseNo, "Task_AnswerRequest", HELPERS_HEAD, Map.of("decision", "ACCEPT"));
        cooperating.submit(caseNo, "Task_GiveAssistance", HELPER, Map.of("result", "Two parcels were found."));

        assertThat(only(caseNo).stage()).isEqualTo(Assistance.Stage.GIVEN);
        assertThat(only(caseNo).result()).isEqualTo("Two parcels were found.");
        assertThat(cases.maySee(HELPER, caseNo)).isFalse();
        assertThat(cooperating.open(caseNo)).containsExactly("Task_CheckLead");
    }

    @Test
    void whoRefusesSaysWhyAndSeesTheCaseNoLonger() {
        String caseNo = cooperating.asked();
        assertThatThrownBy(() ->
                        cooperating.submit(caseNo, "Task_AnswerRequest", HELPERS_HEAD, Map.of("decision", "REFUSE")))
                .isNotNull();
        cooperating.submit(
                caseNo,
                "Task_AnswerRequest",
                HELPERS_HEAD,
                Map.of("decision", "REFUSE", "reason", "No goods pass our ports."));
        assertThat(only(caseNo).stage()).isEqualTo(Assistance.Stage.REFUSED);
        assertThat(cases.maySee(HELPER, caseNo)).isFalse();
        assertThat(clock(caseNo, AssistanceService.RESULT_CLOCK).stopped()).isTrue();
    }

    @Test
    void whoeverAskedEndsItAndNothingIsDueAnyMore() {
        String caseNo = cooperating.asked();
        cooperating.as(OFFICER, () -> assistances.end(caseNo, HELPS, "The parcels came back"));
        cooperating.as(OFFICER, () -> assistances.end(caseNo, HELPS, "The parcels came back"));
        assertThat(only(caseNo).stage()).isEqualTo(Assistance.Stage.ENDED);
        assertThat(cooperating.open(caseNo)).containsExactly("Task_CheckLead");
        assertThat(cases.maySee(HELPER, caseNo)).isFalse();
        assertThat(cooperating.events(caseNo)).containsOnlyOnce("casefile.event.assists-no-longer");
    }

    /** What comes late helps still; it shows as late. */
    @Test
    void anAnswerAfterItsDeadlineIsTakenAndShowsAsLate() {
        String caseNo = cooperating.asked();
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(30))));
        cooperating.submit(caseNo, "Task_AnswerRequest", HELPERS_HEAD, Map.of("decision", "ACCEPT"));
        cooperating.submit(caseNo, "Task_GiveAssistance", HELPER, Map.of("result", "Two parcels were found."));
        assertThat(clock(caseNo, AssistanceService.ANSWER_CLOCK)
                        .state(ClockUtil.getCurrentTime().toInstant()))
                .isEqualTo(StatutoryClock.State.MET_LATE);
        assertThat(clock(caseNo, AssistanceService.RESULT_CLOCK)
                        .state(ClockUtil.getCurrentTime().toInstant()))
                .isEqualTo(StatutoryClock.State.MET_LATE);
    }

    @Test
    void everyStepMayComeTwiceAndAnotherOneIsRefused() {
        String caseNo = cooperating.asked();
        String number = only(caseNo).assistanceNo();
        assertThat(cooperating.ask(caseNo)).isEqualTo(number);
        refused(
                () -> cooperating.as(OFFICER, () -> assistances.ask(caseNo, HELPS, "Something else", 10)),
                "cooperation.asked-already");
        cooperating.as(HELPERS_HEAD, () -> assistances.answer(number, true, null));
        cooperating.as(HELPERS_HEAD, () -> assistances.answer(number, true, null));
        refused(
                () -> cooperating.as(HELPERS_HEAD, () -> assistances.answer(number, false, "Too late")),
                "cooperation.not-open");
        cooperating.as(HELPER, () -> assistances.give(number, "Found"));
        cooperating.as(HELPER, () -> assistances.give(number, "Found"));
        refused(() -> cooperating.as(HELPER, () -> assistances.give(number, "Other")), "cooperation.not-open");
        assertThat(cooperating.events(caseNo)).containsOnlyOnce("cooperation.event.given");
    }

    @Test
    void whatCannotBeAskedIsRefusedInWords() {
        String caseNo = cooperating.led(ZHEJIANG);
        refused(() -> ask(caseNo, CUSTOMS, " ", 10), "cooperation.missing.request");
        refused(() -> ask(caseNo, CUSTOMS, "x".repeat(2001), 10), "casefile.too-long");
        refused(() -> ask(caseNo, CUSTOMS, WHAT, 0), "cooperation.days");
        refused(() -> ask(caseNo, CUSTOMS, WHAT, 61), "cooperation.days");
        refused(() -> ask(caseNo, ZHEJIANG, WHAT, 10), "casefile.lead-does-not-assist");
        refused(() -> ask(caseNo, "customs-519999", WHAT, 10), "casefile.no-such-jurisdiction");
        refused(() -> ask(caseNo, "office-330000", WHAT, 10), "casefile.no-such-jurisdiction");
        cases.recordOutcome(caseNo, new CaseResult(CaseOutcome.DISMISSED, "Genuine", null, null, null, null, null));
        cases.close(caseNo);
        refused(() -> ask(caseNo, CUSTOMS, WHAT, 10), "casefile.closed");
    }

    @Test
    void onlyWhoeverHasTheCaseAsksAndOnlyTheAskedAgencyAnswers() {
        String caseNo = cooperating.asked();
        for (Actor stranger : new Actor[] {HELPER, SignIn.officer(GUANGDONG)}) {
            assertThatThrownBy(() -> cooperating.as(stranger, () -> assistances.ask(caseNo, HELPS, WHAT, 5)))
                    .isInstanceOf(NotAllowed.class);
        }
        for (Actor stranger : new Actor[] {HELPER, SignIn.head(ZHEJIANG)}) {
            assertThatThrownBy(() ->
                            cooperating.submit(caseNo, "Task_AnswerRequest", stranger, Map.of("decision", "ACCEPT")))
                    .isNotNull();
        }
        assertThat(only(caseNo).stage()).isEqualTo(Assistance.Stage.ASKED);
    }

    private void ask(String caseNo, String asked, String what, int days) {
        cooperating.as(OFFICER, () -> assistances.ask(caseNo, Jurisdiction.parse(asked), what, days));
    }

    private Assistance only(String caseNo) {
        assertThat(assistances.of(caseNo)).hasSize(1);
        return assistances.of(caseNo).get(0);
    }

    private StatutoryClock clock(String caseNo, String rule) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }
}
