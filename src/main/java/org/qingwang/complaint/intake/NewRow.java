package org.qingwang.complaint.intake;

/**
 * A row as it is about to be stored, ready for PostgreSQL's COPY.
 *
 * @param line where it begins in the file
 * @param key by which it is known again; null if it is bad
 * @param json the complaint, or what is wrong with a bad row
 */
record NewRow(int rowNo, long line, String key, String json) {

    static final String COLUMNS = "batch_no, row_no, line, state, row_key, content, problems, same_batch, same_line";

    private static final String NONE = "\\N";

    NewRow {
        json = escaped(json);
    }

    boolean isGood() {
        return key != null;
    }

    /** @param same the row it repeats, or null */
    RowState state(Place same) {
        if (!isGood()) {
            return RowState.BAD;
        }
        return same == null ? RowState.WAITING : RowState.REPEATED;
    }

    /** @param same the row it repeats, or null */
    void addTo(StringBuilder lines, String batchNo, Place same) {
        RowState state = state(same);
        lines.append(batchNo)
                .append('\t')
                .append(rowNo)
                .append('\t')
                .append(line)
                .append('\t')
                .append(state);
        add(lines, isGood() ? "\\\\x" + key : NONE);
        add(lines, state == RowState.WAITING ? json : NONE);
        add(lines, state == RowState.BAD ? json : NONE);
        add(lines, same == null ? NONE : same.batchNo());
        add(lines, same == null ? NONE : String.valueOf(same.line()));
        lines.append('\n');
    }

    private static void add(StringBuilder lines, String value) {
        lines.append('\t').append(value);
    }

    /** JSON has no bare control signs; only its backslashes mean something to COPY. */
    private static String escaped(String json) {
        return json.indexOf('\\') < 0 ? json : json.replace("\\", "\\\\");
    }
}
