package org.qingwang.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseOutcome;
import org.qingwang.casefile.CaseResult;
import org.qingwang.casefile.CaseService;
import org.qingwang.complaint.Claim;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.complaint.Notice;
import org.qingwang.complaint.NoticeService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.complaint.Screening;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.SampleFiles;
import org.qingwang.evidence.Subject;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.rights.RightsImportService;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Every way a complaint can go, from receipt to what its complainant is told. */
@QingwangTest
class ComplaintProcessTest {

    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");
    private static final Actor OFFICER = SignIn.officer("commerce-330000");
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T01:00:00Z");

    @Autowired
    ProcessEngine processEngine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    ComplaintService complaints;

    @Autowired
    ScreeningService screenings;

    @Autowired
    EvidenceService evidence;

    @Autowired
    NoticeService notices;

    @Autowired
    CaseService cases;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    RightsImportService register;

    @BeforeEach
    void standOnADay() {
        AbstractAssertions.init(processEngine);
        ClockUtil.setCurrentTime(Date.from(MONDAY_MORNING));
    }

    @AfterEach
    void letTimeGo() {
        ClockUtil.reset();
        AbstractAssertions.reset();
    }

    @Test
    void anAcceptedComplaintOpensACase() {
        ProcessInstance complaint = screened(new SampleComplaint());
        BpmnAwareTests.assertThat(complaint).isWaitingAt("Task_ConfirmScreening");
        BpmnAwareTests.assertThat(task(complaint)).hasCandidateGroup("commerce-330000");

        confirm(complaint, Map.of("decision", "ACCEPT"));

        BpmnAwareTests.assertThat(complaint).isEnded().hasPassed("Task_OpenCase", "End_Accepted");
        Complaint accepted = stored(complaint);
        assertThat(accepted.status()).isEqualTo(ComplaintStatus.ACCEPTED);
        assertThat(cases.complaintsOf(accepted.caseNo().orElseThrow())).containsExactly(accepted.receiptNo());
        assertThat(told(complaint)).containsExactly(Notice.Event.RECEIVED, Notice.Event.ACCEPTED);
        assertThat(acceptanceClock(complaint).metAt()).isEqualTo(MONDAY_MORNING);
    }

    @Test
    void aMarkInForceIsProposedForAcceptanceAndAnExpiredOneForRefusal() {
        ProcessInstance inForce = screened(new SampleComplaint().registrationNo(registered("2030-01-01")));
        ProcessInstance expired = screened(new SampleComplaint().registrationNo(registered("2026-11-19")));

        assertThat(lastRound(inForce).rule()).isEqualTo("Rule_Accept");
        assertThat(lastRound(expired).rule()).isEqualTo("Rule_RightLapsed");
        assertThatThrownBy(() -> confirm(inForce, Map.of("decision", "REFUSE")))
                .hasStackTraceContaining("complaint.reason.missing.REFUSE");
        confirm(expired, Map.of("decision", "REFUSE"));
        assertThat(lastNotice(expired).textZh()).contains("失效");
    }

    @Test
    void anOfficerMayStartItFromTheStartForm() {
        Map<String, Object> form = new HashMap<>();
        form.put("receivedOn", "2026-11-20");
        form.put("channel", "HOTLINE");
        form.put("complainantType", "CONSUMER");
        form.put("complainantName", "王女士");
        form.put("contact", "13800000000");
        form.put("right", "晨光");
        form.put("claim", "COUNTERFEIT_MARK");
        form.put("platform", "Taobao");
        form.put("listingUrls", "https://item.taobao.com/item.htm?id=71\n\nhttps://item.taobao.com/item.htm?id=72\n");
        form.put("sellerName", "某某运动店");
        form.put("sellerRegion", "440000");
        form.put("goods", "Shoes");
        form.put("quantity", 2);
        form.put("unitPrice", 99.5);
        form.put("description", "The box has no certificate.");

        ProcessInstance complaint = asOfficer(() -> forms.submitStartForm(definition(), form));

        Complaint stored = stored(complaint);
        assertThat(complaint.getTenantId()).isEqualTo("commerce-330000");
        assertThat(stored.listings()).hasSize(2);
        assertThat(stored.content().unitPrice()).isEqualByComparingTo("99.5");
        assertThat(stored.content().complainantName()).isEqualTo("王女士");
        screen(complaint);
        BpmnAwareTests.assertThat(complaint).isWaitingAt("Task_ConfirmScreening");
    }

