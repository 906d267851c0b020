package org.qingwang.engine.form;

import java.util.List;

/**
 * A piece of a form as a page draws it on the server.
 *
 * @param kind which piece; a page draws each kind in its own way
 * @param key the field's name; empty where nothing is submitted
 * @param label the field's name for a person, or the words of a heading or text
 * @param hint what helps to fill it in; null for none
 * @param autocomplete which of the reader's own data belongs here, in the words of HTML; null for none
 * @param unit what stands behind the field; null for none
 * @param required whether it must be filled in wherever it is asked for
 * @param longest characters it may have; null for the usual limit
 * @param min least number, null for none
 * @param max greatest number, null for none
 * @param decimals digits after the point, null for any
 * @param options values to choose from
 * @param asked in which cases the field is asked for; null if always
 */
public record DrawnPart(
        Kind kind,
        String key,
        Label label,
        Label hint,
        String autocomplete,
        Label unit,
        boolean required,
        Integer longest,
        String min,
        String max,
        Integer decimals,
        List<Option> options,
        Asked asked) {

    public DrawnPart {
        options = List.copyOf(options);
    }

    /** How a piece is drawn. */
    public enum Kind {
        HEADING,
        TEXT,
        LINE,
        LINES,
        NUMBER,
        SELECT,
        RADIO,
        /** One box to tick. */
        BOX,
        /** Several boxes to tick. */
        BOXES,
        DATE,
        TIME,
        MOMENT;

        /** Whether it stands for several inputs that share a legend. */
        public boolean isGroup() {
            return this == RADIO || this == BOXES;
        }
    }

    /** One value to choose. */
    public record Option(String value, Label label) {}

    /**
     * A field that is asked for only where another one has one of these values.
     *
     * @param where label of the other field
     * @param is labels of its values
     */
    public record Asked(Label where, List<Label> is) {

        public Asked {
            is = List.copyOf(is);
        }
    }

    public boolean isField() {
        return kind != Kind.HEADING && kind != Kind.TEXT;
    }

    /** The smallest difference between two numbers, as a browser wants it: {@code 1}, {@code 0.01}, {@code any}. */
    public String step() {
        if (decimals == null) {
            return "any";
        }
        return decimals == 0 ? "1" : "0." + "0".repeat(decimals - 1) + "1";
    }
}
