package org.qingwang.briefing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.qingwang.agency.Actor;
import org.qingwang.briefing.BriefingService;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.support.FormWork;
import org.qingwang.support.SignIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A running campaign whose agencies report, for tests: two agencies of Zhejiang take part. */
@Component
public class Reporting extends FormWork {

    /** A Monday; the week ends on Friday the 6th. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);

    public static final LocalDate FRIDAY = FIRST_DAY.plusDays(4);
    public static final String COMMERCE = "commerce-330000";
    public static final String CUSTOMS = "customs-330000";
    static final Actor REVIEWER = new Actor("supervisor", "Supervisor", null, Set.of(Actor.SUPERVISORS_GROUP));

    private final BriefingService briefings;
    private final ManagementService management;
    private final JdbcClient jdbc;

    Reporting(BriefingService briefings, ManagementService management, JdbcClient jdbc) {
        this.briefings = briefings;
        this.management = management;
        this.jdbc = jdbc;
    }

    /** @return number of a running campaign that counts by the set of online markets */
    public String campaign() {
        return campaign("online-market");
    }

    /** Says that a case belongs to a campaign: no other case of the shared database does. */
    public void take(String campaignNo, String caseNo) {
        jdbc.sql("insert into campaign_override values (:campaign, 'CASE', :case, true, 'Said so', now(), 'Office')")
                .param("campaign", campaignNo)
                .param("case", caseNo)
                .update();
    }

    /** A row as the campaign's own processes would leave it: these tests begin where they end. */
    public String campaign(String set) {
        long number =
                jdbc.sql("select nextval('campaign_number')").query(Long.class).single();
        String campaignNo = "ZX-2026-%04d".formatted(number);
        jdbc.sql("""
                        insert into campaign (campaign_no, name, name_zh, document_no, legal_basis, stage, first_day,
                                              last_day, planned_last_day, goods, platforms, regions, agencies,
                                              supervision_criteria, indicator_set, returns_on, drafted_at, drafted_by,
                                              drafted_name, approved_at, approved_name)
                        values (:no, 'Clean shelves', '净架行动', :no, 'Notice 1', 'RUNNING', :first, :last, :last,
                                '{}', array[:no], '{330000}', '{commerce,customs}', 'Large cases', :set, 5, now(),
                                'office', 'Office', now(), 'Supervisor')
                        """)
                .param("no", campaignNo)
                .param("first", FIRST_DAY)
                .param("last", FIRST_DAY.plusDays(60))
                .param("set", set)
                .update();
        for (String agency : List.of(COMMERCE, CUSTOMS)) {
            jdbc.sql(
                            "insert into campaign_agency (campaign_no, jurisdiction, notified_at) values (:no, :agency, now())")
                    .param("no", campaignNo)
                    .param("agency", agency)
                    .update();
        }
        return campaignNo;
    }

    /** @return number of the briefing for the period that ends on a day, asked for that morning */
    public String asked(String campaignNo, LocalDate from, LocalDate to) {
        on(to, "09:00");
        briefings.ask(campaignNo, from, to);
        return briefingOf(campaignNo, to);
    }

    public String briefingOf(String campaignNo, LocalDate to) {
        return jdbc.sql("select briefing_no from briefing where campaign_no = :no and to_day = :to")
                .param("no", campaignNo)
                .param("to", to)
                .query(String.class)
                .single();
    }

    /** @return number of a briefing that waits to be drafted: nobody reported */
    public String compiled(String campaignNo, LocalDate from, LocalDate to) {
        String briefingNo = asked(campaignNo, from, to);
        on(to.plusDays(10), "09:00");
        jobs(briefingNo);
        return briefingNo;
    }

    /** @return number of a published briefing */
    public String published(String campaignNo, LocalDate from, LocalDate to) {
        String briefingNo = compiled(campaignNo, from, to);
        draftAndApprove(briefingNo);
        return briefingNo;
    }

    /** @return number of a briefing whose second version says what was wrong with the first */
    public String corrected(String campaignNo) {
        String briefingNo = published(campaignNo, FIRST_DAY, FRIDAY);
        asOffice(() -> {
            briefings.correct(briefingNo, "A case of Ningbo was left out");
            briefings.change(briefingNo, "cases-filed", COMMERCE, new BigDecimal("4"), "Ningbo reported later");
            return null;
        });
        draftAndApprove(briefingNo);
        return briefingNo;
    }

    public void draftAndApprove(String briefingNo) {
        submit(briefingNo, "Task_Draft", SignIn.office(), Map.of("ready", true));
        submit(briefingNo, "Task_Review", REVIEWER, Map.of("decision", "APPROVE"));
        jobs(briefingNo);
    }

    /** Runs what is due for a briefing until nothing is. */
    public void jobs(String briefingNo) {
        for (int round = 0; round < 20; round++) {
            List<Job> due = management.createJobQuery().executable().list().stream()
                    .filter(job -> belongs(job, briefingNo))
                    .toList();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> {
                if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            });
        }
        assertThat(false).as("jobs of " + briefingNo + " never end").isTrue();
    }

    private boolean belongs(Job job, String briefingNo) {
        return jdbc.sql("select business_key_ from act_hi_procinst where proc_inst_id_ = :id")
                .param("id", job.getProcessInstanceId())
                .query(String.class)
                .optional()
                .filter(key -> key.startsWith(briefingNo))
                .isPresent();
    }

    public void on(LocalDate day, String time) {
        ClockUtil.setCurrentTime(Date.from(
                day.atTime(LocalTime.parse(time)).atZone(WorkingCalendar.ZONE).toInstant()));
    }

    public <T> T asOffice(Supplier<T> work) {
        return SignIn.as(identity, SignIn.office(), work);
    }

    public <T> T as(Actor actor, Supplier<T> work) {
        return SignIn.as(identity, actor, work);
    }
}
