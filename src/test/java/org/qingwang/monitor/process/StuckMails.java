package org.qingwang.monitor.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.qingwang.mail.MailOrder;
import org.qingwang.mail.Mails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails a test needs that the mail server refused for a day. */
@Component
public class StuckMails {

    /** The page of refused invitations to a pledge. */
    public static final String INVITATIONS =
            "/desk/incidents/undelivered-mail/Task_SendAgain?mail=pledge.mail.invitation";

    private final Mails mails;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient jdbc;

    StuckMails(Mails mails, RuntimeService runtime, ManagementService management, JdbcClient jdbc) {
        this.mails = mails;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
    }

    /** An invitation to a pledge that stands still. */
    public void invitation() {
        MailOrder order = MailOrder.of(
                "test " + UUID.randomUUID(), "name@example.net", "pledge.mail.invitation", "Red Leaf", "Pledge");
        mails.send(order);
        String id = Long.toString(mails.find(order.key()).orElseThrow().id());
        String held = runtime.startProcessInstanceByKey("undelivered-mail", id, Map.of("mailId", id))
                .getId();
        String job = management
                .createJobQuery()
                .processInstanceId(held)
                .singleResult()
                .getId();
        management.setJobRetries(job, 0);
    }

    /** Takes all of them away. */
    public void remove() {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("undelivered-mail")
                .list()
                .forEach(held -> runtime.deleteProcessInstance(held.getId(), "test"));
        jdbc.sql("delete from mail where mail_key like 'test %'").update();
    }
}
