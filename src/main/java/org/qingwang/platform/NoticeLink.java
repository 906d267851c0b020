package org.qingwang.platform;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.qingwang.agency.Actor;

/**
 * A personal link by which a platform, a seller or a rights holder gives one answer to a notice.
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
        SELLER,
        HOLDER;

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

    /** Officers' accounts have no colon in their names. */
    private static final String ACTOR = "link:";

    /** Whoever has the link, by the name the notice has for that party. */
    Actor holder(NoticeDraft content) {
        String name = switch (party) {
            case PLATFORM -> content.platform();
            case SELLER -> content.seller();
            case HOLDER -> content.holder();
        };
        return new Actor(ACTOR + id, name, null, Set.of());
    }

    /** @return the id of the link somebody answers by; empty for everybody else */
    static Optional<Long> idOf(Actor actor) {
        return Optional.of(actor.userId())
                .filter(user -> user.startsWith(ACTOR))
                .map(user -> Long.valueOf(user.substring(ACTOR.length())));
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
