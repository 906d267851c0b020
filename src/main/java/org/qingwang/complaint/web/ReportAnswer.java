package org.qingwang.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.qingwang.api.web.FieldError;
import org.qingwang.complaint.intake.RowState;

/** Rows somebody has to look at. */
@Schema(name = "ImportReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportAnswer(
        List<Row> rows,

        @Schema(description = "Ask with after= this for the rows that follow; absent at the end.")
        Integer next) {

    @Schema(name = "ImportReportRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            @Schema(description = "Line in the file, counted from 1.")
            int line,

            @Schema(description = "BAD or REPEATED.") RowState state,
            List<FieldError> errors,

            @Schema(description = "Line of the row it repeats.")
            Integer sameAsLine,

            @Schema(description = "Batch of the row it repeats.")
            String sameAsBatch,

            @Schema(description = "Complaint it repeats.") String receiptNo) {}
}
