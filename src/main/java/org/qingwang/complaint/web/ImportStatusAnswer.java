package org.qingwang.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.qingwang.complaint.intake.ImportBatch;
import org.qingwang.complaint.intake.ImportStage;
import org.qingwang.complaint.intake.ImportStatus;

/** How far an import has come. */
@Schema(name = "ImportStatus")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportStatusAnswer(
        @Schema(example = "DR-20261122-7K3M9QX2") String batchNo,
        ImportStage stage,

        @Schema(description = "How much of the present stage is done.")
        int percent,

        Instant submittedAt,
        Instant finishedAt,
        @Schema(description = "Rows read.") int rows,

        @Schema(description = "Rows that became complaints.")
        int filed,

        @Schema(description = "Rows checked and not filed yet.")
        int waiting,

        @Schema(description = "Rows that say the same as another.")
        int repeated,

        @Schema(description = "Rows that could not be taken; the report says why.")
        int bad,

        @Schema(description = "Why the file as a whole was refused.")
        String refusal,

        @Schema(description = "Columns that were not read.") List<String> unreadColumns) {

    static ImportStatusAnswer of(ImportStatus status, String refusal) {
        ImportBatch batch = status.batch();
        return new ImportStatusAnswer(
                batch.batchNo(),
                batch.stage(),
                status.percent(),
                batch.submittedAt(),
                batch.finishedAt().orElse(null),
                status.total(),
                status.filed(),
                status.waiting(),
                status.repeated(),
                status.bad(),
                refusal,
                batch.unreadColumns());
    }
}
