package org.qingwang.mail.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.qingwang.engine.ModelBean;
import org.qingwang.mail.UndeliveredMails;

/** Tries a mail that was given up. */
@ModelBean("sendMailAgain")
class SendMailAgain implements JavaDelegate {

    private final UndeliveredMails mails;

    SendMailAgain(UndeliveredMails mails) {
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution execution) {
        mails.send(UndeliveredMailProcess.mailId(execution));
    }
}
