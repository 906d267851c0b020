package org.qingwang.common;

import java.util.Locale;

/** A text in both languages. */
public record Bilingual(String en, String zh) {

    public Bilingual {
        if (en == null || en.isBlank() || zh == null || zh.isBlank()) {
            throw new IllegalArgumentException("a text needs both languages: " + en + " / " + zh);
        }
        en = en.strip();
        zh = zh.strip();
    }

    /** The text for a reader of this language. */
    public String in(Locale language) {
        return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? zh : en;
    }
}
