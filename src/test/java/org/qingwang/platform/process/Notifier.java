package org.qingwang.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.law.WorkingCalendar;
import org.qingwang.platform.Measure;
import org.qingwang.platform.NoticeDraft;
import org.qingwang.platform.NoticeService;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Takes notices of Zhejiang's commerce agency from step to step in tests, as its officers do. */
@Component
public class Notifier {

    public static final String AGENCY = "commerce-330000";
    public static final Actor OFFICER = SignIn.officer(AGENCY);
    public static final Actor HEAD = SignIn.head(AGENCY);

    private final CaseStories stories;
    private final NoticeService notices;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final FormService forms;
    private final IdentityService identity;
    private final Clock clock;

    Notifier(
            CaseStories stories,
            NoticeService notices,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            FormService forms,
            IdentityService identity,
            Clock clock) {
        this.stories = stories;
        this.notices = notices;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.forms = forms;
        this.identity = identity;
        this.clock = clock;
    }

    /** A case that the agency leads. */
    public String assigned() {
        String caseNo = stories.open(AGENCY, Map.of("sellerRegion", "330100"));
        Task assignment = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .taskDefinitionKey("Task_ConfirmAssignment")
                .singleResult();
        SignIn.as(identity, SignIn.head(AGENCY), () -> {
            forms.submitTaskForm(assignment.getId(), Map.of("decision", "CONFIRM"));
            return null;
        });
        return caseNo;
    }

    /** A notice of three listings that the platform has today. */
    public NoticeDraft draft() {
        String shop = "https://" + UUID.randomUUID() + ".example/item/";
        return new NoticeDraft(
                today(),
                "Shop Street",
                "ip@street.example",
                "Good Shoes Ltd",
                "Red Leaf Leather Ltd",
                "legal@redleaf.example",
                "RED LEAF",
                "Registration 880 and a test purchase of 3 October with the holder's identification",
                Measure.TAKE_DOWN,
                List.of(shop + "1", shop + "2", shop + "3"));
    }

    /** A notice that was just sent. */
    public String sent() {
        return sent(assigned());
    }

    public String sent(String caseNo) {
        return SignIn.as(identity, OFFICER, () -> notices.send(caseNo, draft()));
    }

    /** A notice that the platform acted on and forwarded. */
    public String forwarded() {
        return forwarded(assigned());
    }

    String forwarded(String caseNo) {
        String noticeNo = sent(caseNo);
        submit(noticeNo, "Task_RecordMeasures", measures());
        return noticeNo;
    }

    /** A notice whose seller declared. */
    public String declared() {
        return declared(assigned());
    }

    String declared(String caseNo) {
        String noticeNo = forwarded(caseNo);
        submit(noticeNo, "Task_RecordDeclaration", declaration());
        return noticeNo;
    }

    /** A notice whose declaration reached the holder today. */
    public String delivered() {
        return delivered(assigned());
    }

    String delivered(String caseNo) {
        String noticeNo = declared(caseNo);
        submit(noticeNo, "Task_RecordDelivery", delivery());
        return noticeNo;
    }

    /** A notice whose holder accepts the declaration. */
    public String accepted() {
        String noticeNo = delivered();
        submit(noticeNo, "Task_RecordReaction", Map.of("reaction", "ACCEPTED", "reactedOn", day()));
        return noticeNo;
    }

    /** A notice whose listings are back. */
    public String restored() {
        String noticeNo = accepted();
        submit(noticeNo, "Task_RecordRestoration", Map.of("restoredOn", day()));
        return noticeNo;
    }

    /** A notice whose seller kept silent until its time was over. */
    public String uncontested() {
        String noticeNo = forwarded();
        management.executeJob(timer(noticeNo).getId());
        return noticeNo;
    }

    /** The platform refuses by letter, and an officer records it. */
    public void refuses(String noticeNo) {
        submit(noticeNo, "Task_RecordMeasures", Map.of("answer", "REFUSED", "reason", "Another shop"));
    }

