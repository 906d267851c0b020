package org.qingwang.portal;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes CSV for spreadsheets: with a byte order mark, so that they read Chinese, and with a quotation mark before what
 * they would take for a formula. A sender's cell must not run on the officer's machine.
 */
public final class SafeCsv {

    private final Writer out;

    public SafeCsv(Writer out) throws IOException {
        this.out = out;
        out.write(Spreadsheet.BYTE_ORDER_MARK);
    }

    public void row(List<String> cells) throws IOException {
        out.write(cells.stream().map(SafeCsv::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String cell(String text) {
        return "\"" + Spreadsheet.harmless(text).replace("\"", "\"\"") + "\"";
    }
}
