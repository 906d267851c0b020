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
}
