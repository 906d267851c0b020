package org.qingwang.casefile;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.util.ConcurrentLruCache;

/**
 * A seller's name made comparable.
 *
 * @param key for sameness: full-width and half-width, case, spaces and punctuation do not count
 * @param words for likeness: words that every shop has in its name left out
 */
record SellerName(String key, String words) {

    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WORDS_OF_EVERY_SHOP = Pattern.compile(
            "旗舰店|专卖店|专营店|直营店|官方|正品|店铺|网店|有限责任公司|有限公司|股份|" + "\\b(official|flagship|store|shop|outlet|co|ltd|inc)\\b");
    private static final Pattern NO_LATIN_LETTER_OR_DIGIT = Pattern.compile("[^a-z0-9]+");
    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    /** A complaint's seller is looked for at each step until its case is opened, and spelling one takes milliseconds. */
    private static final ConcurrentLruCache<String, String> SOUNDS =
            new ConcurrentLruCache<>(1_000, SellerName::spelled);

    /** @return the name made comparable; both parts are empty if the name is null or holds no letter and no digit */
    static SellerName of(String name) {
        String folded = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        String key = NEITHER_LETTER_NOR_DIGIT.matcher(folded).replaceAll("");
        String words = NEITHER_LETTER_NOR_DIGIT.matcher(folded).replaceAll(" ");
        String telling = WORDS_OF_EVERY_SHOP.matcher(words).replaceAll(" ").strip();
        return new SellerName(key, telling.isEmpty() ? words : telling);
    }

    /**
     * Chinese spelled in pinyin, no spaces. Sellers who return under a new name often keep its sound; trigrams of Latin
     * letters do not depend on the database's locale; and trigrams across syllables are rare, which keeps the index quick.
     */
    String sound() {
        return SOUNDS.get(words);
    }

    private static String spelled(String words) {
        return NO_LATIN_LETTER_OR_DIGIT.matcher(TO_LATIN.transliterate(words)).replaceAll("");
    }

    boolean isKnown() {
        return !key.isEmpty();
    }
}
