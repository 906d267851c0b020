package org.qingwang.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.common.BadInput;
import org.qingwang.common.LinkSecret;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.Sha256;
import org.qingwang.evidence.EvidenceService;
import org.qingwang.evidence.HeldFile;
import org.qingwang.evidence.HoldingService;
import org.qingwang.evidence.Incoming;
import org.qingwang.evidence.Subject;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints of people without an account, from the first line to the receipt. What they have written and sent is kept
 * under a link that only they know, so that neither a mistake nor a pause loses any of it; filing the same link twice
 * files one complaint.
 */
@Service
@Transactional
public class DraftService {

    /** Where nobody asked to keep it: long enough to correct what was wrong. */
    private static final Duration UNSAVED = Duration.ofDays(1);

    /** How long after filing the receipt can be read again: to print it, or to turn to the other language. */
    private static final Duration RECEIPT_SHOWN = Duration.ofMinutes(30);

    private static final int REMOVED_AT_ONCE = 500;

    private final Drafts drafts;
    private final HoldingService files;
    private final EvidenceService evidence;
    private final ComplaintService complaints;
    private final ComplaintChecks checks;
    private final IntakeOffices offices;
    private final Clock clock;
    private final Duration saved;

    DraftService(
            Drafts drafts,
            HoldingService files,
            EvidenceService evidence,
            ComplaintService complaints,
            ComplaintChecks checks,
            IntakeOffices offices,
            Clock clock,
            @Value("${qingwang.complaint.draft-valid:P14D}") Duration saved) {
        this.drafts = drafts;
        this.files = files;
        this.evidence = evidence;
        this.complaints = complaints;
        this.checks = checks;
        this.offices = offices;
        this.clock = clock;
        this.saved = saved;
    }

    /** @return the draft a link leads to; empty if there is none, or its time is over */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String token) {
        return LinkSecret.digest(token)
                .flatMap(drafts::find)
                .filter(draft -> clock.instant().isBefore(draft.expiresAt()));
    }

    /**
     * What a page sends of a draft.
     *
     * @param content what is filled in, by field
     * @param added files to keep beside those that are kept
     * @param removed id of a file to give up
     * @param save whether to keep it for longer
     */
    public record Sent(Map<String, List<String>> content, List<Incoming> added, Optional<Long> removed, boolean save) {

        public Sent {
            content = Map.copyOf(content);
            added = List.copyOf(added);
        }
    }

    /** Keeps what was sent: everything that was filled in, and each file that can be evidence. Files refused are named. */
    public void keep(String token, Sent sent) {
        requireToken(token);
        Optional<Draft> before = drafts.findForUpdate(digest(token));
        if (before.flatMap(Draft::receiptNo).isPresent()) {
            return;
        }
        boolean save = sent.save() || before.map(Draft::saved).orElse(false);
        sent.removed().ifPresent(id -> files.remove(holder(token), id));
        List<BadInput> refused = files.hold(holder(token), sent.added());
        Instant now = clock.instant();
        drafts.put(
                digest(token),
                new Draft(sent.content(), refused, save, now, now.plus(save ? saved : UNSAVED), Optional.empty()));
    }

    /** The files kept with a draft, first sent first. */
    @Transactional(readOnly = true)
    public List<HeldFile> filesOf(String token) {
        return files.of(holder(token));
    }

    /** What still has to be put right or filled in before this can be filed, in the words of its fields. */
    @Transactional(readOnly = true)
    public List<BadInput> refusals(String token, NewComplaint complaint) {
        List<BadInput> refusals = new ArrayList<>();
        try {
            checks.check(complaint);
        } catch (BadInput refusal) {
            refusals.add(refusal);
        }
        int kept = files.of(holder(token)).size();
        for (String field : ScreeningFacts.missing(complaint, kept)) {
            refusals.add(missing(field));
        }
        return refusals;
    }

    private static BadInput missing(String field) {
        return new BadInput(
                field, "form.missing." + field, new DefaultMessageSourceResolvable("complaint.field." + field));
    }

    /**
     * Files the draft. Called twice it does so once, and gives the same receipt.
     *
     * @return the receipt; without its secret if the complaint was filed a while ago, or got another secret since
     * @throws BadInput naming the first field at fault; the draft stays as it is
     * @throws NotAllowed if there is no such draft
     */
    public Receipt file(String token, NewComplaint complaint) {
        requireToken(token);
        Draft draft = drafts.findForUpdate(digest(token))
                .filter(found -> clock.instant().isBefore(found.expiresAt()))
                .orElseThrow(() -> new NotAllowed("a draft that does not exist"));
        if (draft.receiptNo().isPresent()) {
            return receipt(token, draft);
        }
        refusals(token, complaint).stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        Receipt receipt = filed(token, complaint);
        Actors.as(Complainant.of(receipt.receiptNo()), () -> becomeEvidence(token, receipt.receiptNo()));
        Instant now = clock.instant();
        drafts.setFiled(digest(token), receipt.receiptNo(), now, now.plus(UNSAVED));
        return receipt;
    }

    private Receipt filed(String token, NewComplaint complaint) {
        List<Receipt> receipts = new ArrayList<>();
        Filing filing = new Filing(
                complaint,
                offices.of(complaint),
                "page:" + HexFormat.of().formatHex(digest(token)),
                Optional.of(secret(token)));
        Actors.as(Complainant.ANYBODY, () -> receipts.add(complaints.file(filing)));
        return receipts.get(0);
    }

    private void becomeEvidence(String token, String receiptNo) {
        List<Incoming> kept = files.incoming(holder(token));
        if (!kept.isEmpty()) {
            evidence.store(new Subject(Subject.Type.COMPLAINT, receiptNo), kept, null);
            files.forget(holder(token));
        }
    }

    /** @return the receipt of a draft that is filed */
    @Transactional(readOnly = true)
    public Receipt receipt(String token, Draft filed) {
        String receiptNo = filed.receiptNo().orElseThrow();
        boolean shown = clock.instant().isBefore(filed.changedAt().plus(RECEIPT_SHOWN))
                && complaints.follow(receiptNo, secret(token)).isPresent();
        return new Receipt(receiptNo, shown ? Optional.of(secret(token)) : Optional.empty());
    }

    /** Removes a draft and its files. What is filed stays filed. */
    public void discard(String token) {
        requireToken(token);
        drafts.findForUpdate(digest(token))
                .filter(draft -> draft.receiptNo().isEmpty())
                .ifPresent(draft -> remove(digest(token)));
    }

    /** Removes drafts whose time is over, with their files. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void removeExpired() {
        drafts.expired(clock.instant(), REMOVED_AT_ONCE).forEach(this::remove);
    }

    private void remove(byte[] digest) {
        files.forget(holder(digest));
        drafts.remove(digest);
    }

    private static void requireToken(String token) {
        if (LinkSecret.digest(token).isEmpty()) {
            throw new NotAllowed("a draft under a link that is none");
        }
    }

    /** Known to whoever has the link, and kept nowhere. */
    private static String secret(String token) {
        return Receipt.secretOf(Sha256.of("secret of the receipt of " + token));
    }

    private static byte[] digest(String token) {
        return Sha256.of(token);
    }

    private static String holder(String token) {
        return holder(digest(token));
    }

    private static String holder(byte[] digest) {
        return "draft:" + HexFormat.of().formatHex(digest);
    }
}
