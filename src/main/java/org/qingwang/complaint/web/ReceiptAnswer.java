package org.qingwang.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.qingwang.complaint.Receipt;

/** What the sender of a complaint takes home. */
@Schema(name = "Receipt")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptAnswer(
        @Schema(example = "TS-20261122-7K3M9QX2") String receiptNo,

        @Schema(
                description =
                        "With it the complaint can be followed without a key. Told to whoever filed it; absent when the"
                                + " same complaint was on file already.")
        String secret) {

    static ReceiptAnswer of(Receipt receipt) {
        return new ReceiptAnswer(receipt.receiptNo(), receipt.secret().orElse(null));
    }
}
