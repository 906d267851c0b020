package org.qingwang.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.qingwang.api.ApiCaller;
import org.qingwang.api.web.FieldError;
import org.qingwang.common.NotAllowed;
import org.qingwang.complaint.intake.ImportBatch;
import org.qingwang.complaint.intake.ImportService;
import org.qingwang.complaint.intake.ImportStatus;
import org.qingwang.complaint.intake.Problem;
import org.qingwang.complaint.intake.ReportedRow;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Lists of complaints, from other systems. */
@RestController
@RequestMapping(path = "/api/v1/complaints/import", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "imports", description = "File lists of complaints as CSV and see what became of each row.")
class ImportApi {

    private static final int PAGE = 500;

    private final ImportService imports;
    private final MessageSource messages;

    ImportApi(ImportService imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @Operation(
            summary = "Import a list",
            description = "CSV with the header receivedOn, channel, complainantType, complainantName, contact, right,"
                    + " registrationNo, platform, listingUrl, sellerName, sellerRegion, goods, quantity, unitPrice,"
                    + " currency, description in any order; UTF-8, UTF-16 or GB18030. It is read in the background:"
                    + " ask the address in Location how far it is. The same file again is the same import.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "202", description = "Stored; its rows are being read.")
    @PostMapping(consumes = "text/csv")
    ResponseEntity<ImportStatusAnswer> submit(
            @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller,
            @Parameter(description = "A name to know the list by.") @RequestParam(defaultValue = "list.csv")
                    String fileName,
            @Parameter(hidden = true) InputStream body,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        return accepted(imports.submit(fileName, body, known(caller).key().jurisdiction()), caller, request);
    }

    @Operation(
            summary = "Import a list as a form's file",
            description = "The same with the CSV as the part named file.")
    @ApiResponse(responseCode = "202", description = "Stored; its rows are being read.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ImportStatusAnswer> submitForm(
            @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller,
            @RequestParam("file") MultipartFile file,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return accepted(
                    imports.submit(
                            file.getOriginalFilename(),
                            content,
                            known(caller).key().jurisdiction()),
                    caller,
                    request);
        }
    }

    @Operation(summary = "How far an import has come")
    @ApiResponse(responseCode = "200", description = "Counts of its rows by what became of them.")
    @GetMapping("/{batchNo}")
    ImportStatusAnswer status(
            @PathVariable String batchNo,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller,
            @Parameter(hidden = true) HttpServletRequest request) {
        return answer(find(batchNo, caller), request);
    }

    @Operation(summary = "Rows that could not be taken, and repeated ones", description = "In the order of the file.")
    @ApiResponse(responseCode = "200", description = "At most 500 rows.")
    @GetMapping("/{batchNo}/report")
    ReportAnswer report(
            @PathVariable String batchNo,
            @Parameter(description = "The value of next in the answer before; 0 to begin.")
                    @RequestParam(defaultValue = "0")
                    int after,
            @Parameter(hidden = true) @AuthenticationPrincipal ApiCaller caller,
            @Parameter(hidden = true) HttpServletRequest request) {
        ImportBatch batch = find(batchNo, caller).batch();
        List<ReportedRow> rows = imports.report(batch, after, PAGE);
        return new ReportAnswer(
                rows.stream().map(row -> row(row, request)).toList(),
                rows.size() < PAGE ? null : rows.get(PAGE - 1).rowNo());
    }

    private ResponseEntity<ImportStatusAnswer> accepted(
            ImportBatch batch, ApiCaller caller, HttpServletRequest request) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/complaints/import/" + batch.batchNo()))
                .body(answer(find(batch.batchNo(), caller), request));
    }

    /** A key sees the imports that came with it, and no other of its jurisdiction. */
    private ImportStatus find(String batchNo, ApiCaller caller) {
        return imports.status(batchNo, known(caller).actor()).orElseThrow(() -> new NotAllowed("import " + batchNo));
    }

    private static ApiCaller known(ApiCaller caller) {
        if (caller == null) {
            throw new NotAllowed("importing without a key");
        }
        return caller;
    }

    private ImportStatusAnswer answer(ImportStatus status, HttpServletRequest request) {
        String refusal = status.batch()
                .refusal()
                .map(problem -> sentence(problem, request))
                .orElse(null);
        return ImportStatusAnswer.of(status, refusal);
    }

    private ReportAnswer.Row row(ReportedRow row, HttpServletRequest request) {
        return new ReportAnswer.Row(
                row.line(),
                row.state(),
                row.problems().stream()
                        .map(problem -> new FieldError(problem.field(), sentence(problem, request)))
                        .toList(),
                row.sameLine().orElse(null),
                row.sameBatch().orElse(null),
                row.receiptNo().orElse(null));
    }

    private String sentence(Problem problem, HttpServletRequest request) {
        return messages.getMessage(problem.sentence(), request.getLocale());
    }
}
