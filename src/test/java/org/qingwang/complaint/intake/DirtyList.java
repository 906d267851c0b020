package org.qingwang.complaint.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of complaints as rights holders send them, the same for the same size and name, with what its report must say.
 * Every seller, brand and address in it is invented.
 */
final class DirtyList {

    private static final String HEADER =
            "receivedOn,channel,complainantType,complainantName,contact,right,registrationNo,"
                    + "platform,listingUrl,sellerName,sellerRegion,goods,quantity,unitPrice,currency,description";

    private static final int CYCLE = 40;

    private final String name;
    private final int size;
    private final StringBuilder text = new StringBuilder(HEADER).append("\r\n");
    private final Map<Integer, String> bad = new LinkedHashMap<>();
    private final Map<Integer, Integer> repeated = new LinkedHashMap<>();
    private int line = 2;
    private int lineOfLastGood;

    /** @param name tells the sellers of one list from those of another */
    static DirtyList of(String name, int size) {
        DirtyList list = new DirtyList(name, size);
        for (int i = 1; i <= size; i++) {
            list.add(i);
        }
        return list;
    }

    private DirtyList(String name, int size) {
        this.name = name;
        this.size = size;
    }

    String text() {
        return text.toString();
    }

    /** Field and reason of each bad row, by line. */
    Map<Integer, String> bad() {
        return bad;
    }

    /** The line each repeated row repeats, by line. */
    Map<Integer, Integer> repeated() {
        return repeated;
    }

    int good() {
        return size - bad.size() - repeated.size();
    }

    private void add(int i) {
        List<String> cells = cells(i);
        switch (i % CYCLE) {
            case 7 -> fault(cells, 0, "2026-02-30", "receivedOn intake.date.none");
            case 11 -> fault(cells, 0, "", "receivedOn intake.missing");
            case 13 -> fault(cells, 8, "javascript:alert(1)", "listingUrl listing.scheme");
            case 15 -> fault(cells, 8, "see attachment", "listingUrl listing.none");
            case 19 -> fault(cells, 14, "USD", "currency intake.currency");
            case 23 -> fault(cells, 10, "Atlantis", "sellerRegion intake.region");
            case 25 -> fault(cells, 2, "friend", "complainantType intake.complainantType");
            case 29 -> {
                cells.remove(15);
                bad.put(line, " intake.row.fields");
            }
            case 31 -> fault(cells, 13, "about 100", "unitPrice intake.figure");
            case 33 -> fault(cells, 0, "2031-01-01", "receivedOn complaint.receivedOn.future");
            case 37 -> {
                cells = new ArrayList<>(cells(i - 1));
                cells.set(
                        8,
                        " HTTPS://WWW.Shop-" + name + "-" + (i - 1) + ".example:443/P?utm_source=x&id=" + (i - 1)
                                + "#top");
                cells.set(9, cells.get(9).toUpperCase(java.util.Locale.ROOT) + " ");
                repeated.put(line, lineOfLastGood);
            }
            default -> lineOfLastGood = line;
        }
        write(cells);
    }

    private void fault(List<String> cells, int column, String value, String reason) {
        cells.set(column, value);
        bad.put(line, reason);
    }

    private List<String> cells(int i) {
        return new ArrayList<>(List.of(
                date(i),
                i % 3 == 0 ? "12315" : "",
                i % 2 == 0 ? "RIGHTS_HOLDER" : "权利人",
                "Yunhe Leather 云合皮具 " + i,
                "legal" + i + "@yunhe.example",
                "YUNHE 云合",
                "T" + (100000 + i),
                i % 4 == 0 ? "淘宝" : "",
                address(i),
                "Seller " + name + " " + i + " 号店",
                i % 5 == 0 ? "浙江省" : "440000",
                "handbag 女包",
                "1," + (100 + i % 800),
                i % 6 == 0 ? "¥99.50" : "1,299.00",
                i % 7 == 0 ? "人民币" : "CNY",
                i % 10 == 0 ? "copies, \"exact\"\nsold live" : "logo copied, cheap"));
    }

    private static String date(int i) {
        int day = 1 + i % 28;
        return switch (i % 3) {
            case 0 -> String.format("2026-10-%02d", day);
            case 1 -> "2026/10/" + day;
            default -> "2026年10月" + day + "日";
        };
    }

    private String address(int i) {
        String shop = "shop-" + name + "-" + i + ".example";
        return switch (i % CYCLE) {
            case 36 -> "https://" + shop + "/P?id=" + i;
            case 2 -> "  https://" + shop + "/p/1  ";
            case 3 -> "HTTP://WWW." + shop.toUpperCase(java.util.Locale.ROOT) + "/p/1";
            case 4 -> "https://" + shop + "/p/1&sa=U&ved=0ahUKEw" + i;
            case 5 -> "https://www.google.com/url?q=https://" + shop + "/p/1&sa=U&ved=2ah" + i;
            case 6 -> "https://" + shop + "/p/1（假货）";
            case 8 -> "https://" + shop + "/p/1; https://" + shop + "/p/2\nhttps://" + shop + "/p/1#again";
            case 9 -> "https://www.facebook.com/" + name + ".Fakes" + i + "/?ref=page_internal";
            case 10 -> "【淘宝】https://m.tb.cn/h." + name + i + "?tk=Ab3 CZ0001 「女包」 点击链接直接打开";
            case 12 -> "www." + shop + "/p/1 (see photos)";
            case 14 -> "https://\u200b" + shop + "/p/1\u00a0";
            default -> "https://" + shop + "/p/1?utm_source=mail&id=" + i;
        };
    }

    private void write(List<String> cells) {
        List<String> quoted = cells.stream().map(DirtyList::quoted).toList();
        String row = String.join(",", quoted);
        text.append(row).append("\r\n");
        line += 1 + (int) row.chars().filter(sign -> sign == '\n').count();
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
