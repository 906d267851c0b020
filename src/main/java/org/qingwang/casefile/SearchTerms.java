package org.qingwang.casefile;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts texts into the pieces by which the list of cases is searched: pairs of Chinese characters, since Chinese has no
 * spaces and its names are often just two characters long, and groups of three Latin letters or digits. What is shorter
 * is a piece of its own. PostgreSQL's trigrams would find no two-character name.
 */
final class SearchTerms {

    private static final Pattern RUN = Pattern.compile("[a-z0-9]+|[\\p{L}\\p{N}&&[^a-z0-9]]+");
    private static final int LATIN_PIECE = 3;
    private static final int OTHER_PIECE = 2;

    private SearchTerms() {}

    /** @return the pieces under which a case with these texts is found; nulls are left out */
    static Set<String> of(Iterable<String> texts) {
        Set<String> terms = new LinkedHashSet<>();
        for (String text : texts) {
            if (text != null) {
                addPieces(text, terms);
            }
        }
        return terms;
    }

    /** @return the pieces a case must have all of to be found by this question; empty if it asks for nothing */
    static Set<String> of(String question) {
        return of(List.of(question));
    }

    private static void addPieces(String text, Set<String> terms) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Matcher runs = RUN.matcher(folded);
        while (runs.find()) {
            String run = runs.group();
            int size = run.charAt(0) < 128 ? LATIN_PIECE : OTHER_PIECE;
            if (run.length() <= size) {
                terms.add(run);
            }
            for (int start = 0; start + size <= run.length(); start++) {
                terms.add(run.substring(start, start + size));
            }
        }
    }
}
