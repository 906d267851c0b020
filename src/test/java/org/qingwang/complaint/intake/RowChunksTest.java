package org.qingwang.complaint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.BadInput;

/** How much of a list is in memory at once, and that none of it is lost between two chunks. */
class RowChunksTest {

    private static final String HEADER = "receivedOn,complainantType,listingUrl,description\n";

    @Test
    void everyRowComesOnceAndInItsOrder() throws IOException {
        List<NewRow> rows = new ArrayList<>();
        for (RowChunks.Chunk chunk : chunks(HEADER + "friend\n".repeat(9_001))) {
            assertThat(chunk.rows()).hasSizeLessThan(5_000);
            rows.addAll(chunk.rows());
        }
        assertThat(rows).hasSize(9_001);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).rowNo()).isEqualTo(i + 1);
            assertThat(rows.get(i).line()).isEqualTo(i + 2);
        }
    }

    /** 64 MB of such cells, two chunks at once and each several times as large in JSON, would end the server. */
    @Test
    void aListOfEnormousCellsIsTakenInSmallBites() throws IOException {
        String row = "2026-10-01,friend,none," + "x".repeat(30_000) + "\n";
        List<RowChunks.Chunk> chunks = chunks(HEADER + row.repeat(400));
        assertThat(chunks).hasSizeGreaterThan(2);
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.rows()).hasSizeLessThan(200));
        assertThat(chunks.stream().mapToInt(chunk -> chunk.rows().size()).sum()).isEqualTo(400);
    }

    @Test
    void aFaultInTheMiddleOfTheFileIsTheFilesFault() {
        String text = HEADER + "friend\n".repeat(5_000) + "\"never closed";
        assertThatThrownBy(() -> chunks(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("intake.file.structure");
    }

    private static List<RowChunks.Chunk> chunks(String text) throws IOException {
        ComplaintList list = new ComplaintList(new StringReader(text));
        List<RowChunks.Chunk> all = new ArrayList<>();
        Jurisdiction intake = Jurisdiction.parse("commerce-330000");
        // Every row here is bad before anybody asks whether the complaint in it could be filed.
        try (RowChunks chunks =
                new RowChunks(list, () -> 0, new RowReader(null), new Json(new ObjectMapper()), intake)) {
            for (Optional<RowChunks.Chunk> next = chunks.next(); next.isPresent(); next = chunks.next()) {
                all.add(next.get());
            }
        }
        return all;
    }
}
