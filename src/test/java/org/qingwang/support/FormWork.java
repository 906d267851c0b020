package org.qingwang.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.qingwang.agency.Actor;
import org.qingwang.law.WorkingCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** What every officer of a test does with the tasks of a case: look which are open, and submit their forms. */
public abstract class FormWork {

    @Autowired
    private TaskService tasks;

    @Autowired
    private FormService forms;

    @Autowired
    protected IdentityService identity;

    @Autowired
    private Clock clock;

    public void submit(String caseNo, String taskKey, Actor actor, Map<String, Object> form) {
        Task task = task(caseNo, taskKey);
        SignIn.as(identity, actor, () -> {
            forms.submitTaskForm(task.getId(), form);
            return null;
        });
    }

    public Task task(String caseNo, String taskKey) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .taskDefinitionKey(taskKey)
                .initializeFormKeys()
                .singleResult();
        assertThat(task)
                .as(taskKey + " of " + caseNo + ", open: " + open(caseNo))
                .isNotNull();
        return task;
    }

    public List<String> open(String caseNo) {
        return tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    public LocalDate today() {
        return WorkingCalendar.dateOf(clock.instant());
    }
}
