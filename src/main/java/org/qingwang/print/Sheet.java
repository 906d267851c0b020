package org.qingwang.print;

import static java.lang.Character.UnicodeBlock.VARIATION_SELECTORS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/**
 * Sets text and tables on A4 pages from top to bottom, in one font that has Latin and Chinese. Of the font only the
 * characters used go into the file. A character the font lacks stands by its code, {@code [U+20BB7]}, and a note at the end
 * says so: a box in its place would be a name nobody can look up.
 */
public final class Sheet implements AutoCloseable {

    private static final String FONT = "fonts/NotoSansSC-Regular.ttf";
    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float MARGIN = 56;
    private static final float WIDTH = PAPER.getWidth() - 2 * MARGIN;
    private static final float TOP = PAPER.getHeight() - MARGIN;
    private static final float BOTTOM = 64;
    private static final float TEXT = 10;
    private static final float SMALL = 8.5f;
    private static final float LEADING = 1.5f;
    private static final float CELL_GAP = 8;
    private static final float LABEL_WIDTH = 130;

    /**
     * A column of a table.
     *
     * @param share how much of the width it takes, beside the others
     * @param figures whether it holds figures, which stand at its right edge
     */
    public record Column(String label, float share, boolean figures) {

        public static Column text(String label, float share) {
            return new Column(label, share, false);
        }

        public static Column figures(String label, float share) {
            return new Column(label, share, true);
        }
    }

    private final PDDocument document = new PDDocument();
    private final TrueTypeFont characters;
    private final CmapLookup known;
    private final PDFont font;
    private final Set<String> lacking = new LinkedHashSet<>();
    private PDPageContentStream page;
    private float y;

    /** @param title what the file is called in a reader of PDF */
    public Sheet(String title, Locale language) {
        try {
            characters =
                    new TTFParser().parse(new RandomAccessReadBuffer(new ClassPathResource(FONT).getInputStream()));
            known = characters.getUnicodeCmapLookup();
            font = PDType0Font.load(document, characters, true);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            turn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The title of the whole, in the middle. */
    public void title(String text) throws IOException {
        for (String line : lines(text, 18, WIDTH)) {
            float left = (WIDTH - width(line, 18)) / 2;
            need(18 * LEADING);
            write(line, MARGIN + left, 18);
            y -= 18 * LEADING;
        }
        y -= 6;
    }

    /** Begins a part; never at the foot of a page. */
    public void heading(String text) throws IOException {
        need(90);
        y -= 12;
        set(text, 13, MARGIN, WIDTH);
        y -= 2;
    }

    /** Text over the whole width, broken where its language allows. */
    public void paragraph(String text) throws IOException {
        set(text, TEXT, MARGIN, WIDTH);
        y -= 4;
    }

    /** Something quieter than a paragraph. */
    public void note(String text) throws IOException {
        y -= 6;
        set(text, SMALL, MARGIN, WIDTH);
        y -= 4;
    }

    /** A name and what stands for it, side by side. */
    public void fact(String label, String value) throws IOException {
        List<String> names = lines(label, TEXT, LABEL_WIDTH - CELL_GAP);
        List<String> values = lines(value, TEXT, WIDTH - LABEL_WIDTH);
        for (int i = 0; i < Math.max(names.size(), values.size()); i++) {
            need(TEXT * LEADING);
            if (i < names.size()) {
                write(names.get(i), MARGIN, TEXT);
            }
            if (i < values.size()) {
                write(values.get(i), MARGIN + LABEL_WIDTH, TEXT);
            }
            y -= TEXT * LEADING;
        }
    }

    /** A line to sign on. */
    public void toSign(String label) throws IOException {
        need(40);
        y -= 28;
        write(label, MARGIN, TEXT);
        rule(MARGIN + LABEL_WIDTH, MARGIN + LABEL_WIDTH + 220, y - 2);
        y -= 8;
    }

    /** A table; its head is repeated on every page. */
    public void table(List<Column> columns, List<List<String>> rows) throws IOException {
        y -= 4;
        header(columns);
        for (List<String> row : rows) {
            row(columns, row);
        }
        y -= 8;
    }

    private void header(List<Column> columns) throws IOException {
        need(3 * SMALL * LEADING);
        cells(columns, wrapped(columns, columns.stream().map(Column::label).toList()));
        rule(MARGIN, MARGIN + WIDTH, y + SMALL * 0.9f);
        y -= 3;
    }

    /** A row stays on one page if it fits on one; otherwise it goes on where the page ends. */
    private void row(List<Column> columns, List<String> row) throws IOException {
        List<List<String>> cells = wrapped(columns, row);
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        int mostOnAPage = (int) ((TOP - BOTTOM) / (SMALL * LEADING)) - 3;
        if (height <= mostOnAPage && room() < height) {
            turn();
            header(columns);
        }
        for (int from = 0; from < height; ) {
            if (room() < 1) {
                turn();
                header(columns);
            }
            int to = Math.min(height, from + room());
            cells(columns, slice(cells, from, to));
            from = to;
        }
        rule(MARGIN, MARGIN + WIDTH, y + SMALL * 0.9f);
        y -= 3;
    }

    private int room() {
        return (int) ((y - BOTTOM) / (SMALL * LEADING));
    }

    private static List<List<String>> slice(List<List<String>> cells, int from, int to) {
        return cells.stream()
                .map(cell -> cell.subList(Math.min(from, cell.size()), Math.min(to, cell.size())))
                .toList();
    }

    private List<List<String>> wrapped(List<Column> columns, List<String> texts) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(lines(texts.get(i), SMALL, width(columns, i) - CELL_GAP));
        }
        return cells;
    }

