package org.qingwang.mail.process;

import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.qingwang.engine.ProcessContract;
import org.springframework.stereotype.Component;

/** What the process {@code undelivered-mail} carries. */
@Component
class UndeliveredMailProcess implements ProcessContract {

    static final String KEY = "undelivered-mail";

    /** The mail's id, also the business key: a key may name a person's matter. */
    static final String MAIL_ID = "mailId";

    static long mailId(DelegateExecution execution) {
        return Long.parseLong((String) execution.getVariable(MAIL_ID));
    }

    @Override
    public String processKey() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(MAIL_ID);
    }
}
