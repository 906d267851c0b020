package org.qingwang.monitor.web;

/**
 * A cell of a table in Cockpit.
 *
 * @param link what the figure counts, or where more of it stands; null for no link
 * @param figure whether it is a number
 * @param late whether it tells what is too late or holds others up, and there is some
 * @param percent how much of a bar is full; null for no bar
 */
public record Cell(String text, String link, boolean figure, boolean late, Integer percent) {

    /** @param link null for none */
    public static Cell words(String text, String link) {
        return new Cell(text, link, false, false, null);
    }

    public static Cell words(String text) {
        return words(text, null);
    }

    public static Cell figure(int count, String link) {
        return new Cell(Integer.toString(count), link, true, false, null);
    }

    /** What is too late, if there is any. */
    public static Cell late(int count, String link) {
        return new Cell(Integer.toString(count), link, true, count > 0, null);
    }

    /** A length of time, or another amount that is no count. */
    public static Cell amount(String text, boolean late) {
        return new Cell(text, null, true, late, null);
    }
}
