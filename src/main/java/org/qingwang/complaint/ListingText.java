package org.qingwang.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the addresses in what people wrote: several in a cell, remarks around them, an app's share text. */
final class ListingText {

    /** http:// as people mangle it: hxxp against accidental clicks, a colon or a slash lost, backslashes, spaces. */
    private static final String WEB_SCHEME = "h(?:tt|xx)ps?\\s*(?::\\s*[/\\\\]{1,4}|;\\s*//|//)\\s*";

    private static final String LABELS = "(?:[\\p{L}\\p{N}_-]+\\.)+[\\p{L}][\\p{L}\\p{N}-]*";

    private static final Pattern START = insensitive("(?:" + WEB_SCHEME + "|^//(?=[\\p{L}\\p{N}\\[]))");
    private static final Pattern ENCODED = insensitive("^https?%3A%2F%2F\\S+");
    private static final Pattern BARE =
            insensitive("(?<![\\p{L}\\p{N}@._/-])(" + LABELS + ")(?=$|[/\\\\:?#\\s,，;；。、)）(（\"'>\\]】])");
    private static final Pattern NEXT =
            insensitive("(?:" + WEB_SCHEME + "|www\\.[\\p{L}\\p{N}]|https?%3A%2F%2F|//[\\p{L}\\p{N}])");
    private static final Pattern BARE_NEXT = insensitive("(" + LABELS + ")(?=$|[/:?#\\s,，;；])");

    private static final Pattern GAP = Pattern.compile("[\\s,，、;；|]+");
    private static final Pattern GLUED = insensitive("(?<=[\\p{L}\\p{N}])(?=https?://)");
    private static final Pattern OTHER_SCHEME = insensitive("^\\s*([a-z][a-z0-9+.-]*):(?!\\d{1,5}(?:[/?#\\s]|$))(//)?");
    private static final Pattern APP_TOKEN = Pattern.compile("[￥¥€$(（/][A-Za-z0-9]{8,14}[￥¥€$)）/]|#小程序");
    private static final Set<String> NEVER_AN_ADDRESS = Set.of(
            "javascript",
            "vbscript",
            "data",
            "file",
            "ftp",
            "ftps",
            "sftp",
            "mailto",
            "blob",
            "about",
            "view-source",
            "intent",
            "tel",
            "sms",
            "ws",
            "wss",
            "jar",
            "ldap",
            "gopher",
            "content",
            "chrome");

    private static final String ENDS = "<>\"`{}|【】「」『』《》〈〉“”‘’（），。；！？、…￥";
    private static final Pattern REMARK_IN_CHINESE = Pattern.compile("[,;:!(~-]+\\p{IsHan}");
    private static final Pattern AFTER_PAGE = insensitive("\\.html?(?=[\\p{IsHan}])");
    private static final Pattern AFTER_ITEM_NUMBER =
            insensitive("(?<=[?&](?:id|itemid|goods_id|sku|skuid|offerid)=\\w{1,40})(?=\\p{IsHan})");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern UNENCRYPTED = insensitive("h..p(?!s)");
    private static final Pattern SURE_GAP = Pattern.compile("[\\n；]|;\\s");
    private static final Pattern IDEOGRAPHIC_STOP = Pattern.compile("(?<=[A-Za-z0-9])。(?=[A-Za-z0-9])");
    private static final Pattern WIDE_QUESTION_MARK = Pattern.compile("？(?=[A-Za-z_])");
    private static final Pattern GAP_BEHIND_SIGN = Pattern.compile("(?<=[?&=])\\s+(?=[A-Za-z0-9])");
    private static final Pattern GAP_BEFORE_SIGN = Pattern.compile("\\s+(?=[?&][A-Za-z_]+=)");
    private static final Pattern GAP_BEFORE_DOT = Pattern.compile("^([^/?#\\s]+)\\s+\\.(?=[A-Za-z])");
    private static final Pattern GAP_BEHIND_DOT = Pattern.compile("^([^/?#\\s]*\\.)\\s+(?=[A-Za-z0-9-]+[./])");
    private static final Pattern GAP_BEFORE_PATH = Pattern.compile("^([^/?#\\s]+)\\s+(?=/[A-Za-z0-9])");
    private static final String SEPARATES_OR_WRAPS = ",;|[]<>(){}\"'`";
    private static final String TRAILING = ".,;:!?'*";

    private ListingText() {}

    /** Removes what cannot be seen, turns full-width signs into plain ones and closes the gaps of a broken line. */
    static String clean(String raw) {
        if (isSpotless(raw)) {
            return raw;
        }
        StringBuilder text = new StringBuilder(raw.length());
        raw.codePoints().map(ListingText::plain).filter(sign -> sign >= 0).forEach(text::appendCodePoint);
        String clean = IDEOGRAPHIC_STOP.matcher(text).replaceAll(".");
        clean = WIDE_QUESTION_MARK
                .matcher(clean)
                .replaceAll("?")
                .replace("[.]", ".")
                .replace("[:]", ":")
                .replace("&amp;", "&");
        clean = GAP_BEHIND_SIGN.matcher(clean).replaceAll("");
        return GAP_BEFORE_SIGN.matcher(clean).replaceAll("").strip();
    }

