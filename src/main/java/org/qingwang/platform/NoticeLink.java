package org.qingwang.platform;

import java.time.Instant;

/**
 * A personal link by which a platform or a seller gives one answer to a notice.
 *
 * @param step what it answers
 * @param usedAt when it was answered; null before
 * @param revokedAt when it was taken back; null if it was not
 */
public record NoticeLink(
        long id,
        String noticeNo,
        Party party,
        NoticeStage step,
        Instant madeAt,
        Instant expiresAt,
        Instant usedAt,
        Instant revokedAt) {

    /** Who holds a link. */
    public enum Party {
        PLATFORM,
        SELLER;

        public String messageKey() {
            return "platform.party." + name();
        }
    }

    /** Whether a link can still be answered, and if not why. */
    public enum State {
        OPEN,
        USED,
        REVOKED,
        EXPIRED,
        /** The notice no longer awaits this answer: it came another way, or its time is over. */
        PASSED;

        public String messageKey() {
            return "platform.link." + name();
        }
    }

    State state(PlatformNotice notice, Instant now) {
        if (usedAt != null) {
            return State.USED;
        }
        if (revokedAt != null) {
            return State.REVOKED;
        }
        if (!now.isBefore(expiresAt)) {
            return State.EXPIRED;
        }
        return notice.awaits() == step ? State.OPEN : State.PASSED;
    }
}
