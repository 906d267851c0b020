package org.qingwang.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingwang.indicator.CaseQuery.CASES_CLOSED;
import static org.qingwang.indicator.CaseQuery.CASES_FILED;
import static org.qingwang.indicator.CaseQuery.CASES_OPENED;
import static org.qingwang.indicator.CaseQuery.FINES;
import static org.qingwang.indicator.CaseQuery.FINES_AND_CONFISCATED;
import static org.qingwang.indicator.CaseQuery.SUPERVISED_AT_ADMINISTRATION;
import static org.qingwang.indicator.CaseQuery.SUPERVISED_CLOSED;
import static org.qingwang.indicator.CaseQuery.SUPERVISED_NEW;
import static org.qingwang.indicator.CaseQuery.SUPERVISED_TOTAL;
import static org.qingwang.indicator.CaseQuery.SUPERVISED_WITH_PROGRESS;
import static org.qingwang.indicator.CaseQuery.VALUE_DECIDED;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseJoiningService;
import org.qingwang.casefile.CaseScope;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.indicator.CountedCase.Standing;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.supervision.process.Supervising;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures of cases that were really worked. If this fails, a briefing says something that did not happen. */
@QingwangTest
class CaseCountsTest {

    /** A Monday. */
    private static final LocalDate START = LocalDate.of(2026, 11, 2);

    private static final Span FIRST_WEEK = new Span(START, START, START.plusDays(6));
    private static final Span SECOND_WEEK = new Span(START, START.plusDays(7), START.plusDays(13));

    @Autowired
    CaseCounts counts;

    @Autowired
    Investigator investigator;

    @Autowired
    Supervising supervising;

    @Autowired
    CaseJoiningService joining;

    @Autowired
    IdentityService identity;

    @AfterEach
    void resetTime() {
        ClockUtil.reset();
    }

    /** Illegal business 80,000; fine 160,000; 8,000.50 of gains and goods of 60,000 confiscated. */
    @Test
    void aPenalisedCaseGivesItsFiguresToTheCent() {
        on(START);
        String caseNo = investigator.closed();

        Map<CaseQuery, List<CountedCase>> lists = count(FIRST_WEEK, caseNo);
        for (CaseQuery query : List.of(CASES_OPENED, CASES_FILED, CASES_CLOSED)) {
            assertThat(lists.get(query)).as(query.name()).singleElement().satisfies(row -> {
                assertThat(row.caseNo()).isEqualTo(caseNo);
                assertThat(row.agency().id()).isEqualTo("commerce-330000");
                assertThat(row.day()).isEqualTo(START);
                assertThat(row.standing()).isEqualTo(Standing.PERIOD);
            });
        }
        assertThat(amounts(lists, FINES)).containsExactly(new BigDecimal("160000"));
        assertThat(amounts(lists, FINES_AND_CONFISCATED)).containsExactly(new BigDecimal("228000.5"));
        assertThat(amounts(lists, VALUE_DECIDED)).containsExactly(new BigDecimal("80000"));
        assertThat(count(SECOND_WEEK, caseNo).get(CASES_FILED))
                .as("a week later nothing of it is new")
                .isEmpty();
    }

    @Test
    void aDecisionEnteredAfterTheWeekItFellInIsLateInTheNext() {
        on(START);
        String caseNo = investigator.awaitingDecision();
        on(START.plusDays(8));
        Map<String, Object> decision = investigator.penalty();
        decision.put("decidedOn", START.plusDays(2).toString());
        investigator.submit(caseNo, "Task_Decide", SignIn.head("commerce-330000"), decision);

        assertThat(count(FIRST_WEEK, caseNo).get(FINES)).isEmpty();
        assertThat(count(SECOND_WEEK, caseNo).get(FINES)).singleElement().satisfies(row -> {
            assertThat(row.standing()).isEqualTo(Standing.LATE);
            assertThat(row.day()).isEqualTo(START.plusDays(2));
        });
    }

    @Test
    void casesThatTurnOutToBeOneAreTakenOutOfTheTotalWhenTheyAreJoined() {
        on(START);
        String one = supervising.assigned();
        String other = supervising.put();
        on(START.plusDays(8));
        SignIn.as(identity, SignIn.head("commerce-330000"), () -> {
            joining.join(other, one, "The same shop sells the same shoes");
            return null;
        });

        assertThat(count(FIRST_WEEK, one, other).get(CASES_OPENED)).hasSize(2);
        Map<CaseQuery, List<CountedCase>> second = count(SECOND_WEEK, one, other);
        assertThat(second.get(CASES_OPENED)).singleElement().satisfies(row -> {
            assertThat(row.caseNo()).isEqualTo(other);
            assertThat(row.standing()).isEqualTo(Standing.WITHDRAWN);
        });
        assertThat(second.get(CASES_CLOSED)).as("the case goes on").isEmpty();
        assertThat(second.get(SUPERVISED_TOTAL)).hasSize(1);
        assertThat(second.get(SUPERVISED_AT_ADMINISTRATION)).hasSize(1);
        assertThat(second.get(SUPERVISED_CLOSED)).isEmpty();
    }

    @Test
    void aSupervisedCaseIsNewOnceAndStaysInTheTotal() {
        on(START);
        String caseNo = supervising.put();
        on(START.plusDays(9));
        supervising.submit(
                caseNo, "Task_ReportResult", Supervising.OWNER, Map.of("report", "The shop is closed, a fine follows"));

        assertThat(count(FIRST_WEEK, caseNo).get(SUPERVISED_NEW)).hasSize(1);
        Map<CaseQuery, List<CountedCase>> second = count(SECOND_WEEK, caseNo);
        assertThat(second.get(SUPERVISED_NEW)).isEmpty();
        assertThat(second.get(SUPERVISED_TOTAL)).extracting(CountedCase::caseNo).containsExactly(caseNo);
        assertThat(second.get(SUPERVISED_WITH_PROGRESS)).hasSize(1);
    }

    private Map<CaseQuery, List<CountedCase>> count(Span span, String... caseNos) {
        CaseScope these =
                CaseScope.where("c.case_no = any (:chosen::text[])", statement -> statement.param("chosen", caseNos));
        return counts.count(EnumSet.allOf(CaseQuery.class), span, these);
    }

    private static List<BigDecimal> amounts(Map<CaseQuery, List<CountedCase>> lists, CaseQuery query) {
        return lists.get(query).stream().map(CountedCase::amount).toList();
    }

    private static void on(LocalDate day) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.of(10, 0)).atZone(WorkingCalendar.ZONE).toInstant()));
    }
}
