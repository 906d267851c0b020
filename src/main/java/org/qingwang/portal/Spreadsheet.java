package org.qingwang.portal;

/** What a CSV file needs so that a spreadsheet shows it as it is. */
public final class Spreadsheet {

    /** Begins a file whose Chinese would come out garbled without it. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final String STARTS_A_FORMULA = "=+-@\t\r\n＝＋－＠|%";

    private Spreadsheet() {}

    /**
     * A text as a spreadsheet takes it for text, whatever it begins with: people choose their own names.
     *
     * @param text null for none
     */
    public static String harmless(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
