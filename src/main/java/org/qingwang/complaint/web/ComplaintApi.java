package org.qingwang.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.qingwang.api.ApiCaller;
import org.qingwang.api.web.BadFields;
import org.qingwang.api.web.FieldError;
import org.qingwang.api.web.ProblemAnswer;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.common.Sha256;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.Complaint;
import org.qingwang.complaint.ComplaintChecks;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.Disputes;
import org.qingwang.complaint.ListingAddress;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.complaint.Receipt;
import org.qingwang.complaint.intake.RequestDiffers;
import org.qingwang.complaint.intake.SingleFiling;
import org.qingwang.complaint.intake.Words;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Complaints one at a time, from other systems. */
@RestController
@RequestMapping(path = "/api/v1/complaints", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "complaints", description = "File complaints one at a time and follow them.")
class ComplaintApi {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LARGEST_BODY = 1 << 20;
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final SingleFiling filing;
    private final ComplaintService complaints;
    private final Disputes disputes;
    private final ComplaintChecks checks;
    private final Validator validator;
    private final ProblemAnswer answer;
    private final Clock clock;

    ComplaintApi(
            SingleFiling filing,
            ComplaintService complaints,
            Disputes disputes,
            ComplaintChecks checks,
            @Lazy Validator validator,
            ProblemAnswer answer,
            Clock clock) {
        this.filing = filing;
        this.complaints = complaints;
        this.disputes = disputes;
        this.checks = checks;
        this.validator = validator;
        this.answer = answer;
        this.clock = clock;
    }

    @Operation(
            summary = "File a complaint",
            description =
                    "Files the complaint with the jurisdiction the key belongs to. With an Idempotency-Key each new"
                            + " key is a complaint of its own, even if another complainant has written the same; the same request"
                            + " under the same key is answered as the first time, with the secret. Without one, the same content"
                            + " from the same named complainant is a repetition: it is answered with 200 and without the secret.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ComplaintRequest.class))))
    @ApiResponse(responseCode = "201", description = "Filed.")
    @ApiResponse(responseCode = "200", description = "On file already.")
    @ApiResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReceiptAnswer> file(
            @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller,
            @Parameter(
                            description =
                                    "Your own name for this request, one for each complaint. Sent again with the same key, it"
                                            + " files nothing again and gets the first answer. Best always sent.")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    String idempotencyKey,
            @Parameter(hidden = true) InputStream body,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        if (caller == null) {
            throw new NotAllowed("filing without a key");
        }
        byte[] sent = limited(body);
        NewComplaint complaint = complaint(StrictJson.read(sent, ComplaintRequest.class), request);
        Receipt receipt = filing.file(
                complaint,
                caller.key().jurisdiction(),
                new SingleFiling.Request(
                        caller.key().name(),
                        checkedKey(idempotencyKey).map(key -> nameOf(caller, key)),
                        Sha256.of(sent)));
        URI location = URI.create("/api/v1/complaints/" + receipt.receiptNo());
        return ResponseEntity.status(receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(location)
                .body(ReceiptAnswer.of(receipt));
    }

    @Operation(
            summary = "Follow a complaint",
            description = "For whoever has the receipt's secret, and for the key the complaint was filed with. To"
                    + " everybody else it does not exist.")
    @ApiResponse(responseCode = "200", description = "How far it has come.")
    @GetMapping("/{receiptNo}")
    ComplaintStatusAnswer follow(
            @PathVariable String receiptNo,
            @Parameter(description = "The secret of the receipt.")
                    @RequestHeader(name = "Receipt-Secret", required = false)
                    String secret,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller) {
        Optional<Complaint> own = caller != null && complaints.isFiledBy(caller.actor(), receiptNo)
                ? complaints.find(receiptNo)
                : Optional.empty();
        return own.or(() -> secret == null ? Optional.empty() : complaints.follow(receiptNo, secret))
                .map(complaint -> ComplaintStatusAnswer.of(complaint, standing(complaint)))
                .orElseThrow(() -> new NotAllowed("a complaint without its secret"));
    }

    private Disputes.Standing standing(Complaint complaint) {
        return complaint.content().isDispute()
                ? disputes.standingOf(complaint.receiptNo()).orElse(null)
                : null;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> keyUsedBefore(RequestDiffers failure, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.of(HttpStatus.CONFLICT, "idempotency", request));
    }

    private NewComplaint complaint(ComplaintRequest sent, HttpServletRequest request) {
        List<FieldError> errors = new ArrayList<>(validator.validate(sent).stream()
                .map(ComplaintApi::fieldError)
                .sorted(Comparator.comparing(FieldError::field))
                .toList());
        List<String> listings = sent.listingUrls() == null ? List.of() : sent.listingUrls();
        for (int i = 0; i < listings.size(); i++) {
            String written = listings.get(i);
            take(() -> ListingAddress.parseAll(written), "listingUrls[" + i + "]", errors, request);
        }
        String region = isBlank(sent.sellerRegion())
                ? null
                : take(() -> Words.region("sellerRegion", sent.sellerRegion()), "sellerRegion", errors, request);
        String currency = isBlank(sent.currency())
                ? "CNY"
                : take(() -> Words.currency("currency", sent.currency()), "currency", errors, request);
        refuse(errors);
        NewComplaint complaint = new NewComplaint(
                sent.receivedOn() == null ? LocalDate.now(clock.withZone(CHINA)) : sent.receivedOn(),
                Channel.API,
                sent.complainantType(),
                sent.complainantName(),
                sent.contact(),
                sent.right(),
                sent.registrationNo(),
                sent.platform(),
                listings,
                sent.sellerName(),
                region,
                sent.goods(),
                sent.quantity(),
                sent.unitPrice(),
                currency,
                sent.description(),
                null,
                sent.demand());
        checks.checkBesidesListings(complaint);
        return complaint;
    }

    private <T> T take(Supplier<T> reading, String field, List<FieldError> errors, HttpServletRequest request) {
        try {
            return reading.get();
        } catch (BadInput refusal) {
            errors.add(new FieldError(field, answer.fieldError(refusal, request).message()));
            return null;
        }
    }

    private static FieldError fieldError(ConstraintViolation<ComplaintRequest> violation) {
        return new FieldError(violation.getPropertyPath().toString(), violation.getMessage());
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new BadFields(errors);
        }
    }

    private static Optional<String> checkedKey(String idempotencyKey) {
        if (idempotencyKey != null && !IDEMPOTENCY_KEY.matcher(idempotencyKey).matches()) {
            throw new BadInput("Idempotency-Key", "api.idempotency.form");
        }
        return Optional.ofNullable(idempotencyKey);
    }

    private static byte[] limited(InputStream body) throws IOException {
        byte[] sent = body.readNBytes(LARGEST_BODY + 1);
        if (sent.length > LARGEST_BODY) {
            throw new org.springframework.web.server.PayloadTooLargeException(null);
        }
        return sent;
    }

    /** The secret can be told again after a lost answer, and is kept nowhere: it follows from the sender's key. */
    private static SingleFiling.Name nameOf(ApiCaller caller, String idempotencyKey) {
        return new SingleFiling.Name(
                idempotencyKey, Receipt.secretOf(caller.proof().of("receipt of " + idempotencyKey)));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
