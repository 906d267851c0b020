package org.qingwang.engine.rights;

import org.qingwang.common.NotAllowed;

/** Somebody wants to do with a task what only somebody else may do. */
public class NotYourTask extends NotAllowed {

    private static final long serialVersionUID = 1L;

    private final String messageKey;

    /** @param messageKey the sentence that says who may */
    NotYourTask(String messageKey) {
        super(messageKey);
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
