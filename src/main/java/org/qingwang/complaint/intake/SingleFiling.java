package org.qingwang.complaint.intake;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.Sha256;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.Filing;
import org.qingwang.complaint.ListingAddress;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.complaint.Receipt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files one complaint for another system, once however often it is sent. */
@Service
@Transactional
public class SingleFiling {

    private final ComplaintService complaints;
    private final Requests requests;
    private final Clock clock;

    SingleFiling(ComplaintService complaints, Requests requests, Clock clock) {
        this.complaints = complaints;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * A request as it came.
     *
     * @param sender name of the key it came with
     * @param name what the sender calls it; empty if the sender gave it no name
     * @param digest SHA-256 of what was sent
     */
    public record Request(String sender, Optional<Name> name, byte[] digest) {

        public Request {
            digest = digest.clone();
        }

        @Override
        public byte[] digest() {
            return digest.clone();
        }
    }

    /**
     * The sender's own name for a request.
     *
     * @param key the name
     * @param secret the secret of the receipt, which follows from the sender's API key and the name
     */
    public record Name(String key, String secret) {}

    /**
     * Files the complaint. A request with a name is a complaint of its own, and sent again gets the first answer. Without
     * a name, the same content from the same complainant is a repetition; whoever complains without a name gets a receipt
     * of their own.
     *
     * @return the receipt, without its secret if the complaint was on file already
     * @throws RequestDiffers if the sender used the name for another request before
     * @throws org.qingwang.common.BadInput if the complaint cannot be filed as it is
     */
    public Receipt file(NewComplaint complaint, Jurisdiction intake, Request request) {
        Optional<Receipt> before = request.name().flatMap(name -> repeated(request, name));
        if (before.isPresent()) {
            return before.get();
        }
        String content = RowKey.idempotencyKey(RowKey.of(
                intake,
                complaint,
                complaint.listingUrls().stream()
                        .flatMap(cell -> ListingAddress.parseAll(cell).stream())
                        .distinct()
                        .toList()));
        Optional<String> secret = request.name().map(Name::secret);
        Receipt receipt = complaints.file(new Filing(complaint, intake, content, secret));
        if (!receipt.isNew() && isNoRepetition(complaint, request)) {
            receipt = complaints.file(new Filing(complaint, intake, content + ownKey(request), secret));
        }
        String receiptNo = receipt.receiptNo();
        request.name().ifPresent(name -> requests.done(request.sender(), name.key(), receiptNo));
        return receipt;
    }

    private static boolean isNoRepetition(NewComplaint complaint, Request request) {
        return request.name().isPresent() || !complaint.complainantType().mustBeNamed();
    }

    /** Tells this complaint from another with the same content. */
    private static String ownKey(Request request) {
        return request.name()
                .map(name -> ":" + Sha256.hex(request.sender() + " " + name.key()))
                .orElseGet(() -> ":" + UUID.randomUUID());
    }

    private Optional<Receipt> repeated(Request request, Name name) {
        if (requests.begin(request.sender(), name.key(), request.digest(), clock.instant())) {
            return Optional.empty();
        }
        Requests.Known known = requests.find(request.sender(), name.key());
        if (!MessageDigest.isEqual(known.digest(), request.digest())) {
            throw new RequestDiffers(name.key());
        }
        boolean stillOpens = complaints.follow(known.receiptNo(), name.secret()).isPresent();
        return Optional.of(new Receipt(known.receiptNo(), stillOpens ? Optional.of(name.secret()) : Optional.empty()));
    }
}