    private void cells(List<Column> columns, List<List<String>> cells) throws IOException {
        float top = y;
        float lowest = y;
        float left = MARGIN;
        for (int i = 0; i < columns.size(); i++) {
            y = top;
            float right = left + width(columns, i);
            for (String line : cells.get(i)) {
                boolean figures = columns.get(i).figures();
                write(line, figures ? right - CELL_GAP - width(line, SMALL) : left, SMALL);
                y -= SMALL * LEADING;
            }
            lowest = Math.min(lowest, y);
            left = right;
        }
        y = lowest;
    }

    private static float width(List<Column> columns, int index) {
        double all = columns.stream().mapToDouble(Column::share).sum();
        return (float) (WIDTH * columns.get(index).share() / all);
    }

    private void set(String text, float size, float left, float width) throws IOException {
        for (String line : lines(text, size, width)) {
            need(size * LEADING);
            write(line, left, size);
            y -= size * LEADING;
        }
    }

    private void write(String line, float left, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(left, y - size);
        page.showText(line);
        page.endText();
    }

    private void rule(float from, float to, float at) throws IOException {
        page.setLineWidth(0.4f);
        page.setStrokingColor(0.6f);
        page.moveTo(from, at - SMALL);
        page.lineTo(to, at - SMALL);
        page.stroke();
    }

    /** Breaks a text where its language allows it; what has no such place, a digest for example, where the line is full. */
    private List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : writable(text).split("\n")) {
            breakUp(paragraph.stripTrailing(), size, width, lines);
        }
        return lines;
    }

    private void breakUp(String paragraph, float size, float width, List<String> lines) throws IOException {
        BreakIterator places = BreakIterator.getLineInstance(Locale.CHINESE);
        places.setText(paragraph);
        StringBuilder line = new StringBuilder();
        int from = places.first();
        for (int to = places.next(); to != BreakIterator.DONE; to = places.next()) {
            String unit = paragraph.substring(from, to);
            if (!line.isEmpty() && width(line + unit.stripTrailing(), size) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            for (int character : unit.codePoints().toArray()) {
                if (!line.isEmpty() && width(line + Character.toString(character), size) > width && character != ' ') {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                line.appendCodePoint(character);
            }
            from = to;
        }
        lines.add(line.toString().stripTrailing());
    }

    private String writable(String text) {
        StringBuilder written = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(character -> {
            if (character == '\n') {
                written.append('\n');
            } else if (Character.isWhitespace(character) || Character.isISOControl(character)) {
                written.append(' ');
            } else if (known.getGlyphId(character) != 0) {
                written.appendCodePoint(character);
            } else if (!isInvisible(character)) {
                written.append('[').append(lacking(character)).append(']');
            }
        });
        return written.toString();
    }

    private String lacking(int character) {
        String code = "U+%04X".formatted(character);
        lacking.add(code);
        return code;
    }

    /** What only says how its neighbours are drawn or joined. */
    private static boolean isInvisible(int character) {
        int type = Character.getType(character);
        return type == Character.FORMAT || Character.UnicodeBlock.of(character) == VARIATION_SELECTORS;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private void need(float height) throws IOException {
        if (y - height < BOTTOM) {
            turn();
        }
    }

    /** Goes on with a new page. */
    public void turn() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PAPER);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        y = TOP;
    }

    /**
     * @param footer stands under each page, beside its number
     * @param lack says to the reader which characters, listed by their codes, the font lacks
     * @return the file
     */
    public byte[] finished(String footer, UnaryOperator<String> lack) throws IOException {
        String under = writable(footer);
        if (!lacking.isEmpty()) {
            note(lack.apply(String.join(", ", lacking)));
        }
        page.close();
        int count = document.getNumberOfPages();
        for (int number = 1; number <= count; number++) {
            PDPage one = document.getPage(number - 1);
            page = new PDPageContentStream(document, one, AppendMode.APPEND, true, true);
            y = BOTTOM - 20;
            write(under, MARGIN, 8);
            String pages = number + " / " + count;
            write(pages, MARGIN + WIDTH - width(pages, 8), 8);
            page.close();
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        document.save(file);
        return file.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
        characters.close();
    }
}
