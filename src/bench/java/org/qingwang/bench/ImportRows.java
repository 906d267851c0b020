package org.qingwang.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qingwang.complaint.intake.ImportService;

/**
 * Rows as rights holders send them: addresses with tracking tails, in mixed case, through a redirect, with remarks, of
 * international hosts; every hundredth row bad, every fiftieth the one before it again in another spelling. All sellers,
 * marks and addresses are invented.
 */
final class ImportRows {

    private static final int SELLER_REGION = 10;
    private static final int LISTING = 8;
    private static final int SELLER = 9;

    private static final String DAY = LocalDate.now().minusDays(3).toString();

    private ImportRows() {}

    /** @return the rows of a round, as a program has them that has read the file */
    static List<String[]> of(int round, int size) {
        List<String[]> rows = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            rows.add(row(round * size + i));
        }
        return rows;
    }

    /** @return a file with the rows of a round; whoever asked deletes it */
    static Path write(int round, int size) throws IOException {
        Path file = Files.createTempFile("round-%d-".formatted(round), ".csv");
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write(String.join(",", ImportService.columns()));
            text.newLine();
            for (int i = 0; i < size; i++) {
                text.write('"' + String.join("\",\"", row(round * size + i)) + '"');
                text.newLine();
            }
        }
        return file;
    }

    static int bad(int size) {
        return size / 100;
    }

    static int repeated(int size) {
        return size / 50;
    }

    private static String[] row(int id) {
        if (id % 50 == 7) {
            String[] again = good(id - 1);
            again[LISTING] = "  " + again[LISTING] + "&utm_source=again ";
            again[SELLER] = again[SELLER].toUpperCase(Locale.ROOT);
            return again;
        }
        String[] row = good(id);
        if (id % 100 == 33) {
            row[SELLER_REGION] = "Atlantis";
        }
        return row;
    }

    private static String[] good(int id) {
        boolean chinese = id % 2 == 0;
        return new String[] {
            DAY,
            id % 3 == 0 ? "12315" : "BULK",
            chinese ? "权利人" : "RIGHTS_HOLDER",
            "Yunhe Leather 云合皮具 " + id % 1000,
            "holder%d@example.com".formatted(id % 1000),
            "MARK" + id % 500,
            Integer.toString(10_000_000 + id % 500),
            chinese ? "淘宝" : "",
            address(id),
            "Shop " + Integer.toString(id / 3, 36) + (chinese ? " 号店" : ""),
            chinese ? "浙江省" : "440000",
            chinese ? "女包" : "handbag",
            Integer.toString(1 + id % 90),
            "1%d.50".formatted(id % 100),
            "CNY",
            chinese ? "标识、包装与正品相同，价格仅为三成。" : "The shop offers bags with our mark; we never made them."
        };
    }

    private static String address(int id) {
        String shop = "shop-%d.example".formatted(id / 30);
        return switch (id % 10) {
            case 0 -> " HTTPS://Item.Taobao.com/item.htm?id=%d&spm=a1z10.1&utm_source=x#top ".formatted(7_000_000_000L + id);
            case 1 -> "https://%s/p/%d?utm_source=mail&id=%d".formatted(shop, id, id);
            case 2 -> "HTTP://WWW.%s/p/%d".formatted(shop.toUpperCase(Locale.ROOT), id);
            case 3 -> "https://www.google.com/url?q=https://%s/p/%d&sa=U&ved=2ah%d".formatted(shop, id, id);
            case 4 -> "https://名牌包包-%d.中国/商品/%d".formatted(id / 30, id);
            case 5 -> "https://www.facebook.com/Bags.Outlet%d/?ref=page_internal".formatted(id);
            case 6 -> "https://detail.tmall.com/item.htm?id=%d".formatted(6_000_000_000L + id);
            case 7 -> "https://%1$s/p/%2$d; https://%1$s/p/%2$d-2".formatted(shop, id);
            case 8 -> "【淘宝】https://m.tb.cn/h.Bag%d?tk=Ab3 CZ0001 「女包」 点击链接直接打开".formatted(id);
            default -> "item.jd.com/%d.html（假货）".formatted(100_000_000L + id);
        };
    }
}