    /** Most cells hold one plain address. They pay for none of what the others need. */
    private static boolean isSpotless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign <= ' ' || sign > '~' || SEPARATES_OR_WRAPS.indexOf(sign) >= 0) {
                return false;
            }
        }
        return !text.contains("&amp;") && text.indexOf("://") == text.lastIndexOf("://") && startsWithWeb(text);
    }

    private static boolean startsWithWeb(String text) {
        return text.regionMatches(true, 0, "https://", 0, 8) || text.regionMatches(true, 0, "http://", 0, 7);
    }

    private static int plain(int sign) {
        if (sign == '\n' || sign == '\r' || sign == 0x2028 || sign == 0x2029) {
            return '\n';
        }
        switch (Character.getType(sign)) {
            case Character.FORMAT:
                return -1;
            case Character.CONTROL, Character.SPACE_SEPARATOR:
                return ' ';
            default:
                boolean keptAsDelimiter = "（），；！？".indexOf(sign) >= 0;
                return sign >= 0xFF01 && sign <= 0xFF5E && !keptAsDelimiter ? sign - 0xFEE0 : sign;
        }
    }

    /** Cuts a cell before every address in it; a piece holds at most one address with the remarks around it. */
    static List<String> pieces(String cell) {
        if (isSpotless(cell)) {
            return List.of(cell);
        }
        String text = GLUED.matcher(clean(cell)).replaceAll("\n");
        List<String> pieces = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int begin = 0;
        while (gap.find()) {
            boolean certain = SURE_GAP.matcher(gap.group()).find();
            if (certain || startsAddress(text, gap.end())) {
                pieces.add(text.substring(begin, gap.start()));
                begin = gap.end();
            }
        }
        pieces.add(text.substring(begin));
        return pieces.stream().filter(piece -> !piece.isBlank()).toList();
    }

    private static boolean startsAddress(String text, int position) {
        Matcher next = NEXT.matcher(text).region(position, text.length());
        if (next.lookingAt()) {
            return true;
        }
        Matcher bare = BARE_NEXT.matcher(text).region(position, text.length());
        return bare.lookingAt() && ListingHost.endsInPublicSuffix(bare.group(1));
    }

    /**
     * @param piece one of {@link #pieces}
     * @return the address in it from the host on, with {@code http://} in front where it was written so and {@code
     *     https://} otherwise; empty if it is only a remark
     * @throws org.qingwang.common.BadInput if it names something else than a web page
     */
    static Optional<String> address(String piece) {
        if (isSpotless(piece)) {
            int slashes = piece.indexOf("://");
            return Optional.of(
                    piece.substring(0, slashes).toLowerCase(Locale.ROOT) + "://" + end(piece.substring(slashes + 3)));
        }
        refuseOtherSchemes(piece);
        if (ENCODED.matcher(piece).find()) {
            return address(Percent.decoded(piece));
        }
        Matcher start = START.matcher(piece);
        if (start.find()) {
            String scheme = UNENCRYPTED.matcher(start.group()).lookingAt() ? "http://" : "https://";
            return Optional.of(scheme + end(closeGapsInHost(piece.substring(start.end()))));
        }
        Matcher bare = BARE.matcher(piece);
        while (bare.find()) {
            boolean meant = bare.group(1).toLowerCase(Locale.ROOT).startsWith("www.")
                    || piece.startsWith("/", bare.end())
                    || ListingHost.endsInPublicSuffix(bare.group(1));
            if (meant) {
                return Optional.of("https://" + end(piece.substring(bare.start(1))));
            }
        }
        return ListingHost.startsWithIpAddress(piece) ? Optional.of("https://" + end(piece)) : Optional.empty();
    }

    static boolean isAppToken(String cell) {
        return APP_TOKEN.matcher(cell).find();
    }

    private static void refuseOtherSchemes(String piece) {
        Matcher scheme = OTHER_SCHEME.matcher(piece);
        if (scheme.find()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            boolean web = name.matches("h(?:tt|xx)ps?");
            if (!web && (NEVER_AN_ADDRESS.contains(name) || scheme.group(2) != null)) {
                throw ListingAddress.refused("listing.scheme", piece);
            }
        }
    }

    private static String closeGapsInHost(String rest) {
        String closed = GAP_BEFORE_DOT.matcher(rest).replaceFirst("$1.");
        closed = GAP_BEHIND_DOT.matcher(closed).replaceFirst("$1");
        return GAP_BEFORE_PATH.matcher(closed).replaceFirst("$1");
    }

    /** Cuts off what follows the address: a remark, closing brackets, punctuation. */
    private static String end(String rest) {
        int end = 0;
        boolean plain = true;
        while (end < rest.length() && !Character.isWhitespace(rest.charAt(end)) && ENDS.indexOf(rest.charAt(end)) < 0) {
            plain &= rest.charAt(end) < 0x80;
            end++;
        }
        String address = rest.substring(0, end);
        if (!plain && HAN.matcher(address).find()) {
            address = cutAt(REMARK_IN_CHINESE, address, false);
            address = cutAt(AFTER_PAGE, address, true);
            address = cutAt(AFTER_ITEM_NUMBER, address, true);
        }
        while (!address.isEmpty() && isTrailing(address)) {
            address = address.substring(0, address.length() - 1);
        }
        return address;
    }

    private static String cutAt(Pattern pattern, String address, boolean keepMatch) {
        Matcher matcher = pattern.matcher(address);
        return matcher.find() ? address.substring(0, keepMatch ? matcher.end() : matcher.start()) : address;
    }

    private static boolean isTrailing(String address) {
        char last = address.charAt(address.length() - 1);
        return TRAILING.indexOf(last) >= 0
                || last == ')' && address.indexOf('(') < 0
                || last == ']' && address.indexOf('[') < 0;
    }

    private static Pattern insensitive(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
