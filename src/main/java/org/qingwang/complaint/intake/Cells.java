package org.qingwang.complaint.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingwang.agency.ProvinceName;
import org.qingwang.common.BadInput;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.ComplainantType;

/** Reads single cells as people fill them in. Every method takes a cell that is not blank. */
final class Cells {

    private static final Pattern DATE = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[T ]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.0+)?)?)?");
    private static final Pattern DAY_NUMBER = Pattern.compile("\\d{5}");
    private static final Pattern FIGURE = Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d{1,15})(\\.\\d{1,6})?");
    private static final Pattern UNIT_AHEAD = Pattern.compile("^(?:[¥￥]|RMB|CNY)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT_BEHIND =
            Pattern.compile("\\s*(?:元|圆|RMB|CNY|件|个|双|只|台|瓶|盒|pcs?|pieces?)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern YUAN = Pattern.compile("CNY|RMB|CNH|¥|￥|人民币|人民币元|元");

    private static final Pattern UNSEEN = Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060\\uFEFF]");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Map<String, ComplainantType> COMPLAINANTS = new HashMap<>();
    private static final Map<String, Channel> CHANNELS = new HashMap<>();

    static {
        for (ComplainantType type : ComplainantType.values()) {
            COMPLAINANTS.put(folded(type.name()), type);
        }
        name(COMPLAINANTS, ComplainantType.RIGHTS_HOLDER, "权利人", "商标权人", "right holder", "holder", "brand owner");
        name(COMPLAINANTS, ComplainantType.AGENT, "代理人", "代理机构", "律师", "law firm", "representative");
        name(COMPLAINANTS, ComplainantType.CONSUMER, "消费者", "买家", "buyer", "customer");
        name(COMPLAINANTS, ComplainantType.PLATFORM, "平台", "电商平台");
        name(COMPLAINANTS, ComplainantType.AUTHORITY, "机关", "其他机关", "行政机关", "agency");
        name(COMPLAINANTS, ComplainantType.ANONYMOUS, "匿名", "匿名举报");
        for (Channel channel : Channel.values()) {
            CHANNELS.put(folded(channel.name()), channel);
        }
        name(CHANNELS, Channel.PAGE, "网页", "网站", "web", "website", "online");
        name(CHANNELS, Channel.BULK, "批量", "批量导入", "import", "list");
        name(CHANNELS, Channel.HOTLINE, "热线", "电话", "12315", "phone", "telephone");
        name(CHANNELS, Channel.LETTER, "来信", "信件", "邮件", "mail", "post", "email", "paper");
        name(CHANNELS, Channel.AUTHORITY, "移送", "交办", "转办", "referral");
    }

    private Cells() {}

    /** Full-width signs become plain ones, blanks of any kind one blank. */
    static String text(String cell) {
        return isPlain(cell)
                ? cell.strip()
                : UNSEEN.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .strip();
    }

    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** @throws BadInput if it is no day, or one that does not exist */
    static LocalDate date(String field, String cell) {
        String text = text(cell);
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            String key = DAY_NUMBER.matcher(text).matches() ? "intake.date.number" : "intake.date.form";
            throw new BadInput(field, key, shown(cell));
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
        } catch (DateTimeException e) {
            throw new BadInput(field, "intake.date.none", shown(cell));
        }
    }

    /** @throws BadInput if it is no figure; a comma only separates thousands */
    static BigDecimal figure(String field, String cell) {
        String bare = UNIT_BEHIND
                .matcher(UNIT_AHEAD.matcher(text(cell)).replaceFirst(""))
                .replaceFirst("");
        Matcher figure = FIGURE.matcher(bare);
        if (!figure.matches()) {
            throw new BadInput(field, "intake.figure", shown(cell));
        }
        return new BigDecimal(bare.replace(",", ""));
    }

    /** @throws BadInput for every currency but the yuan: amounts decide thresholds and fines, which are in yuan */
    static String currency(String field, String cell) {
        String text = text(cell).toUpperCase(Locale.ROOT);
        if (!YUAN.matcher(text).matches()) {
            throw new BadInput(field, "intake.currency", shown(cell));
        }
        return "CNY";
    }

    /** @throws BadInput if no region of province level is meant */
    static String region(String field, String cell) {
        return ProvinceName.code(text(cell)).orElseThrow(() -> new BadInput(field, "intake.region", shown(cell)));
    }

    static ComplainantType complainantType(String field, String cell) {
        return oneOf(COMPLAINANTS, field, cell, "intake.complainantType");
    }

    static Channel channel(String field, String cell) {
        return oneOf(CHANNELS, field, cell, "intake.channel");
    }

    static String shown(String cell) {
        String line = cell.strip().replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    private static <T> T oneOf(Map<String, T> values, String field, String cell, String key) {
        T value = values.get(folded(text(cell)));
        if (value == null) {
            throw new BadInput(field, key, shown(cell));
        }
        return value;
    }

    private static <T> void name(Map<String, T> values, T value, String... names) {
        for (String name : names) {
            values.put(folded(name), value);
        }
    }

    private static String folded(String name) {
        return NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
