package org.qingwang.commerce.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.qingwang.common.BadInput;

/** A list of goods as somebody writes it: one lot a line, with quantity and value. */
public final class GoodsLines {

    /** As many lots as one list may hold. */
    public static final int MOST = 200;

    private static final Pattern BETWEEN = Pattern.compile("[;；\\t]");
    private static final Pattern LIST = Pattern.compile("[,，、\\s]+");
    private static final int PARTS = 3;
    private static final int LONGEST_NAME = 200;
    private static final int DECIMALS = 2;
    private static final BigDecimal MOST_OF_ANYTHING = new BigDecimal("9999999999.99");

    private GoodsLines() {}

    /**
     * @param text {@code name; quantity; value} a line
     * @throws BadInput if there is none, there are too many, or a line is not so written
     */
    public static List<MeasureItem> read(String field, String text) {
        List<MeasureItem> items = new ArrayList<>();
        List<String> lines = text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.isEmpty()) {
            throw new BadInput(field, "commerce.measure-without-goods");
        }
        if (lines.size() > MOST) {
            throw new BadInput(field, "commerce.measure-too-many-goods", lines.size(), MOST);
        }
        for (String line : lines) {
            items.add(item(field, items.size() + 1, line));
        }
        return items;
    }

    private static MeasureItem item(String field, int number, String line) {
        String[] parts = BETWEEN.split(line, -1);
        if (parts.length != PARTS || parts[0].isBlank() || parts[0].strip().length() > LONGEST_NAME) {
            throw new BadInput(field, "commerce.measure-line", number, shown(line));
        }
        BigDecimal quantity = figure(field, number, parts[1]);
        if (quantity.signum() == 0) {
            throw new BadInput(field, "commerce.measure-figure", number, shown(parts[1].strip()));
        }
        return new MeasureItem(number, parts[0].strip(), quantity, figure(field, number, parts[2]), ItemState.LISTED);
    }

    private static BigDecimal figure(String field, int number, String text) {
        String written = text.strip();
        if (!written.matches("\\d{1,10}(\\.\\d{1,2})?")) {
            throw new BadInput(field, "commerce.measure-figure", number, shown(written));
        }
        BigDecimal figure = new BigDecimal(written).setScale(DECIMALS);
        if (figure.compareTo(MOST_OF_ANYTHING) > 0) {
            throw new BadInput(field, "commerce.measure-figure", number, shown(written));
        }
        return figure;
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + "…";
    }

    /**
     * Numbers of lots on a list.
     *
     * @param text numbers with commas; null or blank for none
     */
    static Set<Integer> numbers(String field, String text) {
        Set<Integer> numbers = new TreeSet<>();
        for (String one : words(text)) {
            if (!one.matches("\\d{1,3}")) {
                throw new BadInput(field, "commerce.measure-item-unknown", shown(one));
            }
            numbers.add(Integer.valueOf(one));
        }
        return numbers;
    }

    static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(LIST.split(text.strip()));
    }
}
