package org.qingwang.complaint.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a list of complaints, known by their English or Chinese heading. */
enum IntakeColumn {
    RECEIVED_ON("receivedOn", "收到日期"),
    CHANNEL("channel", "渠道"),
    COMPLAINANT_TYPE("complainantType", "投诉人类型"),
    COMPLAINANT_NAME("complainantName", "投诉人"),
    CONTACT("contact", "联系方式"),
    RIGHT("right", "商标"),
    REGISTRATION_NO("registrationNo", "注册号"),
    PLATFORM("platform", "平台"),
    LISTING_URL("listingUrl", "商品链接"),
    SELLER_NAME("sellerName", "卖家"),
    SELLER_REGION("sellerRegion", "卖家所在地"),
    GOODS("goods", "商品"),
    QUANTITY("quantity", "数量"),
    UNIT_PRICE("unitPrice", "单价"),
    CURRENCY("currency", "币种"),
    DESCRIPTION("description", "情况说明"),
    DEMAND("demand", "诉求");

    private final String field;
    private final String chinese;

    IntakeColumn(String field, String chinese) {
        this.field = field;
        this.chinese = chinese;
    }

    /** The field's name in the CSV header and in the API. */
    String field() {
        return field;
    }

    /** Its heading in Chinese. */
    String chinese() {
        return chinese;
    }

    /** Without this column no row of a list can be filed. */
    boolean mustBePresent() {
        return this == RECEIVED_ON || this == COMPLAINANT_TYPE || this == LISTING_URL;
    }

    /** @param heading in any case, with blanks, hyphens or underscores anywhere */
    static Optional<IntakeColumn> ofHeading(String heading) {
        String folded = folded(heading);
        return Arrays.stream(values())
                .filter(column -> folded(column.field).equals(folded) || column.chinese.equals(folded))
                .findFirst();
    }

    private static String folded(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
