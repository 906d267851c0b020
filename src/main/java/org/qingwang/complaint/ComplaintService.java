package org.qingwang.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes complaints in and finds them again. */
@Service
@Transactional
public class ComplaintService {

    private final Registrar registrar;
    private final Complaints complaints;
    private final ComplaintWorkflow workflow;
    private final NoticeWriter notices;
    private final AuditLog audit;

    ComplaintService(
            Registrar registrar,
            Complaints complaints,
            ComplaintWorkflow workflow,
            NoticeWriter notices,
            AuditLog audit) {
        this.registrar = registrar;
        this.complaints = complaints;
        this.workflow = workflow;
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * Registers a complaint and begins its process. Called twice with one key it does so once.
     *
     * @param intake the jurisdiction that received it
     * @param idempotencyKey see {@link Filing}; may be null
     * @throws org.qingwang.common.BadInput naming the first field at fault; nothing is stored then
     */
    public Receipt file(NewComplaint complaint, Jurisdiction intake, String idempotencyKey) {
        return file(new Filing(complaint, intake, idempotencyKey));
    }

    /** @throws org.qingwang.common.BadInput as {@link #file(NewComplaint, Jurisdiction, String)} does */
    public Receipt file(Filing filing) {
        return fileAll(List.of(filing)).get(0);
    }

    /**
     * Files many complaints with few statements: all of them or, if one is refused, none.
     *
     * @return their receipts in the same order; a filing whose key came before, in the list too, gets the receipt of the
     *     first, without its secret
     * @throws org.qingwang.common.BadInput as {@link #file} does
     */
    public List<Receipt> fileAll(List<Filing> filings) {
        List<Receipt> receipts = registerAll(filings);
        for (int i = 0; i < receipts.size(); i++) {
            if (receipts.get(i).isNew()) {
                workflow.begin(receipts.get(i).receiptNo(), filings.get(i).intake());
            }
        }
        return receipts;
    }

    /**
     * Registers a complaint whose process is begun by the caller.
     *
     * @throws org.qingwang.common.BadInput as {@link #file} does
     */
    public Receipt register(NewComplaint complaint, Jurisdiction intake) {
        return registerAll(List.of(new Filing(complaint, intake, null))).get(0);
    }

    /** @return the complaint; whether the reader may see it is for {@link #maySee} to say */
    @Transactional(readOnly = true)
    public Optional<Complaint> find(String receiptNo) {
        return complaints.find(receiptNo);
    }

    /** @return the complaint whose number somebody typed, in any case and with letters for the digits they resemble */
    @Transactional(readOnly = true)
    public Optional<Complaint> findAsTyped(String typed) {
        return Optional.of(ReceiptNumbers.asMeant(typed))
                .filter(ReceiptNumbers::isWellFormed)
                .flatMap(complaints::find);
    }

    /**
     * One page of the list of complaints, newest first.
     *
     * @param search what to show
     * @return up to {@link ComplaintSearch#PAGE} complaints, and whether there are more
     */
    @Transactional(readOnly = true)
    public ComplaintPage page(ComplaintSearch search) {
        return page(search, ComplaintScope.ALL);
    }

    /** The same, of those complaints alone that the scope means. */
    @Transactional(readOnly = true)
    public ComplaintPage page(ComplaintSearch search, ComplaintScope scope) {
        List<ComplaintLine> lines = complaints.page(search, scope, ComplaintSearch.PAGE + 1);
        boolean more = lines.size() > ComplaintSearch.PAGE;
        return new ComplaintPage(more ? lines.subList(0, ComplaintSearch.PAGE) : lines, more);
    }

    /**
     * @param receiptNos numbers somebody has on screen
     * @return one line each for those the current person may see; the others are as if they did not exist
     */
    @Transactional(readOnly = true)
    public List<ComplaintLine> lines(Collection<String> receiptNos) {
        Actor reader = Actors.current();
        return receiptNos.isEmpty()
                ? List.of()
                : complaints.lines(receiptNos).stream()
                        .filter(line -> reader.seesEverything() || reader.worksFor(line.intake()))
                        .toList();
    }

    /** Gives the complainant a new secret in place of a lost one. The old one opens nothing any more. */
    public Receipt renewSecret(String receiptNo) {
        String secret = ReceiptNumbers.newSecret();
        complaints.changeSecret(receiptNo, Secrets.hash(secret));
        audit.record(AuditEntry.of("complaint.secret-renewed", "complaint", receiptNo, Map.of()));
        return Receipt.ofNew(receiptNo, secret);
    }

    /**
     * What somebody may read who has the receipt.
     *
     * @param secret as the receipt has it
     * @return empty if there is no such complaint or the secret is not its own, without telling which
     */
    @Transactional(readOnly = true)
    public Optional<Complaint> follow(String receiptNo, String secret) {
        boolean right = complaints
                .secretHash(ReceiptNumbers.asMeant(receiptNo))
                .map(hash -> Secrets.matches(secret, hash))
                .orElse(false);
        return right ? complaints.find(ReceiptNumbers.asMeant(receiptNo)) : Optional.empty();
    }

    /** Whether this person or system filed the complaint. */
    @Transactional(readOnly = true)
    public boolean isFiledBy(Actor actor, String receiptNo) {
        return complaints.filedBy(receiptNo).filter(actor.userId()::equals).isPresent();
    }

    /** Receipt numbers of the complaints in a case, first filed first. */
    @Transactional(readOnly = true)
    public List<String> ofCase(String caseNo) {
        return complaints.ofCase(caseNo);
    }

    /** Whether this person may see the complaint: the jurisdiction that received it, the office and supervisors. */
    public static boolean maySee(Actor actor, Complaint complaint) {
        return actor.seesEverything() || actor.worksFor(complaint.intake());
    }

    private List<Receipt> registerAll(List<Filing> filings) {
        List<Receipt> receipts = registrar.register(filings);
        for (int i = 0; i < receipts.size(); i++) {
            if (receipts.get(i).isNew()) {
                remember(receipts.get(i), filings.get(i));
            }
        }
        notices.received(receipts.stream().filter(Receipt::isNew).toList());
        return receipts;
    }

    private void remember(Receipt receipt, Filing filing) {
        audit.record(AuditEntry.of(
                "complaint.received",
                "complaint",
                receipt.receiptNo(),
                Map.of(
                        "intake", filing.intake().id(),
                        "channel", filing.complaint().channel().name(),
                        "receivedOn", filing.complaint().receivedOn().toString())));
    }
}
