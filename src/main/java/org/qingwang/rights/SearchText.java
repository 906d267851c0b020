package org.qingwang.rights;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A name spelled so that PostgreSQL finds any part of it by its trigrams, whatever the database's locale: some locales do
 * not count Chinese characters as letters, and two of them are too few for a trigram anyway. Each character outside ASCII
 * becomes its number behind a u.
 */
final class SearchText {

    private static final int FEWEST_FOR_A_TRIGRAM = 3;

    private SearchText() {}

    /** @return the spelling to store and to compare with; null for null */
    static String of(String text) {
        if (text == null) {
            return null;
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder spelled = new StringBuilder();
        folded.codePoints().forEach(c -> {
            if (c < 0x80) {
                spelled.append(Character.isLetterOrDigit(c) ? (char) c : ' ');
            } else if (Character.isLetterOrDigit(c)) {
                spelled.append('u').append(Integer.toHexString(c));
            } else {
                spelled.append(' ');
            }
        });
        return spelled.toString().replaceAll(" +", " ").strip();
    }

    /**
     * A pattern for {@code like} over the stored spelling. One or two letters match only at the beginning, where the
     * index can still help.
     *
     * @return null if nothing of the text can be searched for
     */
    static String pattern(String text) {
        String sought = of(text);
        if (sought == null || sought.isEmpty()) {
            return null;
        }
        return sought.length() < FEWEST_FOR_A_TRIGRAM ? sought + "%" : "%" + sought + "%";
    }
}
