package org.qingwang.mediation;

/** Texts as somebody typed them. */
final class Texts {

    private Texts() {}

    /** @return the text without blanks around it; null if nothing is left */
    static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
