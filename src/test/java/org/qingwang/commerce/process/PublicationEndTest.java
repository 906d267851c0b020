package org.qingwang.commerce.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.commerce.process.Investigator.OFFICER;
import static org.qingwang.commerce.process.Investigator.with;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.commerce.PublicationEnd;
import org.qingwang.commerce.PublicationEndService;
import org.qingwang.common.BadInput;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a seller stands in the pillory longer than the law allows. */
@QingwangTest
class PublicationEndTest {

    @Autowired
    Investigator investigator;

    @Autowired
    PublicationEndService ends;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPenaltyIsTakenDownAfterThreeYears() {
        String caseNo = published(false);
        LocalDate since = investigator.today().minusYears(3).plusDays(9);
        upSince(caseNo, since);
        begin();
        begin();
        assertThat(investigator.open(caseNo)).containsExactly("Task_EndPublication");
        StatutoryClock clock = clock(caseNo);
        assertThat(WorkingCalendar.dateOf(clock.dueAt())).isEqualTo(since.plusYears(3));
        assertThat(investigator.task(caseNo, "Task_EndPublication").getDueDate().toInstant())
                .isEqualTo(clock.dueAt());

        refused("commerce.publication-ended-early", caseNo, Map.of("endedOn", investigator.day(0)));
        refused("commerce.date-in-future", caseNo, Map.of("endedOn", investigator.day(1)));
        refused(
                "commerce.publication-ended-before-begun",
                caseNo,
                Map.of("endedOn", since.minusDays(1).toString()));
        PublicationEnd end = new PublicationEnd(investigator.today(), "Asked for by the party, and amends made");
        take(caseNo, Map.of("endedOn", investigator.day(0), "note", end.note()));
        assertThat(investigator.open(caseNo)).isEmpty();
        assertThat(clock(caseNo).metAt()).isNotNull();
        int entries = timeline.of(caseNo).size();
        ends.end(caseNo, end, null);
        assertThat(timeline.of(caseNo)).hasSize(entries);
        assertThatThrownBy(() -> ends.end(caseNo, new PublicationEnd(investigator.today(), "again"), null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("commerce.publication-ended-already"));
    }

    @Test
    void aSmallFineIsTakenDownAfterThreeMonthsAndAnyOtherIsNot() {
        String small = published(true);
        String other = published(false);
        LocalDate since = investigator.today().minusMonths(3);
        upSince(small, since);
        upSince(other, since);
        begin();
        assertThat(investigator.open(small)).containsExactly("Task_EndLightPublication");
        assertThat(investigator.open(other)).isEmpty();
        assertThat(WorkingCalendar.dateOf(clock(small).dueAt())).isEqualTo(since.plusMonths(3));
        investigator.submit(small, "Task_EndLightPublication", OFFICER, Map.of("endedOn", investigator.day(0)));
        assertThat(investigator.open(small)).isEmpty();
    }

    @Test
    void whatWasWithdrawnIsNotTakenDownAgain() {
        String caseNo = published(false);
        upSince(caseNo, investigator.today().minusYears(4));
        jdbc.sql("insert into commerce_annulment (investigation_id, begun_at, begun_by, withdrawn_on)"
                        + " select id, now(), 'test', current_date from commerce_investigation where case_no = :case")
                .param("case", caseNo)
                .update();
        begin();
        assertThat(investigator.open(caseNo)).isEmpty();
    }

    private void begin() {
        boolean more = true;
        while (more) {
            more = ends.beginDue();
        }
    }

    private String published(boolean light) {
        String caseNo = investigator.served(investigator.findings(), investigator.penalty());
        investigator.submit(caseNo, "Task_PublishDecision", OFFICER, with(investigator.publication(), "light", light));
        investigator.submit(caseNo, "Task_RecordPayment", OFFICER, investigator.payment("168000.50", "R-1"));
        return caseNo;
    }

    private void upSince(String caseNo, LocalDate day) {
        jdbc.sql("update commerce_publication set published_on = :day where investigation_id ="
                        + " (select max(id) from commerce_investigation where case_no = :case)")
                .param("day", day)
                .param("case", caseNo)
                .update();
    }

    private void take(String caseNo, Map<String, Object> form) {
        investigator.submit(caseNo, "Task_EndPublication", OFFICER, form);
    }

    private void refused(String messageKey, String caseNo, Map<String, Object> form) {
        assertThatThrownBy(() -> take(caseNo, form))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    private StatutoryClock clock(String caseNo) {
        return clocks.of(caseNo).stream()
                .filter(clock -> clock.rule().id().startsWith("commerce.publication-end"))
                .findFirst()
                .orElseThrow();
    }
}
