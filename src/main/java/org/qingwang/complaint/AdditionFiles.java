package org.qingwang.complaint;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.Sha256;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.HeldFile;
import org.qingwang.evidence.HoldingService;
import org.qingwang.evidence.Incoming;
import org.qingwang.evidence.Subject;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that complainants chose for an addition: kept until it is sent, at most a day, so that nobody chooses them again
 * because something beside them was wrong. Whether the receipt is theirs was found out before.
 */
@Service
@Transactional
public class AdditionFiles {

    private static final String KIND = "receipt:";
    private static final Duration KEPT = Duration.ofDays(1);

    private final HoldingService held;
    private final EvidenceService evidence;
    private final Complaints complaints;
    private final Additions additions;
    private final Clock clock;

    AdditionFiles(
            HoldingService held, EvidenceService evidence, Complaints complaints, Additions additions, Clock clock) {
        this.held = held;
        this.evidence = evidence;
        this.complaints = complaints;
        this.additions = additions;
        this.clock = clock;
    }

    /**
     * Keeps files for the next addition: each that can be evidence.
     *
     * @param request the sender's name for the addition; once that has arrived, nothing is kept for it
     * @return why the others were not taken
     */
    public List<BadInput> hold(String receiptNo, String request, List<Incoming> sent) {
        complaints
                .findForUpdate(receiptNo)
                .orElseThrow(() -> new NotAllowed("complaint " + receiptNo + ", which is not there"));
        return additions.isKnown(receiptNo, Sha256.of(request)) ? List.of() : held.hold(KIND + receiptNo, sent);
    }

    /** Files kept, first sent first. */
    @Transactional(readOnly = true)
    public List<HeldFile> of(String receiptNo) {
        return held.of(KIND + receiptNo);
    }

    /** Gives one of them up. Nothing happens if it is not among them. */
    public void remove(String receiptNo, long id) {
        held.remove(KIND + receiptNo, id);
    }

    /**
     * Receives those kept as evidence of the complaint.
     *
     * @return how many
     */
    int becomeEvidence(String receiptNo) {
        List<Incoming> kept = held.incoming(KIND + receiptNo);
        if (!kept.isEmpty()) {
            evidence.store(new Subject(Subject.Type.COMPLAINT, receiptNo), kept, null);
            held.forget(KIND + receiptNo);
        }
        return kept.size();
    }

    /** Removes files of additions that were never sent. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    public void removeExpired() {
        held.forgetOlder(KIND, clock.instant().minus(KEPT));
    }
}
