package org.qingwang.rehearsal.play;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingwang.agency.Agency;
import org.qingwang.complaint.Channel;
import org.qingwang.complaint.ComplainantType;
import org.qingwang.complaint.NewComplaint;
import org.qingwang.law.WorkingCalendar;

/** The particulars of one complaint and its case, drawn by its name, and forms filled in with them. */
final class Invented {

    private static final Pattern DAY = Pattern.compile("\\{day([+-]\\d+)?}");
    private static final Pattern NAMED = Pattern.compile("\\{([A-Za-z]+)}");
    private static final Pattern FIGURE = Pattern.compile("\\{#([A-Za-z]+)}");
    private static final BigDecimal THRESHOLD = new BigDecimal("50000");
    private static final BigDecimal PROFIT = new BigDecimal("0.2");
    private static final List<String> GOODS = List.of("手提包 handbags", "运动鞋 sports shoes", "化妆品 cosmetics", "玩具 toys");
    private static final int NAME_LETTERS = 6;
    private static final int FIRST_LETTER = 0x4E00;
    private static final int LETTERS = 5000;

    private final Arrival arrival;
    private final Draws draws;
    private final Map<String, String> words = new HashMap<>();

    Invented(Arrival arrival, Draws draws) {
        this.arrival = arrival;
        this.draws = draws;
        String tag = arrival.name().replace('/', '-');
        words.put("no", tag);
        words.put("goods", draws.among(GOODS, arrival.name() + "/goods"));
        words.put("mark", "云鹤 YUNHE");
        words.put("holder", "云鹤箱包（杭州）有限公司");
        words.put("platform", "Market of the rehearsal 演练集市");
        words.put("listing", "https://market.example/item/" + tag);
        words.put("seller", seller());
        money();
    }

    /** Names unlike each other: like ones would be offered as matches of each other. */
    private String seller() {
        StringBuilder name = new StringBuilder();
        for (int letter = 0; letter < NAME_LETTERS; letter++) {
            name.append((char) (FIRST_LETTER + draws.below(LETTERS, arrival.name() + "/letter" + letter)));
        }
        return name.toString();
    }

    /** Fines stay within what the law allows: up to five times the illegal business, up to 250,000 below 50,000. */
    private void money() {
        BigDecimal price = BigDecimal.valueOf(40 + draws.below(360, arrival.name() + "/price"));
        BigDecimal sold = BigDecimal.valueOf(40 + draws.below(260, arrival.name() + "/sold"));
        BigDecimal unsold = BigDecimal.valueOf(60 + draws.below(240, arrival.name() + "/unsold"));
        BigDecimal soldValue = sold.multiply(price);
        BigDecimal unsoldValue = unsold.multiply(price);
        BigDecimal business = soldValue.add(unsoldValue);
        BigDecimal times = business.compareTo(THRESHOLD) < 0 ? BigDecimal.ONE : new BigDecimal("1.5");
        BigDecimal fine = business.multiply(times).setScale(-2, RoundingMode.DOWN);
        BigDecimal gains = soldValue.multiply(PROFIT).setScale(2, RoundingMode.HALF_UP);
        Map.of(
                        "price", price,
                        "sold", sold,
                        "unsold", unsold,
                        "soldValue", soldValue,
                        "unsoldValue", unsoldValue,
                        "fine", fine,
                        "gains", gains,
                        "total", fine.add(gains))
                .forEach((word, value) -> words.put(word, value.toPlainString()));
    }

    NewComplaint complaint() {
        boolean market = arrival.place().agency() == Agency.COMMERCE;
        return new NewComplaint(
                WorkingCalendar.dateOf(arrival.at()),
                Channel.LETTER,
                ComplainantType.RIGHTS_HOLDER,
                word("holder"),
                "contact@holder.example",
                word("mark"),
                null,
                word("platform"),
                List.of(word("listing")),
                word("seller"),
                market ? arrival.place().region().substring(0, 2) + "0100" : null,
                word("goods"),
                new BigDecimal(word("sold")),
                new BigDecimal(word("price")),
                "CNY",
                "REHEARSAL 推演: the goods offered carry a counterfeit mark",
                null,
                null);
    }

    /** @param answered when somebody outside had done what the step waits for */
    Map<String, Object> filledIn(Map<String, Object> form, Instant now, Instant answered) {
        Map<String, Object> filled = new HashMap<>();
        String outside = WorkingCalendar.dateOf(answered).toString();
        form.forEach((field, value) -> filled.put(
                field, value instanceof String text ? text(text.replace("{outside}", outside), now) : value));
        return filled;
    }

    private Object text(String text, Instant now) {
        Matcher figure = FIGURE.matcher(text);
        if (figure.matches()) {
            return new BigDecimal(word(figure.group(1)));
        }
        LocalDate today = WorkingCalendar.dateOf(now);
        String dated = DAY.matcher(text)
                .replaceAll(found -> today.plusDays(found.group(1) == null ? 0 : Integer.parseInt(found.group(1)))
                        .toString());
        return NAMED.matcher(dated).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1))));
    }

    private String word(String name) {
        String word = words.get(name);
        if (word == null) {
            throw new IllegalStateException("no particular " + name);
        }
        return word;
    }
}
