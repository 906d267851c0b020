package org.qingwang.engine.picture;

import java.util.ArrayList;
import java.util.List;

/** Breaks a label into lines that fit a width. Widths are estimated: a picture drawn on the server has no font to ask. */
final class TextLines {

    private static final double NARROW = 0.56;
    private static final double WIDE = 1.02;
    private static final double STEP = 2;

    private TextLines() {}

    /**
     * As few lines as fit, and these of much the same length.
     *
     * @param width in the same unit as size
     * @param size of the font
     */
    static List<String> of(String text, double width, double size) {
        List<String> lines = broken(text, width, size);
        for (double narrower = width - STEP; narrower > size; narrower -= STEP) {
            List<String> more = broken(text, narrower, size);
            if (more.size() > lines.size()) {
                return lines;
            }
            lines = more;
        }
        return lines;
    }

    private static List<String> broken(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            String joined = line + piece;
            if (!line.isEmpty() && width(joined.strip(), size) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
                line.append(piece.stripLeading());
            } else {
                line.append(piece);
            }
        }
        if (!line.toString().isBlank()) {
            lines.add(line.toString().strip());
        }
        return lines;
    }

    /** Where a line may break: before a space, and before and after each Chinese character. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean startsPiece = character == ' ' || isWide(character) || (i > 0 && isWide(text.charAt(i - 1)));
            if (startsPiece && !piece.isEmpty() && !isClosing(character)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(character);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static double width(String text, double size) {
        return text.chars().mapToDouble(c -> isWide((char) c) ? WIDE : NARROW).sum() * size;
    }

    private static boolean isWide(char character) {
        return character >= 0x2E80;
    }

    private static boolean isClosing(char character) {
        return "，。、；：？！）》".indexOf(character) >= 0;
    }
}
