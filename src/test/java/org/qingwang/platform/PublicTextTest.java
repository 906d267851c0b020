package org.qingwang.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** If this fails, the public reads a seller's or a consumer's name, number or address. */
class PublicTextTest {

    @ParameterizedTest
    @CsvSource({
        "Good Shoes Ltd, Good Shoes Ltd",
        "杭州好鞋有限公司, 杭州好鞋有限公司",
        "Red Leaf GmbH, Red Leaf GmbH",
        "王小明, 王***",
        "Li Lei, L***",
        "王小明的小店, 王***",
        "𠮷田太郎, 𠮷***",
        "某公司13800000000, 某公司***"
    })
    void aFirmIsNamedAndAPersonIsNot(String name, String shown) {
        assertThat(PublicText.name(name)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800000000",
                "+86 138-0000-0000",
                "0571-87654321",
                "li.lei@example.org",
                "王@例子.中国",
                "33010119900101123X",
                "330101199001011234",
                "6222 0212 3456 7890 123",
                "微信：lilei_330",
                "住址：杭州市西湖区某路1号"
            })
    void whatReachesOrNamesSomebodyIsTakenOut(String personal) {
        String text = "卖家 " + personal + "，销售假冒商品";
        assertThat(PublicText.personalIn(text)).isPresent();
        assertThat(PublicText.masked(text)).contains("***", "销售假冒商品").doesNotContain(personal);
        assertThat(PublicText.personalIn(PublicText.masked(text))).isEmpty();
    }

    @Test
    void figuresThatReachNobodyStay() {
        String text =
                "Registration 99000202, invoices 7 and 8 of 2026-10-03, 300 pairs at 199.00 yuan, TZ-330000-2026-000012";
        assertThat(PublicText.masked(text)).isEqualTo(text);
    }
}
