package org.qingwang.complaint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.BadInput;
import org.qingwang.common.TextEncoding;

/** Files as offices send them, and files made to break the reader. */
class ComplaintListTest {

    private static final String HEADER = "receivedOn,complainantType,listingUrl,description\n";

    @Test
    void columnsComeInAnyOrderAndAnySpelling() throws IOException {
        ListRow row = rows("Listing URL, RECEIVED_ON ,投诉人类型,序号\nhttps://a.example,2026-11-03,权利人,1\n")
                .get(0);
        assertThat(row.cells())
                .containsEntry(IntakeColumn.LISTING_URL, "https://a.example")
                .containsEntry(IntakeColumn.RECEIVED_ON, "2026-11-03")
                .containsEntry(IntakeColumn.COMPLAINANT_TYPE, "权利人")
                .hasSize(3);
    }

    @Test
    void aColumnThatIsNotReadIsNamed() throws IOException {
        try (ComplaintList list = list("receivedOn,complainantType,listingUrl,序号\n")) {
            assertThat(list.unknownHeadings()).containsExactly("序号");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"; | ;", "TAB | \t"},
            ignoreLeadingAndTrailingWhitespace = false)
    void spreadsheetsOfOtherCountriesSeparateDifferently(String name, String separator) throws IOException {
        String sign = name.startsWith("TAB") ? "\t" : ";";
        String file = "receivedOn,complainantType,listingUrl\n2026-11-03,AGENT,https://a.example\n".replace(",", sign);
        assertThat(rows(file).get(0).cells()).containsEntry(IntakeColumn.LISTING_URL, "https://a.example");
    }

    @Test
    void aRowKnowsItsLineThoughCellsRunOverLinesAndEmptyRowsStandBetween() throws IOException {
        List<ListRow> rows = rows(HEADER
                + "2026-11-03,AGENT,\"https://a.example\nhttps://b.example\",two\n"
                + "\n"
                + ",,,\n"
                + "2026-11-04,AGENT,https://c.example,last");
        assertThat(rows).extracting(ListRow::line).containsExactly(2L, 6L);
    }

    @Test
    void aRowWithTooFewOrTooManyFieldsIsBadAndTheOthersAreNot() throws IOException {
        List<ListRow> rows = rows(HEADER
                + "2026-11-03,AGENT,https://a.example\n"
                + "2026-11-03,AGENT,https://a.example,1,299.00\n"
                + "2026-11-03,AGENT,https://a.example,good\n");
        assertThat(rows)
                .extracting(row -> row.problems().stream().map(Problem::key).findFirst())
                .containsExactly(Optional.of("intake.row.fields"), Optional.of("intake.row.fields"), Optional.empty());
    }

    @Test
    void aQuotationMarkInsideAQuotedCellEndsItOnlyWhereACellCanEnd() throws IOException {
        List<ListRow> rows = rows(HEADER
                + "2026-11-03,AGENT,https://a.example,\"a 5\" screen\"\n"
                + "2026-11-04,AGENT,https://b.example,good\n");
        assertThat(rows)
                .extracting(row -> row.cells().get(IntakeColumn.DESCRIPTION))
                .containsExactly("a 5\" screen", "good");
    }

    @Test
    void quotedCellsKeepTheirSeparatorsAndDoubledQuotationMarks() throws IOException {
        List<ListRow> rows = rows(HEADER + "2026-11-03,\"AGENT\" ,https://a.example,\"a, \"\"b\"\"\r\nc\"\r\n");
        assertThat(rows.get(0).cells())
                .containsEntry(IntakeColumn.COMPLAINANT_TYPE, "AGENT")
                .containsEntry(IntakeColumn.DESCRIPTION, "a, \"b\"\nc");
    }

