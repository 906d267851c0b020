package org.qingwang.complaint;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.qingwang.common.LinkSecret;
import org.qingwang.common.Sha256;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets somebody who has shown number and secret read on, turn to the other language and send something without showing
 * them again. Neither stands in an address or in a page.
 */
@Service
@Transactional
public class VisitService {

    /** How long one may read on. */
    public static final Duration LASTS = Duration.ofMinutes(60);

    private final Visits visits;
    private final NoticeService notices;
    private final Clock clock;

    VisitService(Visits visits, NoticeService notices, Clock clock) {
        this.visits = visits;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @return what the browser is to keep; empty unless number and secret belong together, without telling which is wrong
     */
    public Optional<String> begin(String receiptNo, String secret) {
        return notices.follow(receiptNo, secret).map(progress -> {
            String visit = LinkSecret.make();
            visits.add(Sha256.of(visit), progress.receiptNo(), clock.instant().plus(LASTS));
            return visit;
        });
    }

    /** @return the complaint a visit is about; empty if there is no such visit, or it is over */
    @Transactional(readOnly = true)
    public Optional<String> receiptNo(String visit) {
        return visit == null ? Optional.empty() : visits.receiptNo(Sha256.of(visit), clock.instant());
    }

    /** Ends a visit. Nothing happens if there is none. */
    public void end(String visit) {
        visits.remove(Sha256.of(visit));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
    void removeExpired() {
        visits.removeExpired(clock.instant());
    }
}
