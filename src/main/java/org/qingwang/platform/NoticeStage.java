package org.qingwang.platform;

/** What a notice waits for. */
public enum NoticeStage {
    MEASURES,
    /** The platform took no measures: the head decides whether to order it to correct. */
    ORDER,
    CORRECTION,
    /** The order was not obeyed: the head decides on a fine. */
    FINE,
    FORWARDING,
    DECLARATION,
    DELIVERY,
    REACTION,
    RESTORATION,
    CLOSED;

    public String messageKey() {
        return "platform.stage." + name();
    }

    /** @return message key of what is answered at this step */
    public String stepKey() {
        return "platform.step." + name();
    }
}
