package org.qingwang.pledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Actor;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, one bad row keeps a thousand firms from being asked, or a firm is asked twice. */
@QingwangTest
class FirmServiceTest {

    private static final String HEADING = "creditCode,name,region,contact,mail,language,platform\n";

    @Autowired
    FirmService firms;

    @Autowired
    IdentityService identity;

    @Test
    void badRowsComeBackWithLineFieldAndReasonAndTheRestGoesIn() {
        String platform = SampleFirms.code();
        String merchant = SampleFirms.code();
        FirmService.Imported imported = bringIn(HEADING
                + merchant + ",Leaf shop,浙江省,Zhou,zhou@leaf.example,zh," + platform + "\n"
                + "91330100799655058C,Slip,浙江,Li,li@slip.example,,\n"
                + platform + ",Leaf platform,Zhejiang,Li,li@leaf.example,en,\n"
                + SampleFirms.code() + ",,330000,Li,li@leaf.example,,\n"
                + SampleFirms.code() + ",Nowhere,Atlantis,Li,li@leaf.example,,\n"
                + SampleFirms.code() + ",Mail,浙江,Li,\"li@leaf.example, all@leaf.example\",,\n"
                + SampleFirms.code() + ",Klingon,浙江,Li,li@leaf.example,tlh,\n"
                + SampleFirms.code() + ",Orphan,浙江,Li,li@leaf.example,," + SampleFirms.code() + "\n"
                + SampleFirms.code() + ",Under a merchant,浙江,Li,li@leaf.example,," + merchant + "\n"
                + "too,short\n");

        assertThat(imported.added()).isEqualTo(2);
        assertThat(imported.bad())
                .extracting(row -> row.line() + " " + row.problem().field() + " "
                        + row.problem().messageKey())
                .containsExactly(
                        "3 creditCode pledge.firm.code",
                        "5 name pledge.firm.missing",
                        "6 region pledge.firm.region",
                        "7 mail pledge.firm.mail",
                        "8 language pledge.firm.language",
                        "9 platform pledge.firm.platform-unknown",
                        "10 platform pledge.firm.platform-is-merchant",
                        "11  intake.row.fields");
        Firm leaf = asOffice(() -> firms.find(new CreditCode(merchant))).orElseThrow();
        assertThat(leaf.platform()).isEqualTo(new CreditCode(platform));
        assertThat(leaf.jurisdiction().id()).isEqualTo("commerce-330000");
    }

    @Test
    void theSameListTwiceGivesNoSecondFirmAndANewContactIsTaken() {
        String row = SampleFirms.code() + ",Twice,浙江,Li,li@twice.example,,\n";
        assertThat(bringIn(HEADING + row).added()).isEqualTo(1);
        FirmService.Imported again = bringIn(HEADING + row);
        assertThat(List.of(again.added(), again.changed(), again.same())).containsExactly(0, 0, 1);
        assertThat(bringIn(HEADING + row.replace("li@", "wang@")).changed()).isEqualTo(1);
    }

    /** What spreadsheets in China save, with semicolons as some of them do. */
    @Test
    void aListSavedByAChineseSpreadsheetIsRead() {
        String code = SampleFirms.code();
        String list = "统一社会信用代码;企业名称;地区;联系人;电子邮箱\n" + code + ";红叶商贸有限公司;浙江省;周敏;zhou@leaf.example\n";
        assertThat(bringIn(list.getBytes(Charset.forName("GB18030"))).added()).isEqualTo(1);
        assertThat(asOffice(() -> firms.find(new CreditCode(code)))
                        .orElseThrow()
                        .name())
                .isEqualTo("红叶商贸有限公司");
    }

    @Test
    void aFileThatIsNoListIsRefusedInWords() {
        refused("", "intake.file.empty");
        refused("creditCode,name\n", "intake.file.columnMissing");
        refused("creditCode,name,region,contact,mail,mail\n", "intake.file.columnTwice");
    }

    @Test
    void onlyTheOfficeBringsFirmsInAndEachProvinceSeesItsOwn() {
        String code = SampleFirms.code();
        assertThatThrownBy(() -> as(SignIn.head("commerce-330000"), () -> bytes(HEADING)))
                .isInstanceOf(NotAllowed.class);
        bringIn(HEADING + code + ",Of Zhejiang " + code + ",浙江,Li,li@leaf.example,,\n");
        assertThat(as(SignIn.officer("commerce-330000"), () -> firms.page(code, null)))
                .hasSize(1);
        assertThat(as(SignIn.officer("commerce-440000"), () -> firms.page(code, null)))
                .isEmpty();
        assertThat(as(SignIn.officer("commerce-440000"), () -> firms.find(new CreditCode(code))))
                .isEmpty();
        assertThatThrownBy(() -> as(SignIn.officer("publicsecurity-330000"), () -> firms.page("", null)))
                .isInstanceOf(NotAllowed.class);
    }

    private void refused(String list, String key) {
        assertThatThrownBy(() -> bringIn(list))
                .isInstanceOfSatisfying(
                        BadInput.class, input -> assertThat(input.messageKey()).isEqualTo(key));
    }

    private FirmService.Imported bringIn(String list) {
        return bringIn(list.getBytes(UTF_8));
    }

    private FirmService.Imported bringIn(byte[] list) {
        return asOffice(() -> read(list));
    }

    private FirmService.Imported bytes(String list) {
        return read(list.getBytes(UTF_8));
    }

    private FirmService.Imported read(byte[] list) {
        try {
            return firms.importList(list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T asOffice(Supplier<T> work) {
        return as(SignIn.office(), work);
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return SignIn.as(identity, actor, work);
    }
}
