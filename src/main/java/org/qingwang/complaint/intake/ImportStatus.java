package org.qingwang.complaint.intake;

import java.util.Map;

/**
 * A batch with what became of its rows so far.
 *
 * @param rows how many rows are in each state
 * @param heldRows how many of the waiting rows failed and wait for another try
 */
public record ImportStatus(ImportBatch batch, Map<RowState, Integer> rows, int heldRows) {

    public ImportStatus {
        rows = Map.copyOf(rows);
    }

    public int filed() {
        return count(RowState.FILED);
    }

    public int waiting() {
        return count(RowState.WAITING);
    }

    public int repeated() {
        return count(RowState.REPEATED);
    }

    public int bad() {
        return count(RowState.BAD);
    }

    public int total() {
        return rows.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How much of the present stage is done, 0 to 100: of the file while it is read, of the rows while they are filed. */
    public int percent() {
        return switch (batch.stage()) {
            case RECEIVED -> share(batch.bytesRead(), batch.fileSize());
            case FILING -> share(total() - waiting(), total());
            case DONE, REFUSED -> 100;
        };
    }

    private int count(RowState state) {
        return rows.getOrDefault(state, 0);
    }

    private static int share(long part, long whole) {
        return whole <= 0 ? 0 : (int) Math.min(100, part * 100 / whole);
    }
}
