package org.qingwang.complaint.intake;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.ListingAddress;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.complaint.Receipt;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files one complaint for another system. The same content as a complaint on file, from a list or alone, is that
 * complaint.
 */
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
     * @param key the sender's own name for the request; empty if it has none
     * @param digest SHA-256 of what was sent
     */
    public record Request(String sender, Optional<String> key, byte[] digest) {

        public Request {
            digest = digest.clone();
        }

        @Override
        public byte[] digest() {
            return digest.clone();
        }
    }

    /**
     * @return the receipt, without its secret if the complaint was on file already
     * @throws RequestDiffers if the sender used the key for another request before
     * @throws org.qingwang.common.BadInput if the complaint cannot be filed as it is
     */
    public Receipt file(NewComplaint complaint, Jurisdiction intake, Request request) {
        Optional<Receipt> before = request.key().flatMap(key -> repeated(request, key));
        if (before.isPresent()) {
            return before.get();
        }
        String content = RowKey.of(
                intake,
                complaint,
                complaint.listingUrls().stream()
                        .flatMap(cell -> ListingAddress.parseAll(cell).stream())
                        .distinct()
                        .toList());
        Receipt receipt = complaints.file(complaint, intake, RowKey.idempotencyKey(content));
        request.key().ifPresent(key -> requests.done(request.sender(), key, receipt.receiptNo()));
        return receipt;
    }

    private Optional<Receipt> repeated(Request request, String key) {
        if (requests.begin(request.sender(), key, request.digest(), clock.instant())) {
            return Optional.empty();
        }
        Requests.Known known = requests.find(request.sender(), key);
        if (!MessageDigest.isEqual(known.digest(), request.digest())) {
            throw new RequestDiffers(key);
        }
        return Optional.of(new Receipt(known.receiptNo(), Optional.empty()));
    }
}