    @Test
    void nothingIsStoredOfAComplaintFromTheFuture() {
        Map<String, Object> form = new HashMap<>(Map.of(
                "receivedOn", "2026-11-24", "channel", "LETTER", "complainantType", "ANONYMOUS", "claim", "OTHER"));
        long before = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("complaint")
                .count();

        assertThatThrownBy(() -> asOfficer(() -> forms.submitStartForm(definition(), form)))
                .hasStackTraceContaining("complaint.receivedOn.future");

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("complaint")
                        .count())
                .isEqualTo(before);
    }

    @Test
    void theSameSellerListingAndMarkJoinsWithoutAskingAnybody() {
        SampleComplaint same = new SampleComplaint();
        ProcessInstance first = screened(same);
        confirm(first, Map.of("decision", "ACCEPT"));

        ProcessInstance second = screened(same);

        BpmnAwareTests.assertThat(second)
                .isEnded()
                .hasPassed("Task_JoinCase", "Task_TellJoined", "End_Joined")
                .hasNotPassed("Task_ConfirmScreening");
        assertThat(stored(second).status()).isEqualTo(ComplaintStatus.JOINED);
        assertThat(stored(second).caseNo()).isEqualTo(stored(first).caseNo());
        assertThat(told(second)).containsExactly(Notice.Event.RECEIVED, Notice.Event.JOINED);
        assertThat(acceptanceClock(second).state(ClockUtil.getCurrentTime().toInstant()))
                .isEqualTo(StatutoryClock.State.MET);
    }

    @Test
    void twoThatWereScreenedBesideEachOtherStillBecomeOneCase() {
        SampleComplaint same = new SampleComplaint();
        ProcessInstance first = screened(same);
        ProcessInstance second = screened(same);
        confirm(first, Map.of("decision", "ACCEPT"));

        confirm(second, Map.of("decision", "ACCEPT"));

        BpmnAwareTests.assertThat(second).isEnded().hasPassed("End_Joined");
        assertThat(stored(second).caseNo()).isEqualTo(stored(first).caseNo());
    }

    @Test
    void anOfficerJoinsALikelyMatchWithoutGivingReasons() {
        SampleComplaint known = new SampleComplaint();
        ProcessInstance first = screened(known);
        confirm(first, Map.of("decision", "ACCEPT"));
        String caseNo = stored(first).caseNo().orElseThrow();
        ProcessInstance second = screened(known.listings("https://item.jd.com/1000123.html"));
        BpmnAwareTests.assertThat(second).isWaitingAt("Task_ConfirmScreening");
        assertThat(runtime.getVariable(second.getId(), "deconfliction")).isEqualTo("likely");

        confirm(second, Map.of("decision", "JOIN", "caseNo", caseNo));

        BpmnAwareTests.assertThat(second).isEnded().hasPassed("End_Joined");
        assertThat(stored(second).caseNo()).contains(caseNo);
    }

    @Test
    void aCaseClosedMeanwhileTakesNoComplaintAndItIsScreenedAgain() {
        SampleComplaint known = new SampleComplaint();
        ProcessInstance first = screened(known);
        confirm(first, Map.of("decision", "ACCEPT"));
        String caseNo = stored(first).caseNo().orElseThrow();
        ProcessInstance second = screened(known.listings("https://item.jd.com/1000124.html"));
        cases.recordOutcome(caseNo, CaseResult.of(CaseOutcome.DISMISSED, "no infringement"));
        cases.close(caseNo);
        cases.tellComplainants(caseNo);

        confirm(second, Map.of("decision", "JOIN", "caseNo", caseNo, "reason", "The same shop."));

        BpmnAwareTests.assertThat(second).hasPassed("Error_CaseClosed").isNotEnded();
        assertThat(stored(second).status().isOpen()).isTrue();
        assertThat(screenings.roundsOf(second.getBusinessKey()).get(0).ruling())
                .hasValueSatisfying(
                        ruling -> assertThat(ruling.caseClosedMeanwhile()).isTrue());
        screen(second);
        assertThat(runtime.getVariable(second.getId(), "deconfliction")).isEqualTo("none");
        confirm(second, Map.of("decision", "ACCEPT"));
        BpmnAwareTests.assertThat(second).isEnded().hasPassed("End_Accepted");
        assertThat(stored(second).caseNo()).isPresent().isNotEqualTo(Optional.of(caseNo));
    }

    @Test
    void whoComplainedIsToldWhatCameOfTheCase() {
        ProcessInstance complaint = screened(new SampleComplaint());
        confirm(complaint, Map.of("decision", "ACCEPT"));
        String caseNo = stored(complaint).caseNo().orElseThrow();
        cases.recordOutcome(caseNo, CaseResult.of(CaseOutcome.PENALISED, "counterfeit goods"));
        cases.close(caseNo);

        cases.tellComplainants(caseNo);
        cases.tellComplainants(caseNo);

        assertThat(told(complaint))
                .containsExactly(Notice.Event.RECEIVED, Notice.Event.ACCEPTED, Notice.Event.CASE_CLOSED);
        assertThat(lastNotice(complaint).textEn()).contains(caseNo);
        assertThat(stored(complaint).status()).isEqualTo(ComplaintStatus.CLOSED);
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        ProcessInstance complaint = screened(new SampleComplaint().claim(Claim.PARALLEL_IMPORT));

        confirm(complaint, Map.of("decision", "REFUSE"));

        BpmnAwareTests.assertThat(complaint).isEnded().hasPassed("Task_TellRefused", "End_Refused");
        assertThat(lastNotice(complaint).textEn()).contains("the goods are genuine");
        assertThat(lastNotice(complaint).textZh()).contains("正品");
    }

    @Test
    void theProposalIsNotOverriddenWithoutReason() {
        ProcessInstance complaint = screened(new SampleComplaint().claim(Claim.PARALLEL_IMPORT));

        assertThatThrownBy(() -> confirm(complaint, Map.of("decision", "ACCEPT")))
                .hasStackTraceContaining("complaint.reason.missing.ACCEPT");

        BpmnAwareTests.assertThat(complaint).isWaitingAt("Task_ConfirmScreening");
        assertThat(stored(complaint).status()).isEqualTo(ComplaintStatus.SCREENED);
        confirm(complaint, Map.of("decision", "ACCEPT", "reason", "The packing was changed."));
        BpmnAwareTests.assertThat(complaint).isEnded().hasPassed("End_Accepted");
    }

    @Test
    void whatIsMissingIsAskedForAndScreenedAgainWhenItComes() {
        ProcessInstance complaint = screened(new SampleComplaint().goods(null).listings());
        assertThat(screenings
                        .roundsOf(complaint.getBusinessKey())
                        .get(0)
                        .facts()
                        .missing())
                .containsExactly("goods", "listingUrls");

        confirm(complaint, Map.of("decision", "SUPPLEMENT"));

        BpmnAwareTests.assertThat(complaint).isWaitingAt("Task_RecordSupplement");
        assertThat(stored(complaint).status()).isEqualTo(ComplaintStatus.SUPPLEMENT_ASKED);
        assertThat(lastNotice(complaint).textEn()).contains("Goods; Listing addresses");
        assertThat(lastNotice(complaint).textZh()).contains("商品；商品链接");
        submit(
                complaint,
                "Task_RecordSupplement",
                Map.of("goods", "Shoes", "listingUrls", "https://item.taobao.com/item.htm?id=7777"));
        screen(complaint);
        BpmnAwareTests.assertThat(complaint).isWaitingAt("Task_ConfirmScreening");
        assertThat(stored(complaint).content().goods()).isEqualTo("Shoes");
        assertThat(stored(complaint).listings()).hasSize(1);
        assertThat(screenings.roundsOf(complaint.getBusinessKey()))
                .hasSize(2)
                .last()
                .satisfies(round -> assertThat(round.facts().missing()).isEmpty());
    }

    /** Officers write sentences, in either language; the notice goes on after them with its own. */
    @ParameterizedTest
    @ValueSource(strings = {"Photographs of the label.", "Photographs of the label。 ", "Photographs of the label"})
    void theOfficersWordsEndInOneFullStop(String reason) {
        ProcessInstance complaint = screened(new SampleComplaint());

        confirm(complaint, Map.of("decision", "SUPPLEMENT", "reason", reason));

        assertThat(lastNotice(complaint).textEn()).contains("Photographs of the label. It must");
        assertThat(lastNotice(complaint).textZh()).contains("Photographs of the label。补充材料");
    }

    @Test
    void theComplainantReadsTheLastDayAsPeopleWriteDays() {
        ProcessInstance complaint = screened(new SampleComplaint().goods(null));

        confirm(complaint, Map.of("decision", "SUPPLEMENT"));

        LocalDate last = WorkingCalendar.dateOf(clocks.due(complaint.getBusinessKey(), "complaint.supplement"));
        assertThat(lastNotice(complaint).textEn())
                .contains("arrive by %d %s %d;"
                        .formatted(
                                last.getDayOfMonth(),
                                last.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                                last.getYear()));
        assertThat(lastNotice(complaint).textZh())
                .contains("%d年%d月%d日 前送达".formatted(last.getYear(), last.getMonthValue(), last.getDayOfMonth()));
    }

    @Test
    void aFileThatIsAttachedWhileAnOfficerDecidesCountsAsPrimaFacieEvidence() {
        ProcessInstance complaint =
                screened(new SampleComplaint().listings().description(null).registrationNo(registered("2030-01-01")));
        Screening before = lastRound(complaint);
        assertThat(before.rule()).isEqualTo("Rule_NoPrimaFacieEvidence");
        assertThat(before.reasonEn()).contains("no file that shows it");

        attachFile(complaint);

        Screening after = lastRound(complaint);
        assertThat(after.round()).isEqualTo(before.round());
        assertThat(after.rule()).isEqualTo("Rule_AcceptByFiles");
        assertThat(after.reasonEn()).contains("in the attached files");
        assertThat(after.facts().missing()).isEmpty();
        assertThat(acceptanceClock(complaint).startedAt())
                .as("a file does not give the agency more time")
                .isEqualTo(LocalDate.of(2026, 11, 20)
                        .atStartOfDay(WorkingCalendar.ZONE)
                        .toInstant());
        confirm(complaint, Map.of("decision", "ACCEPT"));
        assertThat(stored(complaint).status()).isEqualTo(ComplaintStatus.ACCEPTED);
    }

    @Test
    void aFileAfterTheDecisionChangesNothingThatWasDecided() {
        ProcessInstance complaint = screened(new SampleComplaint());
        confirm(complaint, Map.of("decision", "ACCEPT"));
        List<Screening> rounds = screenings.roundsOf(complaint.getBusinessKey());

        attachFile(complaint);

        assertThat(screenings.roundsOf(complaint.getBusinessKey())).isEqualTo(rounds);
    }

    @Test
    void filesAloneMayBeWhatTheComplainantWasAskedFor() {
        ProcessInstance complaint = screened(new SampleComplaint().listings());
        confirm(complaint, Map.of("decision", "SUPPLEMENT"));
        attachFile(complaint);

        submit(complaint, "Task_RecordSupplement", Map.of());
        screen(complaint);

        BpmnAwareTests.assertThat(complaint).isWaitingAt("Task_ConfirmScreening");
        assertThat(lastRound(complaint).facts().evidenceFiles()).isEqualTo(1);
        assertThat(lastRound(complaint).facts().primaFacie()).isTrue();
    }

    private void attachFile(ProcessInstance complaint) {
        Subject subject = new Subject(Subject.Type.COMPLAINT, complaint.getBusinessKey());
        asOfficer(() -> evidence.store(
                subject, List.of(SampleFiles.incoming("label.pdf", SampleFiles.pdf())), "Bought as a test"));
    }

    @Test
    void anEmptySupplementIsRefused() {
        ProcessInstance complaint = screened(new SampleComplaint().goods(null));
        confirm(complaint, Map.of("decision", "SUPPLEMENT"));

        assertThatThrownBy(() -> submit(complaint, "Task_RecordSupplement", Map.of()))
                .hasStackTraceContaining("complaint.supplement.empty");

        BpmnAwareTests.assertThat(complaint).isWaitingAt("Task_RecordSupplement");
    }

    @Test
    void aSupplementThatNeverComesEndsInARefusalThatSaysSo() {
        ProcessInstance complaint = screened(new SampleComplaint().goods(null));
        confirm(complaint, Map.of("decision", "SUPPLEMENT"));
        Date due = task(complaint).getDueDate();

        ClockUtil.setCurrentTime(new Date(due.getTime() - 1000));
        assertThat(jobsDue(complaint)).isZero();
        ClockUtil.setCurrentTime(new Date(due.getTime() + 1000));
        assertThat(jobsDue(complaint)).isEqualTo(1);
        execute(job("Timer_SupplementOverdue", complaint));

        BpmnAwareTests.assertThat(complaint).isEnded().hasPassed("Task_RefuseIncomplete", "End_Refused");
        assertThat(stored(complaint).status()).isEqualTo(ComplaintStatus.REFUSED);
        assertThat(lastNotice(complaint).textEn()).contains("did not arrive in time");
        assertThat(lastNotice(complaint).textZh()).contains("未在规定期限内送达");
    }

    /** Received on Friday 20 November: seven working days later is Tuesday 1 December, and no day of rest in between. */
    @Test
    void aLateDecisionIsStillADecisionButTheClockIsMissed() {
        ProcessInstance complaint = screened(new SampleComplaint());
        assertThat(task(complaint).getDueDate().toInstant())
                .isBetween(Instant.parse("2026-12-01T15:59:00Z"), Instant.parse("2026-12-01T16:00:00Z"));

        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-01T16:00:01Z")));
        execute(job("Timer_AcceptanceOverdue", complaint));

        BpmnAwareTests.assertThat(complaint)
                .isWaitingAt("Task_ConfirmScreening")
                .hasPassed("Task_MarkAcceptanceOverdue", "End_AcceptanceOverdue");
        assertThat(acceptanceClock(complaint).missedAt()).isNotNull();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-02T16:00:01Z")));
        confirm(complaint, Map.of("decision", "ACCEPT"));
        assertThat(acceptanceClock(complaint).state(ClockUtil.getCurrentTime().toInstant()))
                .isEqualTo(StatutoryClock.State.MET_LATE);
    }

    @Test
    void aCaseNobodyShowedTheOfficerCannotBeJoined() {
        ProcessInstance complaint = screened(new SampleComplaint());

        assertThatThrownBy(() -> confirm(
                        complaint, Map.of("decision", "JOIN", "caseNo", "AJ-440000-2026-999999", "reason", "so")))
                .hasStackTraceContaining("complaint.case.unknown");
        assertThatThrownBy(() -> confirm(complaint, Map.of("decision", "JOIN")))
                .hasStackTraceContaining("complaint.case.missing");
    }

    /** A job that is run again, after the node died before it could say it was done, changes nothing. */
    @Test
    void everyStepMayBeDoneTwice() {
        ProcessInstance complaint = screened(new SampleComplaint().goods(null));
        String receiptNo = complaint.getBusinessKey();
        screenings.screen(receiptNo);
        assertThat(screenings.roundsOf(receiptNo)).hasSize(1);
        confirm(complaint, Map.of("decision", "SUPPLEMENT"));
        notices.tell(receiptNo);
        assertThat(told(complaint)).containsExactly(Notice.Event.RECEIVED, Notice.Event.SUPPLEMENT_ASKED);
        submit(complaint, "Task_RecordSupplement", Map.of("goods", "Shoes"));
        screen(complaint);
        confirm(complaint, Map.of("decision", "ACCEPT"));

        String caseNo = screenings.openCase(receiptNo);
        screenings.joinCase(receiptNo, caseNo);
        screenings.refuseIncomplete(receiptNo);
        screenings.screen(receiptNo);
        notices.tell(receiptNo);

        assertThat(stored(complaint).status()).isEqualTo(ComplaintStatus.ACCEPTED);
        assertThat(cases.complaintsOf(caseNo)).containsExactly(receiptNo);
        assertThat(screenings.roundsOf(receiptNo)).hasSize(2);
        assertThat(told(complaint))
                .containsExactly(Notice.Event.RECEIVED, Notice.Event.SUPPLEMENT_ASKED, Notice.Event.ACCEPTED);
    }

    private long jobsDue(ProcessInstance complaint) {
        return processEngine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(complaint.getId())
                .executable()
                .count();
    }

    private ProcessInstance screened(SampleComplaint sample) {
        ProcessInstance complaint = filed(sample.build());
        screen(complaint);
        return complaint;
    }

    private ProcessInstance filed(NewComplaint complaint) {
        String receiptNo = complaints.file(complaint, ZHEJIANG, null).receiptNo();
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo, "complaint")
                .singleResult();
    }

    private void screen(ProcessInstance complaint) {
        execute(job("Rule_Screen", complaint));
    }

    private void confirm(ProcessInstance complaint, Map<String, Object> form) {
        submit(complaint, "Task_ConfirmScreening", form);
    }

    private void submit(ProcessInstance complaint, String taskId, Map<String, Object> form) {
        String id = task(taskId, complaint).getId();
        asOfficer(() -> {
            forms.submitTaskForm(id, form);
            return null;
        });
    }

    /** As an officer to our services; who may touch which task is tested elsewhere. */
    private <T> T asOfficer(Supplier<T> work) {
        return SignIn.as(identity, OFFICER, () -> {
            identity.clearAuthentication();
            return work.get();
        });
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("complaint")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private Complaint stored(ProcessInstance complaint) {
        return complaints.find(complaint.getBusinessKey()).orElseThrow();
    }

    /** @return number of a mark of the register that ends on this day */
    private String registered(String expires) {
        String number = String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000, 999_999_999));
        String file = "office,registrationNo,mark,status,statusDate,filed,registered,expires\nCN," + number
                + ",晨光,已注册,2015-01-02,2014-01-02,2015-01-02," + expires + "\n";
        assertThat(register.importFile(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8)))
                        .refusals())
                .isEmpty();
        return number;
    }

    private Screening lastRound(ProcessInstance complaint) {
        List<Screening> rounds = screenings.roundsOf(complaint.getBusinessKey());
        return rounds.get(rounds.size() - 1);
    }

    private List<Notice.Event> told(ProcessInstance complaint) {
        return notices.of(complaint.getBusinessKey()).stream()
                .map(Notice::event)
                .toList();
    }

    private Notice lastNotice(ProcessInstance complaint) {
        List<Notice> all = notices.of(complaint.getBusinessKey());
        return all.get(all.size() - 1);
    }

    private StatutoryClock acceptanceClock(ProcessInstance complaint) {
        return clocks.of(complaint.getBusinessKey()).stream()
                .filter(clock -> clock.rule().id().equals(ScreeningService.ACCEPTANCE_CLOCK))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
