package org.qingwang.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that lies about its file must not lie on our pages, and must never leave its line or directory. */
class DisplayNameTest {

    @ParameterizedTest
    @CsvSource({
        "photo.jpg,photo.jpg",
        "发票 一.pdf,发票 一.pdf",
        "../../etc/passwd,passwd",
        "C:\\Users\\me\\invoice.pdf,invoice.pdf",
        "..,file",
        ".htaccess,htaccess",
        "a<b>.jpg,ab.jpg",
    })
    void keepsTheNameAlone(String sent, String shown) {
        assertThat(DisplayName.of(sent)).isEqualTo(shown);
    }

    @Test
    void dropsWhatWouldTurnTheDirectionOrEndTheLine() {
        assertThat(DisplayName.of("invoice\u202Egpj.exe")).isEqualTo("invoicegpj.exe");
        assertThat(DisplayName.of("a\r\nSet-Cookie: x=1.jpg")).isEqualTo("aSet-Cookie x=1.jpg");
        assertThat(DisplayName.of("a\u2028b\u200B.jpg")).isEqualTo("ab.jpg");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "/", "\u202E", "..."})
    void alwaysHasSomethingToShow(String sent) {
        assertThat(DisplayName.of(sent)).isEqualTo("file");
    }

    @Test
    void keepsTheExtensionOfALongName() {
        assertThat(DisplayName.of("长".repeat(300) + ".jpeg")).hasSize(120).endsWith("….jpeg");
        assertThat(DisplayName.of("😀".repeat(300)))
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("😀…");
    }
}
