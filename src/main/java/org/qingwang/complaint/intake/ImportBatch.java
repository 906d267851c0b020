package org.qingwang.complaint.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/**
 * A list of complaints somebody sent in.
 *
 * @param jurisdiction received the list and decides on its complaints
 * @param submittedBy user id of who sent it
 * @param submittedName how that person or system is shown
 * @param fileSize in bytes
 * @param characterSet recognised character set; empty while unread
 * @param unreadColumns headings of columns nobody asked for
 * @param refusal why the file as a whole was refused
 * @param bytesRead how much of the file has been read
 */
public record ImportBatch(
        String batchNo,
        Jurisdiction jurisdiction,
        String submittedBy,
        String submittedName,
        Instant submittedAt,
        String fileName,
        long fileSize,
        Optional<String> characterSet,
        List<String> unreadColumns,
        ImportStage stage,
        Optional<Problem> refusal,
        long bytesRead,
        Optional<Instant> finishedAt) {

    public ImportBatch {
        unreadColumns = List.copyOf(unreadColumns);
    }

    /** By whom the same file counts as sent twice: all officers of a jurisdiction are one sender, another system is one. */
    String sender() {
        return submittedBy.startsWith("api:") ? submittedBy : "desk";
    }
}
