package org.qingwang.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.common.BadInput;
import org.qingwang.rights.TradeMark.MarkKind;
import org.qingwang.rights.TradeMark.NiceClass;
import org.qingwang.rights.TradeMark.Reading;

/** Tables that rights holders and colleagues fill in by hand. What is not read is reported, or it is lost unseen. */
class CsvRegisterTest {

    private static final String TABLE = """
            office,registrationNo,mark,kind,holder,holderCountry,classes,goods,status,statusDate,filed,registered,expires,licensees,representatives,designatedOffices,recordedOn
            CN,第 7654321 号,清风,商品商标;服务商标,清风科技有限公司; Qingfeng Ltd.,CN,9;35,手机；平板电脑|广告,已注册,2019-05-06,2018/3/4,2019年5月6日,2029-05-05,甲商行；乙商行,丙事务所,,2024-01-02
            """;

    @Test
    void readsARowInFull() {
        TradeMark mark = Collected.text(TABLE).only();

        assertThat(mark.number()).isEqualTo("7654321");
        assertThat(mark.kinds()).containsExactlyInAnyOrder(MarkKind.GOODS, MarkKind.SERVICES);
        assertThat(mark.holders()).containsExactly("清风科技有限公司", "Qingfeng Ltd.");
        assertThat(mark.classes()).containsExactly(new NiceClass(9, "手机；平板电脑"), new NiceClass(35, "广告"));
        assertThat(mark.status().reading()).isEqualTo(Reading.REGISTERED);
        assertThat(mark.dates())
                .isEqualTo(new TradeMark.Dates(
                        LocalDate.of(2018, 3, 4),
                        LocalDate.of(2019, 5, 6),
                        null,
                        LocalDate.of(2029, 5, 5),
                        LocalDate.of(2024, 1, 2)));
        assertThat(mark.licensees()).containsExactly("甲商行", "乙商行");
        assertThat(mark.representatives()).containsExactly("丙事务所");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,''", "UTF-8,\uFEFF", "GB18030,''"})
    void recognisesTheCharacterSetsOfficeProgramsWrite(String charset, String mark) {
        Collected file = Collected.text(mark + TABLE, Charset.forName(charset));
        assertThat(file.only().text()).isEqualTo("清风");
    }

    @Test
    void refusesACharacterSetItWouldMisread() {
        assertThatThrownBy(() -> Collected.text(TABLE.repeat(20), StandardCharsets.UTF_16))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Collected.text(
                        "office,registrationNo,mark\nJP,123,これは日本語の商標です。ひらがなとカタカナがあります\n".repeat(20),
                        Charset.forName("Shift_JIS")))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void takesTheGoodRowsAndSaysWhatIsWrongWithTheOthers() {
        Collected file = Collected.text("""
                office,registrationNo,classes,goods,registered,expires
                CN,1000001,9,phones,2020-01-01,2030-01-01
                CN,,9,phones,2020-01-01,2030-01-01
                CN,none,9,phones,2020-01-01,2030-01-01
                CN,1000004,46,phones,2020-01-01,2030-01-01
                CN,1000005,9;35,phones,2020-01-01,2030-01-01
                CN,1000006,9,phones,2020-02-30,2030-01-01
                CN,1000007,9,phones,2020-01-01,2010-01-01
                CN,1000008,9,"phones, ""smart""
                and others",2020-01-01,2030-01-01
                PRC,1000009,9,phones,2020-01-01,2030-01-01
                CN,1000010,9,phones,2020-01-01,2030-01-01,surplus

                CN,1000011
                """);

        assertThat(file.marks).extracting(TradeMark::number).containsExactly("1000001", "1000008", "1000011");
        assertThat(file.refused)
                .containsExactly(
                        new Collected.Refused(3, "", "applicationNo", "rights.import.no-number"),
                        new Collected.Refused(4, "none", "registrationNo", "rights.import.bad-number"),
                        new Collected.Refused(5, "1000004", "classes", "rights.import.bad-class"),
                        new Collected.Refused(6, "1000005", "goods", "rights.import.goods-count"),
                        new Collected.Refused(7, "1000006", "registered", "rights.import.bad-date"),
                        new Collected.Refused(8, "1000007", "expires", "rights.import.expires-first"),
                        new Collected.Refused(11, "1000009", "office", "rights.import.bad-office"),
                        new Collected.Refused(12, "1000010", "", "rights.import.extra-fields"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "office,registrationNo,colour|rights.import.column-unknown",
                "registrationNo,mark|rights.import.column-missing",
                "office,mark|rights.import.column-missing",
                "office,registrationNo,OFFICE|rights.import.column-twice",
                "''|rights.import.empty",
            })
    void refusesATableWhoseColumnsItWouldMisread(String header, String reason) {
        assertThatThrownBy(() -> Collected.text(header))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(reason));
    }

    @Test
    void readsChineseColumnNamesInAnyOrder() {
        TradeMark mark =
                Collected.text("注册号,商标,注册机构,权利人,状态\n1234567,清风,CN,清风公司,无效\n").only();
        assertThat(mark.holders()).containsExactly("清风公司");
        assertThat(mark.status().reading()).isEqualTo(Reading.ENDED);
    }

    /** An open quotation mark swallows the rest of the table. */
    @Test
    void saysWhereATableBreaksOff() {
        Collected file = Collected.text("office,registrationNo,mark\nCN,1,a\nCN,2,\"" + "x".repeat(3_000_000));
        assertThat(file.marks).hasSize(1);
        assertThat(file.refused).extracting(Collected.Refused::reason).containsExactly("rights.import.broken-off");
    }

    @Test
    void aPictureIsNotATable() {
        byte[] jpeg = {
            (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 2, (byte) 0x80
        };
        assertThatThrownBy(() -> Collected.from(new org.springframework.core.io.ByteArrayResource(jpeg)))
                .isInstanceOf(BadInput.class);
    }
}
