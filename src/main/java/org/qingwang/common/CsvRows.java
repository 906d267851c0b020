package org.qingwang.common;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Splits CSV text into rows and cells as RFC 4180 has it, and bears what people make of it: separators of other
 * countries, any line end, a quotation mark inside a quoted cell that was not doubled. Such a mark ends the cell only
 * where a cell can end; stricter readers lose the row there, or everything after it.
 *
 * <p>Holds one row in memory, of a bounded size: a file made to exhaust the memory is refused.
 */
public final class CsvRows implements AutoCloseable {

    private static final int LONGEST_CELL = 32_767; // as much as a spreadsheet's cell can hold
    private static final int LONGEST_ROW = 400_000;
    private static final int MOST_CELLS = 200;
    private static final int MOST_BLANKS = 64;
    private static final int BUFFER = 1 << 15;

    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private int filled;
    private int at;
    private char separator = ',';
    private long line = 1;
    private long rowLine;
    private int rowLength;
    private final StringBuilder cell = new StringBuilder();

    public CsvRows(Reader text) throws IOException {
        this.text = text;
        fill();
        separator = separatorOfHeader();
    }

    /**
     * A row as it is written.
     *
     * @param line the line it begins on, counted from 1
     */
    public record Row(long line, List<String> cells) {}

    /**
     * @return the next row, empty at the end of the text; a line without anything on it is a row of one empty cell
     * @throws BadInput if the row has no end or is larger than any list needs
     */
    public Optional<Row> next() throws IOException {
        if (peek() < 0) {
            return Optional.empty();
        }
        rowLine = line;
        rowLength = 0;
        List<String> cells = new ArrayList<>();
        do {
            cells.add(cell());
            if (cells.size() > MOST_CELLS) {
                throw refused();
            }
        } while (takeIf(separator));
        endLine();
        return Optional.of(new Row(rowLine, cells));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private String cell() throws IOException {
        cell.setLength(0);
        skipBlanks();
        if (takeIf('"')) {
            quoted();
            skipBlanks();
        }
        while (!isCellEnd(peek())) {
            append(take());
        }
        return cell.toString();
    }

    private void quoted() throws IOException {
        while (true) {
            int sign = peek();
            if (sign < 0) {
                throw refused();
            }
            if (sign == '"') {
                take();
                if (peek() == '"') {
                    append(take());
                } else if (endsCell()) {
                    return;
                } else {
                    append('"');
                }
            } else if (sign == '\r' || sign == '\n') {
                endLine();
                append('\n');
            } else {
                append(take());
            }
        }
    }

    /** Whether nothing but a few blanks stands between here and the end of the cell. */
    private boolean endsCell() throws IOException {
        int blanks = 0;
        while (blanks < MOST_BLANKS && peek(blanks) == ' ') {
            blanks++;
        }
        return isCellEnd(peek(blanks));
    }

    private boolean isCellEnd(int sign) {
        return sign < 0 || sign == separator || sign == '\n' || sign == '\r';
    }

    private void skipBlanks() throws IOException {
        while (peek() == ' ') {
            take();
        }
    }

    /** Takes one line end of whichever kind. */
    private void endLine() throws IOException {
        boolean carriageReturn = takeIf('\r');
        if (takeIf('\n') || carriageReturn) {
            line++;
        }
    }

    private void append(char sign) {
        if (cell.length() >= LONGEST_CELL || ++rowLength > LONGEST_ROW) {
            throw refused();
        }
        cell.append(sign);
    }

    private BadInput refused() {
        return new BadInput("file", "intake.file.structure", String.valueOf(rowLine));
    }

    private boolean takeIf(char sign) throws IOException {
        if (peek() != sign) {
            return false;
        }
        take();
        return true;
    }

    private char take() {
        return buffer[at++];
    }

    private int peek() throws IOException {
        return peek(0);
    }

    private int peek(int ahead) throws IOException {
        if (at + ahead >= filled) {
            fill();
        }
        return at + ahead < filled ? buffer[at + ahead] : -1;
    }

    /** Moves what is not read yet to the front and reads on behind it. */
    private void fill() throws IOException {
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        at = 0;
        int read = text.read(buffer, filled, BUFFER - filled);
        filled += Math.max(read, 0);
    }

    /** Spreadsheets write semicolons or tabs in some countries: the sign that divides the header is meant. */
    private char separatorOfHeader() {
        String header = new String(buffer, 0, filled).lines().findFirst().orElse("");
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(candidate ->
                        header.chars().filter(sign -> sign == candidate).count()))
                .filter(candidate -> header.indexOf(candidate) >= 0)
                .orElse(',');
    }
}
