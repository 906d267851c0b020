package org.qingwang.customs.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.customs.process.CustomsOfficer;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A notice without its particulars is void; strangers learn nothing. */
@QingwangTest
class CustomsPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    CustomsOfficer customs;

    private String caseNo;
    private HttpUser officer;

    @BeforeEach
    void aDetention() {
        caseNo = customs.notified(customs.examination());
        officer = HttpUser.signedIn(port, "customs-zj");
    }

    @Test
    void theNoticeListsWhatTheHolderMustKnowInBothLanguages() {
        String english = officer.get(address("notice")).body();
        assertThat(english)
                .contains("Holder of the mark", "T2024-90001", "Hangzhou Xiaoshan", "EX-1", "Sports shoes", "300")
                .contains("CNY 60,000.00", "CNY 30,000.00", "Yiwu Trading", "J. Doe, Rotterdam", "three working days");
        String chinese = HttpUser.signedIn(port, "customs-zj")
                .with("Accept-Language", "zh-CN")
                .get(address("notice"))
                .body();
        assertThat(chinese).contains("三个工作日", "知识产权海关保护条例", "收货人");
    }

    @Test
    void theCasePageShowsTheDetentionAndWhatIsNotVerified() {
        String page = officer.get("/desk/cases/" + caseNo).body();
        assertThat(page).contains("Customs detention", "CNY 30,000.00", "unverified", "Refer to the police");
    }

    @Test
    void toAnotherAgencyNothingOfItExists() {
        for (String account : new String[] {"customs-gd", "police-zj"}) {
            HttpUser stranger = HttpUser.signedIn(port, account);
            assertThat(stranger.get(address("notice")).statusCode()).as(account).isEqualTo(404);
        }
    }

    @Test
    void recordationsAreFoundByNumberRightAndHolder() {
        assertThat(officer.get("/desk/customs/recordations?q=T2024-90001").body())
                .contains("YUNHE", "in force");
        assertThat(officer.get("/desk/customs/recordations?q=beichen").body()).contains("T2014-90004", "not in force");
        assertThat(officer.get("/desk/customs/recordations?q=%25").body()).contains("No recordation found");
    }

    private String address(String page) {
        return "/desk/cases/" + caseNo + "/customs/" + page;
    }
}
