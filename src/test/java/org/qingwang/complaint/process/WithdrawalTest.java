package org.qingwang.complaint.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.casefile.CaseEvent;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.Addition;
import org.qingwang.complaint.AdditionFiles;
import org.qingwang.complaint.AdditionService;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.ComplaintStatus;
import org.qingwang.complaint.Notice;
import org.qingwang.complaint.NoticeService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.complaint.Screening;
import org.qingwang.complaint.ScreeningService;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.HeldFile;
import org.qingwang.evidence.SampleFiles;
import org.qingwang.evidence.Subject;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;
import org.qingwang.support.FormWork;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a complainant does after filing. If this fails, a complaint that was taken back is still worked on or a case ends
 * that should not, what was sent in time counts as missing, or who handles the complaint does not learn what was added.
 */
@QingwangTest
class WithdrawalTest extends FormWork {

    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");
    private static final Actor OFFICER = SignIn.officer("commerce-330000");

    @Autowired
    AdditionService additions;

    @Autowired
    AdditionFiles chosenFiles;

    @Autowired
    ComplaintService complaints;

    @Autowired
    ScreeningService screenings;

    @Autowired
    NoticeService notices;

    @Autowired
    EvidenceService evidence;

    @Autowired
    StatutoryClocks clocks;

    @Autowired
    CaseTimeline timeline;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService jobs;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @AfterEach
    void resetTheClock() {
        ClockUtil.reset();
    }

    private final String request = UUID.randomUUID().toString();

    @Test
    void whatAnOfficerStillDecidesOnEndsAndIsToldOnce() {
        String receiptNo = screened(new SampleComplaint());
        withdraw(receiptNo);
        withdraw(receiptNo);
        additions.withdraw(receiptNo, UUID.randomUUID().toString(), "Once more");

        assertThat(running(receiptNo)).isZero();
        assertThat(find(receiptNo).status()).isEqualTo(ComplaintStatus.WITHDRAWN);
        assertThat(passed(receiptNo)).contains("Start_Withdrawn", "Task_TellWithdrawn", "End_Withdrawn");
        assertThat(told(receiptNo)).containsExactly(Notice.Event.RECEIVED, Notice.Event.WITHDRAWN);
        assertThat(additions.of(receiptNo)).extracting(Addition::words).containsExactly("Settled with the seller");
        assertThat(clocks.of(receiptNo))
                .extracting(one -> one.state(clock.instant()))
                .containsOnly(StatutoryClock.State.STOPPED);
        assertThat(audited(receiptNo, "complaint.withdrawn")).isEqualTo(1);
    }

    @Test
    void whatIsNotScreenedYetEndsWhenItWouldBe() {
        String receiptNo = filed(new SampleComplaint());
        withdraw(receiptNo);
        runJobs(receiptNo);

        assertThat(running(receiptNo)).isZero();
        assertThat(find(receiptNo).status()).isEqualTo(ComplaintStatus.WITHDRAWN);
        assertThat(told(receiptNo)).containsExactly(Notice.Event.RECEIVED, Notice.Event.WITHDRAWN);
        assertThat(screenings.roundsOf(receiptNo)).isEmpty();
    }

    @Test
    void whatWaitsForASupplementEndsWithItsPeriod() {
        String receiptNo = askedForSupplement();
        withdraw(receiptNo);

        assertThat(running(receiptNo)).isZero();
        assertThat(open(receiptNo)).isEmpty();
        assertThat(clocks.open(receiptNo, ScreeningService.SUPPLEMENT_CLOCK)).isEmpty();
    }

    @Test
    void aCaseGoesOnAndWhoHandlesItIsTold() {
        String receiptNo = accepted();
        String caseNo = find(receiptNo).caseNo().orElseThrow();
        long before = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .count();
        withdraw(receiptNo);
        withdraw(receiptNo);

        assertThat(find(receiptNo).status()).isEqualTo(ComplaintStatus.ACCEPTED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .count())
                .isEqualTo(before);
        assertThat(events(caseNo, "public.event.withdrawn")).singleElement().satisfies(event -> {
            assertThat(event.arguments()).containsExactly(receiptNo, "Settled with the seller");
            assertThat(event.actorName())
                    .as("who reports is kept secret from the other agencies")
                    .isEqualTo("Complainant · 投诉举报人");
        });
        assertThat(told(receiptNo)).endsWith(Notice.Event.WITHDRAWAL_NOTED);
    }