    @Test
    void aQuotationMarkThatIsNeverClosedRefusesTheFileAndSaysWhere() {
        String file = HEADER + "2026-11-03,AGENT,https://a.example,good\n2026-11-03,AGENT,https://b.example,\"never\n"
                + "2026-11-03,AGENT,https://c.example,swallowed\n";
        assertThatThrownBy(() -> rows(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("intake.file.structure[3]");
    }

    @Test
    void aBombIsRefusedBeforeItFillsTheMemory() {
        assertThatThrownBy(() -> rows(HEADER, "2026-11-03,AGENT,https://a.example,", "x", 1_000_000_000))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("intake.file.structure");
        assertThatThrownBy(() -> rows(HEADER, "2026-11-03", ",x", 10_000))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("intake.file.structure");
        assertThatThrownBy(() -> rows("", "receivedOn", ",receivedOn", 100))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("intake.file.columnTwice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | intake.file.empty",
                "receivedOn,complainantType | intake.file.columnMissing",
                "hello | intake.file.columnMissing",
                "receivedOn,complainantType,listingUrl,Listing-Url | intake.file.columnTwice"
            })
    void aFileWithoutItsHeaderIsRefused(String file, String key) {
        assertThatThrownBy(() -> rows(file)).isInstanceOf(BadInput.class).hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, false, UTF-8", "UTF-8, true, UTF-8", "UTF-16LE, true, UTF-16LE", "UTF-16BE, true, UTF-16BE",
        "UTF-16LE, false, UTF-16LE", "UTF-16BE, false, UTF-16BE", "GB18030, false, GB18030", "GBK, false, GB18030"
    })
    void theCharacterSetIsRecognised(String written, boolean mark, String expected) throws IOException {
        // Long enough that characters straddle every buffer's edge.
        String text = (mark ? "\ufeff" : "") + HEADER + "2026-11-03,AGENT,https://a.example,卖家出售假冒名牌包\n".repeat(20_000);
        byte[] file = text.getBytes(Charset.forName(written));
        TextEncoding encoding = TextEncoding.of(new ByteArrayInputStream(file));
        assertThat(encoding.charset()).isEqualTo(Charset.forName(expected));
        assertThat(new String(file, encoding.markLength(), file.length - encoding.markLength(), encoding.charset()))
                .isEqualTo(mark ? text.substring(1) : text);
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] withZero = (HEADER + "2026-11-03,AGENT,https://a.example,\u0000\n").getBytes(Charset.forName("UTF-8"));
        assertThatThrownBy(() -> TextEncoding.of(new ByteArrayInputStream(withZero)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("intake.file.notText");
        byte[] broken = {'a', (byte) 0xFF, (byte) 0xFF, 'b', (byte) 0xC3};
        assertThatThrownBy(() -> TextEncoding.of(new ByteArrayInputStream(broken)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("intake.file.encoding");
    }

    private static List<ListRow> rows(String file) throws IOException {
        return read(new StringReader(file));
    }

    /** A file too large to be held: a beginning and one piece over and over. */
    private static List<ListRow> rows(String header, String begin, String piece, int times) throws IOException {
        return read(new java.io.InputStreamReader(new Repeating(header + begin, piece, times)));
    }

    private static List<ListRow> read(Reader file) throws IOException {
        List<ListRow> rows = new ArrayList<>();
        try (ComplaintList list = new ComplaintList(file)) {
            for (Optional<ListRow> row = list.next(); row.isPresent(); row = list.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static ComplaintList list(String file) throws IOException {
        return new ComplaintList(new StringReader(file));
    }

    private static final class Repeating extends InputStream {
        private final String begin;
        private final String piece;
        private final long length;
        private long at;

        Repeating(String begin, String piece, int times) {
            this.begin = begin;
            this.piece = piece;
            this.length = begin.length() + (long) piece.length() * times;
        }

        @Override
        public int read() {
            if (at >= length) {
                return -1;
            }
            long position = at++;
            return position < begin.length()
                    ? begin.charAt((int) position)
                    : piece.charAt((int) ((position - begin.length()) % piece.length()));
        }
    }
}
