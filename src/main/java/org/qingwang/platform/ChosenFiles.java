package org.qingwang.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.qingwang.common.BadInput;
import org.qingwang.evidence.HeldFile;
import org.qingwang.evidence.HoldingService;
import org.qingwang.evidence.Incoming;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Files chosen for an answer by personal link: kept until it is sent, at most a day, so that nobody chooses them again
 * because a field beside them was wrong. Whether the link may be answered was found out before.
 */
@Component
class ChosenFiles {

    private static final String KIND = "answer:";
    private static final Duration KEPT = Duration.ofDays(1);

    private final HoldingService held;
    private final Clock clock;

    ChosenFiles(HoldingService held, Clock clock) {
        this.held = held;
        this.clock = clock;
    }

    /** @return why some were not taken */
    List<BadInput> hold(NoticeLink link, List<Incoming> sent) {
        return held.hold(holder(link), sent);
    }

    List<HeldFile> of(NoticeLink link) {
        return held.of(holder(link));
    }

    void remove(NoticeLink link, long id) {
        held.remove(holder(link), id);
    }

    /** Those kept, to become evidence in the transaction of the answer. */
    List<Incoming> incoming(NoticeLink link) {
        return held.incoming(holder(link));
    }

    void forget(NoticeLink link) {
        held.forget(holder(link));
    }

    /** Removes files of answers that were never sent. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void removeExpired() {
        held.forgetOlder(KIND, clock.instant().minus(KEPT));
    }

    private static String holder(NoticeLink link) {
        return KIND + link.id();
    }
}
