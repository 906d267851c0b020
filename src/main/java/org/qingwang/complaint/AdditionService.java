package org.qingwang.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.qingwang.casefile.CaseTimeline;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What complainants do after filing, with the receipt in hand: add to the complaint, send what was asked for, withdraw it.
 * Whether the receipt is theirs was found out before. Every request has a name; sent twice, it counts once.
 */
@Service
@Transactional
public class AdditionService {

    /** Characters of what is added or given as a reason. */
    public static final int LONGEST = 4000;

    private static final int MOST = 100;

    private final Complaints complaints;
    private final Additions additions;
    private final AdditionFiles files;
    private final NoticeService notices;
    private final CaseTimeline timeline;
    private final ComplaintWorkflow workflow;
    private final ScreeningService screenings;
    private final AuditLog audit;
    private final Clock clock;

    AdditionService(
            Complaints complaints,
            Additions additions,
            AdditionFiles files,
            NoticeService notices,
            CaseTimeline timeline,
            ComplaintWorkflow workflow,
            ScreeningService screenings,
            AuditLog audit,
            Clock clock) {
        this.complaints = complaints;
        this.additions = additions;
        this.files = files;
        this.notices = notices;
        this.timeline = timeline;
        this.workflow = workflow;
        this.screenings = screenings;
        this.audit = audit;
        this.clock = clock;
    }

    /** Everything the complainant sent after filing, first sent first. */
    @Transactional(readOnly = true)
    public List<Addition> of(String receiptNo) {
        return additions.of(receiptNo);
    }

    /**
     * Adds words, the files kept for it ({@link AdditionFiles}) or both. The officer reads them with the complaint; where it belongs to a case, on the case.
     *
     * @param request the sender's name for it
     * @throws BadInput if there is nothing, too much, or the complaint is over
     */
    public void add(String receiptNo, String request, String words) {
        Complaint complaint = locked(receiptNo);
        if (additions.isKnown(receiptNo, Sha256.of(request))) {
            return;
        }
        requireGoingOn(complaint);
        String said = said("words", words);
        if (said.isEmpty() && files.of(receiptNo).isEmpty()) {
            throw new BadInput("words", "public.add.empty");
        }
        int received = receiveFiles(receiptNo);
        record(complaint, request, new Addition(Addition.Kind.ADDED, clock.instant(), said, received));
        complaint
                .caseNo()
                .ifPresent(caseNo -> asComplainant(
                        receiptNo, () -> timeline.happened(caseNo, "public.event.added", receiptNo, received, said)));
    }

    /**
     * Sends what the office asked for, with the files kept for it: the process of the complaint goes on, as if an officer had entered it.
     *
     * @param values of the form with which officers enter a supplement, by field
     * @throws BadInput if it is empty or cannot be taken; nothing is kept then
     */
    public void supplement(String receiptNo, String request, Map<String, Object> values) {
        Complaint complaint = locked(receiptNo);
        if (additions.isKnown(receiptNo, Sha256.of(request))) {
            return;
        }
        if (complaint.status() != ComplaintStatus.SUPPLEMENT_ASKED) {
            throw new BadInput("", "public.supplement.over");
        }
        int received = receiveFiles(receiptNo);
        record(complaint, request, new Addition(Addition.Kind.SUPPLEMENT, clock.instant(), words(values), received));
        asComplainant(receiptNo, () -> workflow.supplement(receiptNo, values));
    }

    /**
     * Withdraws a complaint. While nobody has taken it up, it ends; a case goes on without it, and who works the case is
     * told and decides. Withdrawn twice is withdrawn once.
     *
     * @throws BadInput if there is no reason, or the complaint is over
     */
    public void withdraw(String receiptNo, String request, String reason) {
        Complaint complaint = locked(receiptNo);
        if (additions.of(receiptNo).stream().anyMatch(sent -> sent.kind() == Addition.Kind.WITHDRAWAL)) {
            return;
        }
        requireGoingOn(complaint);
        String said = said("reason", reason);
        if (said.isEmpty()) {
            throw new BadInput("reason", "public.withdraw.reason");
        }
        record(complaint, request, new Addition(Addition.Kind.WITHDRAWAL, clock.instant(), said, 0));
        if (complaint.status().isOpen()) {
            asComplainant(receiptNo, () -> {
                screenings.withdraw(receiptNo);
                workflow.withdraw(receiptNo);
            });
            return;
        }
        String caseNo = complaint.caseNo().orElseThrow();
        asComplainant(receiptNo, () -> timeline.happened(caseNo, "public.event.withdrawn", receiptNo, said));
        notices.tell(receiptNo, Notice.Event.WITHDRAWAL_NOTED, language -> new Object[] {caseNo});
    }

    private int receiveFiles(String receiptNo) {
        AtomicInteger received = new AtomicInteger();
        asComplainant(receiptNo, () -> received.set(files.becomeEvidence(receiptNo)));
        return received.get();
    }

    private void record(Complaint complaint, String request, Addition addition) {
        String receiptNo = complaint.receiptNo();
        if (additions.of(receiptNo).size() >= MOST) {
            throw new BadInput("", "public.add.most", MOST);
        }
        additions.add(receiptNo, Sha256.of(request), addition);
        String action = addition.kind() == Addition.Kind.WITHDRAWAL ? "complaint.withdrawn" : "complaint.added-to";
        Map<String, Object> what = Map.of("words", addition.words(), "files", addition.files());
        asComplainant(receiptNo, () -> audit.record(AuditEntry.of(action, "complaint", receiptNo, what)));
    }

    private static void asComplainant(String receiptNo, Runnable work) {
        Actors.as(Complainant.of(receiptNo), work);
    }

    private static void requireGoingOn(Complaint complaint) {
        if (!complaint.status().goesOn()) {
            throw new BadInput("", "public.over");
        }
    }

    /** The words of a supplement's form, as they were sent. */
    private static String words(Map<String, Object> values) {
        return String.join("\n", values.values().stream().map(String::valueOf).toList());
    }

    private static String said(String field, String words) {
        String said = words == null ? "" : words.replace("\r\n", "\n").strip();
        if (said.length() > LONGEST) {
            throw new BadInput(field, "public.long", said.length(), LONGEST);
        }
        if (said.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n' && sign != '\t')) {
            throw new BadInput(field, "public.unreadable");
        }
        return said;
    }

    private Complaint locked(String receiptNo) {
        return complaints
                .findForUpdate(receiptNo)
                .orElseThrow(() -> new NotAllowed("complaint " + receiptNo + ", which is not there"));
    }
}
