package org.qingwang.platform;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of names and texts the public may read: firms by name, people by their first sign, nobody's number or address. */
public final class PublicText {

    private static final String HIDDEN = "***";

    /** By which a name is a firm's and not a person's. */
    private static final Pattern FIRM = Pattern.compile(
            "公司|集团|企业|工厂|商行|合作社|协会|研究院|大学|\\b(?:ltd|limited|inc|corp|corporation|company|co|llc|llp|plc|gmbh|ag"
                    + "|s\\.?a|s\\.?r\\.?l|s\\.?p\\.?a|b\\.?v|oy|ab|kk)\\b\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Most telling first: an identity number holds what looks like a telephone number. */
    private static final List<Pattern> PERSONAL = List.of(
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+\\.\\p{L}{2,}"),
            Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)"),
            Pattern.compile("(?<!\\d)(?:\\d{4}[ -]?){3,4}\\d{3,4}(?!\\d)"),
            Pattern.compile("(?<!\\d)(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)"),
            Pattern.compile("(?<!\\d)0\\d{2,3}[ -]?\\d{7,8}(?!\\d)"),
            Pattern.compile("(?<=(?:微信|QQ|WeChat)[:： ]?)[\\w-]{5,}", Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<=(?:住址|地址|住所)[:：])[^，。；,;\\n]{4,}"));

    private PublicText() {}

    /** @return a firm's name as it is, of a person's the first sign */
    public static String name(String name) {
        String given = name.strip();
        if (FIRM.matcher(given).find()) {
            return masked(given);
        }
        return given.substring(0, given.offsetByCodePoints(0, 1)) + HIDDEN;
    }

    /** @return the text without anything by which somebody could be reached or known */
    public static String masked(String text) {
        String masked = text;
        for (Pattern personal : PERSONAL) {
            masked = personal.matcher(masked).replaceAll(HIDDEN);
        }
        return masked;
    }

    /** @return the first thing in a text that looks as if somebody could be reached or known by it */
    static Optional<String> personalIn(String text) {
        return PERSONAL.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