    Map<String, Object> measures() {
        return Map.of("answer", "TAKEN", "measure", "TAKE_DOWN", "takenAt", moment(), "forwardedOn", day());
    }

    Map<String, Object> declaration() {
        return Map.of(
                "declaredOn", day(),
                "declarant", "Good Shoes Ltd",
                "statement", "We buy from the holder's own dealer",
                "evidence", "Invoices 7 and 8 of the dealer and its authorisation");
    }

    Map<String, Object> delivery() {
        return Map.of("deliveredOn", day(), "delivery", "E-mail, read by the legal department");
    }

    Map<String, Object> complaint() {
        return reaction("COMPLAINED", "Market regulation, Hangzhou");
    }

    Map<String, Object> reaction(String kind, String authority) {
        return Map.of("reaction", kind, "reactedOn", day(), "authority", authority, "fileNo", "2026-1");
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    void submit(String noticeNo, String taskKey, Map<String, Object> form) {
        Task task = task(noticeNo, taskKey);
        SignIn.as(identity, OFFICER, () -> {
            forms.submitTaskForm(task.getId(), form);
            return null;
        });
    }

    Task task(String noticeNo, String taskKey) {
        Task task = tasks.createTaskQuery()
                .processInstanceId(process(noticeNo))
                .taskDefinitionKey(taskKey)
                .singleResult();
        assertThat(task)
                .as(taskKey + " of " + noticeNo + ", open: " + open(noticeNo))
                .isNotNull();
        return task;
    }

    List<String> open(String noticeNo) {
        return tasks.createTaskQuery().processVariableValueEquals("noticeNo", noticeNo).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** Also of the process that orders a platform to correct. */
    List<String> openInCase(String noticeNo) {
        return ofCase(noticeNo).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    /** Submits a form of the process that orders a platform to correct. */
    public void correct(String noticeNo, String taskKey, Actor actor, Map<String, Object> form) {
        Task task = ofCase(noticeNo).taskDefinitionKey(taskKey).singleResult();
        assertThat(task)
                .as(taskKey + " of " + noticeNo + ", open: " + openInCase(noticeNo))
                .isNotNull();
        SignIn.as(identity, actor, () -> {
            forms.submitTaskForm(task.getId(), form);
            return null;
        });
    }

    private TaskQuery ofCase(String noticeNo) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(notices.find(noticeNo).orElseThrow().caseNo());
    }

    /** A notice whose platform was ordered to correct, today. */
    public String ordered(String caseNo) {
        String noticeNo = sent(caseNo);
        refuses(noticeNo);
        correct(noticeNo, "Task_DecideOrder", HEAD, order());
        return noticeNo;
    }

    public Map<String, Object> order() {
        return Map.of(
                "decision", "ORDER",
                "orderNo", "ZJ-ZL-1",
                "servedOn", day(),
                "demands", "Take the three listings down",
                "reason", "The evidence is sufficient at first sight");
    }

    Map<String, Object> checked(String result) {
        return Map.of("result", result, "checkedOn", day(), "finding", "Looked at each address");
    }

    Map<String, Object> fine(String amount) {
        return Map.of(
                "decision", "FINE",
                "fine", amount,
                "decisionNo", "ZJ-CF-9",
                "decidedOn", day(),
                "reason", "The order was not obeyed");
    }

    Job timer(String noticeNo) {
        return management
                .createJobQuery()
                .processInstanceId(process(noticeNo))
                .timers()
                .singleResult();
    }

    /** Lets the timers that are due by now fire, as the executor does. */
    public void fireTimers(String noticeNo) {
        management.createJobQuery().processInstanceId(process(noticeNo)).timers().executable().list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private String process(String noticeNo) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("platform-notice")
                .variableValueEquals("noticeNo", noticeNo)
                .singleResult()
                .getId();
    }

    LocalDate today() {
        return WorkingCalendar.dateOf(clock.instant());
    }

    String day() {
        return today().toString();
    }

    private String moment() {
        Instant now = clock.instant();
        return now.atZone(WorkingCalendar.ZONE).toOffsetDateTime().toString();
    }
}
