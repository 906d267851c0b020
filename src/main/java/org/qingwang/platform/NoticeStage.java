package org.qingwang.platform;

/** What a notice waits for. */
public enum NoticeStage {
    MEASURES,
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
