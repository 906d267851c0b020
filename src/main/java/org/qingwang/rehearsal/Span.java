package org.qingwang.rehearsal;

/**
 * Something that takes between so much and so much, each as likely.
 *
 * @param from at least, 0 or more
 * @param to at most
 */
public record Span(int from, int to) {

    /** @param share 0 up to, not including, 1 */
    public int at(double share) {
        return from + (int) (share * (to - from + 1));
    }
}
