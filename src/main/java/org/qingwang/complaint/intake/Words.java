package org.qingwang.complaint.intake;

/** Reads the words of single fields for other ways a complaint comes in. */
public final class Words {

    private Words() {}

    /** @return GB/T 2260 code @throws org.qingwang.common.BadInput if no province is meant */
    public static String region(String field, String text) {
        return Cells.region(field, text);
    }

    /** @return {@code CNY} @throws org.qingwang.common.BadInput for another currency */
    public static String currency(String field, String text) {
        return Cells.currency(field, text);
    }
}
