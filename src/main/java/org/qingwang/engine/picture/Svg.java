package org.qingwang.engine.picture;

import java.util.Locale;

/** Writes SVG: elements with their attributes, everything escaped. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    /** Opens an element. Attributes come as name, value, name, value. */
    Svg open(String element, Object... attributes) {
        start(element, attributes);
        out.append('>');
        return this;
    }

    Svg close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    /** An element without content. */
    Svg empty(String element, Object... attributes) {
        start(element, attributes);
        out.append("/>\n");
        return this;
    }

    /** An element that holds text only. */
    Svg text(String element, String content, Object... attributes) {
        open(element, attributes);
        out.append(escaped(content));
        return close(element);
    }

    private void start(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(written(attributes[i + 1])))
                    .append('"');
        }
    }

    private static String written(Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number)
                    ? Long.toString(number.longValue())
                    : String.format(Locale.ROOT, "%.1f", number);
        }
        return value.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
