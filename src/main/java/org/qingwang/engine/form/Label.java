package org.qingwang.engine.form;

import java.util.Locale;
import java.util.Set;

/**
 * The name a form gives a field, in both languages, as in {@code Listing address · 商品链接}.
 *
 * @param text as the form has it
 */
public record Label(String text) {

    private static final String SEPARATOR = "·";
    private static final Set<String> CHINESE = Set.of("zh");

    /** The half a reader of this language knows; the whole text if it has no halves. */
    public String in(Locale locale) {
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            return text.strip();
        }
        String half = CHINESE.contains(locale.getLanguage())
                ? text.substring(separator + SEPARATOR.length())
                : text.substring(0, separator);
        return half.strip();
    }

    @Override
    public String toString() {
        return text;
    }
}
