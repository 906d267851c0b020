package org.qingwang.casefile.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.qingwang.casefile.CaseRow;
import org.qingwang.portal.Spreadsheet;

/**
 * Writes cases as CSV for a spreadsheet: with a byte order mark, without which Chinese comes out garbled, and with no
 * cell that the spreadsheet would run as a formula, since sellers choose their own names.
 */
final class CaseCsv implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final CsvWriter csv;
    private final CaseWords words;

    CaseCsv(OutputStream out, CaseWords words) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(Spreadsheet.BYTE_ORDER_MARK);
        this.csv = CsvWriter.builder().build(writer);
        this.words = words;
    }

    void header() {
        csv.writeRecord(
                words.say("casefile.column.number"),
                words.say("casefile.column.status"),
                words.say("casefile.column.lead"),
                words.say("casefile.column.opened"),
                words.say("casefile.column.closed"),
                words.say("casefile.column.seller"),
                words.say("casefile.column.platform"),
                words.say("casefile.column.mark"),
                words.say("casefile.column.registration"),
                words.say("casefile.column.outcome"),
                words.say("casefile.column.value"),
                words.say("casefile.column.fine"));
    }

    void row(CaseRow row) {
        csv.writeRecord(
                row.caseNo(),
                words.say("casefile.status." + row.status()),
                row.lead() == null ? "" : words.jurisdiction(row.lead()),
                time(row.openedAt()),
                time(row.closedAt()),
                Spreadsheet.harmless(row.sellerName()),
                Spreadsheet.harmless(row.platform()),
                Spreadsheet.harmless(row.rightName()),
                Spreadsheet.harmless(row.registrationNo()),
                row.outcome() == null ? "" : words.say(row.outcome().messageKey()),
                amount(row.caseValue()),
                amount(row.fine()));
    }

    private static String time(Instant instant) {
        return instant == null ? "" : TIME.format(instant);
    }

    private static String amount(BigDecimal amount) {
        return amount == null ? "" : amount.toPlainString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
