package org.qingwang.common;

/** What somebody wrote into a field of a page. */
public final class GivenText {

    /** How much anybody may write where nothing else is said. */
    public static final int LONGEST = 2000;

    private GivenText() {}

    /**
     * @param missing message key if there is nothing
     * @param tooLong message key if there is too much; it is told the limit and what was given
     * @return the text without blanks around it, its lines ended as we keep them
     * @throws BadInput if there is nothing, or more than {@link #LONGEST} letters
     */
    public static String required(String field, String text, String missing, String tooLong) {
        String given = text == null ? "" : text.replace("\r\n", "\n").strip();
        if (given.isEmpty()) {
            throw new BadInput(field, missing);
        }
        if (given.length() > LONGEST) {
            throw new BadInput(field, tooLong, LONGEST, given.length());
        }
        return given;
    }
}
