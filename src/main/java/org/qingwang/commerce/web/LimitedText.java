package org.qingwang.commerce.web;

import org.qingwang.common.BadInput;

/** Texts that officers type into the pages of an investigation. */
final class LimitedText {

    private LimitedText() {}

    /**
     * @param longest in characters, as typed
     * @return without blanks around it; null if nothing came
     * @throws BadInput if it is longer
     */
    static String of(String field, String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new BadInput(field, "commerce.measure-text-too-long", longest);
        }
        return text == null ? null : text.strip();
    }
}
