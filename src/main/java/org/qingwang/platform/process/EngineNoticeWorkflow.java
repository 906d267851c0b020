package org.qingwang.platform.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.engine.OwnDoing;
import org.qingwang.engine.rights.ChangeOfHands;
import org.qingwang.platform.NoticeStage;
import org.qingwang.platform.NoticeWorkflow;
import org.qingwang.platform.PlatformNotice;
import org.springframework.stereotype.Component;

/** Runs notices as instances of the process {@code platform-notice}, beside the case's own. */
@Component
class EngineNoticeWorkflow implements NoticeWorkflow {

    private static final Map<NoticeStage, String> TASKS = Map.of(
            NoticeStage.MEASURES, "Task_RecordMeasures",
            NoticeStage.FORWARDING, "Task_RecordForwarding",
            NoticeStage.DECLARATION, "Task_RecordDeclaration",
            NoticeStage.DELIVERY, "Task_RecordDelivery",
            NoticeStage.REACTION, "Task_RecordReaction",
            NoticeStage.RESTORATION, "Task_RecordRestoration");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ChangeOfHands hands;
    private final OwnDoing ownDoing;

    EngineNoticeWorkflow(RuntimeService runtime, TaskService tasks, ChangeOfHands hands, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.hands = hands;
        this.ownDoing = ownDoing;
    }

    @Override
    public void begin(PlatformNotice notice) {
        ownDoing.run(
                () -> runtime.startProcessInstanceByKey(PlatformNoticeProcess.KEY, notice.caseNo(), variables(notice)));
    }

    @Override
    public void beginLate(PlatformNotice notice) {
        ownDoing.run(() -> runtime.startProcessInstanceByMessage(
                PlatformNoticeProcess.LATE_DECLARATION, notice.caseNo(), variables(notice)));
    }

    @Override
    public void answered(PlatformNotice notice, NoticeStage step) {
        ownDoing.run(() -> tasks.complete(task(notice, TASKS.get(step)).getId(), answers(notice, step)));
    }

    private Task task(PlatformNotice notice, String taskKey) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(notice.caseNo())
                .processDefinitionKey(PlatformNoticeProcess.KEY)
                .taskDefinitionKey(taskKey)
                .list()
                .stream()
                .filter(task -> notice.noticeNo()
                        .equals(runtime.getVariable(task.getExecutionId(), PlatformNoticeProcess.NOTICE_NO)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(notice.noticeNo() + " does not wait at " + taskKey));
    }

    @Override
    public void moveTo(String caseNo, Jurisdiction from, Jurisdiction to) {
        for (String process : List.of(PlatformNoticeProcess.KEY, PlatformCorrectionProcess.KEY)) {
            hands.move(process, caseNo, from.id(), to.id());
        }
    }

    private static Map<String, Object> variables(PlatformNotice notice) {
        return Map.of(
                PlatformNoticeProcess.NOTICE_NO,
                notice.noticeNo(),
                PlatformNoticeProcess.CASE_NO,
                notice.caseNo(),
                PlatformNoticeProcess.JURISDICTION,
                notice.jurisdiction().id());
    }

    private static Map<String, Object> answers(PlatformNotice notice, NoticeStage step) {
        Map<String, Object> answers = new HashMap<>();
        if (step == NoticeStage.MEASURES) {
            answers.put(PlatformNoticeProcess.ANSWER, notice.measures().answer().name());
            answers.put(PlatformNoticeProcess.FORWARDED, notice.measures().forwardedOn() != null);
        }
        if (step == NoticeStage.REACTION) {
            answers.put(
                    PlatformNoticeProcess.REACTION, notice.reaction().reaction().name());
        }
        return answers;
    }
}
