package org.qingwang.print;

import java.util.List;

/**
 * What a letter says, in one language.
 *
 * @param paragraphs what it says, in order
 * @param particulars what it lists
 * @param notes what whoever sends it should know first: on which figures nobody checked it rests
 */
public record Letter(
        String title,
        String addressee,
        List<String> paragraphs,
        String particularsTitle,
        List<Particular> particulars,
        List<String> notes) {

    /** One thing it lists. */
    public record Particular(String label, String value) {}
}
