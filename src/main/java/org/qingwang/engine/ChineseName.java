package org.qingwang.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Chinese name of a model's element. Elements are named in English; the Chinese name stands at the beginning of an
 * element's documentation, up to the first full stop.
 */
public final class ChineseName {

    private static final Pattern FIRST_WORDS = Pattern.compile("^\\s*([^.。]*\\p{IsHan}[^.。]*)[.。]");

    private ChineseName() {}

    public static Optional<String> in(String documentation) {
        Matcher matcher = FIRST_WORDS.matcher(documentation + ".");
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }
}