    @Test
    void whatIsAddedIsEvidenceAndStandsOnTheCaseOnce() {
        String receiptNo = accepted();
        String caseNo = find(receiptNo).caseNo().orElseThrow();
        for (int i = 0; i < 2; i++) {
            chosen(receiptNo, "more.pdf", SampleFiles.pdf());
            additions.add(receiptNo, request, "  A new listing today ");
        }

        assertThat(additions.of(receiptNo)).singleElement().satisfies(added -> {
            assertThat(added.words()).isEqualTo("A new listing today");
            assertThat(added.files()).isEqualTo(1);
        });
        assertThat(files(receiptNo)).extracting(EvidenceFile::name).containsExactly("more.pdf");
        assertThat(events(caseNo, "public.event.added"))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.arguments()).containsExactly(receiptNo, "1", "A new listing today"));
        assertThat(audited(receiptNo, "complaint.added-to")).isEqualTo(1);
    }

    @Test
    void filesChosenForAnAdditionWaitForItAndNoLongerThanADay() {
        String receiptNo = screened(new SampleComplaint());
        chosen(receiptNo, "more.pdf", SampleFiles.pdf());
        List<BadInput> refused = chosen(receiptNo, "x.pdf", "MZ program".getBytes());
        assertThat(refused).extracting(BadInput::messageKey).containsExactly("evidence.refused.type");
        assertThat(held(receiptNo)).as("the good one need not be chosen again").containsExactly("more.pdf");
        assertThat(files(receiptNo)).as("nobody else sees it yet").isEmpty();

        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofHours(23))));
        chosenFiles.removeExpired();
        assertThat(held(receiptNo)).containsExactly("more.pdf");
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofHours(2))));
        chosenFiles.removeExpired();
        chosenFiles.removeExpired();
        assertThat(held(receiptNo)).isEmpty();
    }

    private List<BadInput> chosen(String receiptNo, String name, byte[] content) {
        return chosenFiles.hold(receiptNo, request, List.of(SampleFiles.incoming(name, content)));
    }

    private List<String> held(String receiptNo) {
        return chosenFiles.of(receiptNo).stream().map(HeldFile::name).toList();
    }

    @Test
    void aFileAddedBeforeTheDecisionIsLookedAtBeforeIt() {
        String receiptNo = screened(new SampleComplaint().listings().description(null));
        assertThat(lastRound(receiptNo).facts().primaFacie()).isFalse();
        chosen(receiptNo, "label.pdf", SampleFiles.pdf());
        additions.add(receiptNo, request, "");
        assertThat(lastRound(receiptNo).facts().primaFacie()).isTrue();
    }

    @Test
    void whatWasAskedForCountsAsSoonAsItIsSent() {
        String receiptNo = askedForSupplement();
        for (int i = 0; i < 2; i++) {
            additions.supplement(receiptNo, request, Map.of("goods", "Shoes"));
        }

        assertThat(open(receiptNo)).isEmpty();
        assertThat(clocks.open(receiptNo, ScreeningService.SUPPLEMENT_CLOCK)).isEmpty();
        runJobs(receiptNo);
        assertThat(open(receiptNo)).containsExactly("Task_ConfirmScreening");
        assertThat(find(receiptNo).content().goods()).isEqualTo("Shoes");
        assertThat(additions.of(receiptNo)).extracting(Addition::kind).containsExactly(Addition.Kind.SUPPLEMENT);
        assertThatThrownBy(() -> additions.supplement(receiptNo, "another", Map.of("goods", "Bags")))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void anEmptySupplementIsRefusedAndLeavesNothing() {
        String receiptNo = askedForSupplement();
        assertThatThrownBy(() -> additions.supplement(receiptNo, request, Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("complaint.supplement.empty");
        assertThat(additions.of(receiptNo)).isEmpty();
        assertThat(open(receiptNo)).containsExactly("Task_RecordSupplement");
    }

    @Test
    void whatCannotBeTakenIsRefusedInWordsAndLeavesNothing() {
        String receiptNo = screened(new SampleComplaint());
        Map.of(
                        "public.add.empty", (Runnable) () -> additions.add(receiptNo, request, " "),
                        "public.withdraw.reason", () -> additions.withdraw(receiptNo, request, "\n"),
                        "public.long", () -> additions.add(receiptNo, request, "x".repeat(4001)),
                        "public.unreadable", () -> additions.withdraw(receiptNo, request, "a\u0000b"))
                .forEach((words, act) -> assertThatThrownBy(act::run)
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining(words));
        assertThat(additions.of(receiptNo)).isEmpty();
        withdraw(receiptNo);
        assertThatThrownBy(() -> additions.add(receiptNo, "later", "One more")).hasMessageContaining("public.over");
    }

    @Test
    void aComplaintBegunUnderAnOlderModelEndsAllTheSame() throws IOException {
        String older = deployWithoutWithdrawal();
        try {
            String receiptNo = screened(new SampleComplaint());
            withdraw(receiptNo);
            assertThat(running(receiptNo)).isZero();
            assertThat(told(receiptNo)).containsExactly(Notice.Event.RECEIVED, Notice.Event.WITHDRAWN);
        } finally {
            repository.deleteDeployment(older, true);
        }
    }

    private String deployWithoutWithdrawal() throws IOException {
        try (InputStream xml = getClass().getResourceAsStream("/bpmn/complaint.bpmn");
                InputStream confirm = getClass().getResourceAsStream("/forms/complaint/confirm-screening.form");
                InputStream receive = getClass().getResourceAsStream("/forms/complaint/receive.form");
                InputStream supplement = getClass().getResourceAsStream("/forms/complaint/record-supplement.form")) {
            BpmnModelInstance model = Bpmn.readModelFromStream(xml);
            model.getDefinitions().getBpmDiagrams().clear();
            for (String id : Set.of("Sub_Withdrawn", "Error_COMPLAINT_WITHDRAWN")) {
                ModelElementInstance element = model.getModelElementById(id);
                element.getParentElement().removeChildElement(element);
            }
            return repository
                    .createDeployment()
                    .name("an older release")
                    .addModelInstance("complaint.bpmn", model)
                    .addInputStream("confirm-screening.form", confirm)
                    .addInputStream("receive.form", receive)
                    .addInputStream("record-supplement.form", supplement)
                    .deploy()
                    .getId();
        }
    }

    private void withdraw(String receiptNo) {
        additions.withdraw(receiptNo, request, "Settled with the seller");
    }

    private String filed(SampleComplaint sample) {
        return complaints.file(sample.build(), ZHEJIANG, null).receiptNo();
    }

    private String screened(SampleComplaint sample) {
        String receiptNo = filed(sample);
        runJobs(receiptNo);
        return receiptNo;
    }

    private String askedForSupplement() {
        String receiptNo = screened(new SampleComplaint().goods(null));
        submit(receiptNo, "Task_ConfirmScreening", OFFICER, Map.of("decision", "SUPPLEMENT"));
        return receiptNo;
    }

    private String accepted() {
        String receiptNo = screened(new SampleComplaint());
        submit(receiptNo, "Task_ConfirmScreening", OFFICER, Map.of("decision", "ACCEPT"));
        return receiptNo;
    }

    private void runJobs(String receiptNo) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo, "complaint")
                .singleResult()
                .getId();
        jobs.createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
    }

    private long running(String receiptNo) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo, "complaint")
                .count();
    }

    private List<String> passed(String receiptNo) {
        String instance = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo)
                .processDefinitionKey("complaint")
                .singleResult()
                .getId();
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream()
                .map(activity -> activity.getActivityId())
                .toList();
    }

    private List<Notice.Event> told(String receiptNo) {
        return notices.of(receiptNo).stream().map(Notice::event).toList();
    }

    private List<CaseEvent> events(String caseNo, String key) {
        return timeline.of(caseNo).stream()
                .filter(event -> event.messageKey().equals(key))
                .toList();
    }

    private List<EvidenceFile> files(String receiptNo) {
        return SignIn.as(people, OFFICER, () -> evidence.list(new Subject(Subject.Type.COMPLAINT, receiptNo)));
    }

    private long audited(String receiptNo, String action) {
        return jdbc.sql("select count(*) from audit_entry where action = :action and subject_id = :no")
                .param("action", action)
                .param("no", receiptNo)
                .query(Long.class)
                .single();
    }

    private Screening lastRound(String receiptNo) {
        List<Screening> rounds = screenings.roundsOf(receiptNo);
        return rounds.get(rounds.size() - 1);
    }

    private Complaint find(String receiptNo) {
        return complaints.find(receiptNo).orElseThrow();
    }
}
