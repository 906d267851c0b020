package org.qingwang.mail.process;

import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.qingwang.engine.OwnDoing;
import org.qingwang.mail.Mail;
import org.qingwang.mail.MailWorkflow;
import org.springframework.stereotype.Component;

/** Holds a mail that was given up as an instance of {@code undelivered-mail}, whose job fails: an incident. */
@Component
class EngineMailWorkflow implements MailWorkflow {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final OwnDoing ownDoing;

    EngineMailWorkflow(RuntimeService runtime, ManagementService management, OwnDoing ownDoing) {
        this.runtime = runtime;
        this.management = management;
        this.ownDoing = ownDoing;
    }

    @Override
    public void giveUp(Mail mail) {
        String id = Long.toString(mail.id());
        ownDoing.run(() -> {
            if (held(mail).count() == 0) {
                runtime.startProcessInstanceByKey(
                        UndeliveredMailProcess.KEY, id, Map.of(UndeliveredMailProcess.MAIL_ID, id));
            }
        });
    }

    @Override
    public void tryAgain(Mail mail) {
        ownDoing.run(() -> held(mail).list().forEach(held -> tryAgain(held.getId())));
    }

    private ProcessInstanceQuery held(Mail mail) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(UndeliveredMailProcess.KEY)
                .processInstanceBusinessKey(Long.toString(mail.id()));
    }

    private void tryAgain(String instance) {
        management
                .createJobQuery()
                .processInstanceId(instance)
                .list()
                .forEach(job -> management.setJobRetries(job.getId(), 1));
    }
}
