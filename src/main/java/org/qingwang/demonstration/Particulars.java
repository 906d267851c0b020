package org.qingwang.demonstration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Invented particulars of a complaint and its case, always the same for the same number, and forms filled in with them. */
final class Particulars {

    private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern FIGURE = Pattern.compile("\\{#([A-Za-z]+)}");
    private static final BigDecimal THRESHOLD = new BigDecimal("50000");
    private static final List<String> GOODS =
            List.of("handbags 手提包", "sports shoes 运动鞋", "cosmetics 化妆品", "chargers 充电器", "toys 玩具", "tea 茶叶");
    private static final List<String> MARKS = List.of("云鹤 YUNHE", "ZEPHYRA", "晨露", "北辰 BEICHEN", "拾光", "听泉");
    private static final List<String> HOLDERS =
            List.of("云鹤箱包（杭州）有限公司", "Zephyra Sport GmbH", "晨露日化（广州）股份有限公司", "北辰电器有限公司", "拾光文化传播有限公司", "听泉茶业有限公司");
    private static final String BEGINS = "琥苍鹭墨桐霁柚磐沅绛麓汀";
    private static final String ENDS = "叶屿棠砚帆舟禾岚璞澜荞椿桥谷星羽川";
    private static final List<String> TRADES = List.of("商行", "贸易铺", "日用品店", "小铺", "货栈", "鞋包坊", "百货", "工贸");
    private static final List<String> PLATFORMS =
            List.of("Demonstration Market 云上演示市集", "Sample Bazaar 样例集市", "Invented Mall 虚构商城", "Practice Street 演练街");
    private static final List<String> HOSTS =
            List.of("market.example", "bazaar.example", "mall.example", "street.example");
    private static final List<String> CITIES_ZJ = List.of("330100", "330200", "330300", "330700");
    private static final List<String> CITIES_GD = List.of("440100", "440300", "440600", "441900");

    private final Map<String, String> words;
    private final boolean guangdong;

    /** @param number tells this complaint from all others of the play */
    Particulars(int number) {
        this.guangdong = number % 3 == 1;
        this.words = new HashMap<>();
        int kind = number % GOODS.size();
        int place = number % PLATFORMS.size();
        words.put("no", "%04d".formatted(number));
        words.put("goods", GOODS.get(kind));
        words.put("mark", MARKS.get(kind));
        words.put("holder", HOLDERS.get(kind));
        words.put("platform", PLATFORMS.get(place));
        words.put("listing", "https://" + HOSTS.get(place) + "/item/" + (70_000 + number));
        words.put("seller", seller(number));
        words.put("region", (guangdong ? CITIES_GD : CITIES_ZJ).get(number / 3 % CITIES_ZJ.size()));
        money(number);
    }

    /** Names unlike each other: hundreds of like ones would all be offered as likely matches of each other. */
    private static String seller(int number) {
        int ends = ENDS.length();
        return "%c%c%s"
                .formatted(
                        BEGINS.charAt(number % BEGINS.length()),
                        ENDS.charAt(number / BEGINS.length() % ends),
                        TRADES.get(number % TRADES.size()));
    }

    /** Fines stay within what the law allows: up to five times the illegal business, up to 250,000 below 50,000. */
    private void money(int number) {
        BigDecimal price = BigDecimal.valueOf(39 + number * 53L % 360);
        BigDecimal sold = BigDecimal.valueOf(40 + number * 37L % 260);
        BigDecimal unsold = BigDecimal.valueOf(60 + number * 29L % 240);
        BigDecimal soldValue = sold.multiply(price);
        BigDecimal unsoldValue = unsold.multiply(price);
        BigDecimal business = soldValue.add(unsoldValue);
        BigDecimal times = business.compareTo(THRESHOLD) < 0 ? BigDecimal.ONE : new BigDecimal("1.5");
        BigDecimal fine = business.multiply(times).setScale(-2, RoundingMode.DOWN);
        BigDecimal gains = soldValue.multiply(new BigDecimal("0.2")).setScale(2, RoundingMode.HALF_UP);
        Map.of(
                        "price", price,
                        "sold", sold,
                        "unsold", unsold,
                        "soldValue", soldValue,
                        "unsoldValue", unsoldValue,
                        "fine", fine,
                        "gains", gains,
                        "total", fine.add(gains),
                        "bigPrice", price.add(BigDecimal.valueOf(200)))
                .forEach((word, value) -> words.put(word, value.toPlainString()));
    }

    boolean isGuangdong() {
        return guangdong;
    }

    String word(String name) {
        String word = words.get(name);
        if (word == null) {
            throw new IllegalStateException("no particular " + name);
        }
        return word;
    }

    /** @return the form with every word in braces replaced */
    Map<String, Object> filledIn(Map<String, Object> form, Day day, Map<String, String> more) {
        Map<String, Object> filled = new HashMap<>();
        form.forEach((field, value) -> filled.put(field, filledIn(value, day, more)));
        return filled;
    }

    private Object filledIn(Object value, Day day, Map<String, String> more) {
        if (value instanceof Map<?, ?> row) {
            Map<String, Object> filled = new HashMap<>();
            row.forEach((field, part) -> filled.put(field.toString(), filledIn(part, day, more)));
            return filled;
        }
        if (value instanceof List<?> rows) {
            List<Object> filled = new ArrayList<>();
            rows.forEach(part -> filled.add(filledIn(part, day, more)));
            return filled;
        }
        return value instanceof String text ? words(text, day, more) : value;
    }

    private Object words(String text, Day day, Map<String, String> more) {
        Matcher figure = FIGURE.matcher(text);
        if (figure.matches()) {
            return new BigDecimal(word(figure.group(1)));
        }
        return NAMED.matcher(day.filledIn(text))
                .replaceAll(found -> Matcher.quoteReplacement(
                        more.containsKey(found.group(1)) ? more.get(found.group(1)) : word(found.group(1))));
    }
}
