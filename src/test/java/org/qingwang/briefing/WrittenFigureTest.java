package org.qingwang.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If this fails, a sentence with a number that no longer holds is not found, or one without it is held up. */
class WrittenFigureTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1200, '1,200'", "3.00, 3", "228000.5, '228,000.50'", "-7, -7"})
    void countsAreWholeAndMoneyGoesToTheFen(BigDecimal value, String written) {
        assertThat(WrittenFigure.of(value)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120    | Inspectors looked at 120 shops.    | true",
                "120    | 网上检查120家。                      | true",
                "120    | 网上检查１２０家。                    | true",
                "1200   | Some 1,200 shops; more to come     | true",
                "1200   | Some 1200.                         | true",
                "228000.50 | Fines of 228,000.5 yuan         | true",
                "228000.50 | Fines of 228000.50 yuan         | true",
                "5      | 5, as last week                    | true",
                "120    | Inspectors looked at 1,120 shops.  | false",
                "120    | Inspectors looked at 120.5 shops.  | false",
                "120    | Inspectors looked at 1203 shops.   | false",
                "11     | 2026年11月5日                        | false",
                "5      | 2026年11月5日                        | false",
                "11     | Until 2026-11-05                   | false",
                "5      | From 5 November on                 | false",
                "5      | By 5 Nov.                          | false",
                "30     | We say nothing.                    | false",
            })
    void aNumberIsFoundHoweverItIsWrittenAndADateIsNone(BigDecimal number, String sentence, boolean named) {
        assertThat(WrittenFigure.isNamedIn(sentence, number)).isEqualTo(named);
    }
}
