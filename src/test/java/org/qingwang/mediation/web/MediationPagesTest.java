package org.qingwang.mediation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.qingwang.mediation.process.Mediator;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, an officer cannot see where a dispute stands or write to the sides, or a stranger can. */
@QingwangTest
class MediationPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Mediator mediator;

    @Test
    void theComplaintLeadsToItsDisputeAndTheDisputeToItsLetters() {
        String receiptNo = mediator.accepted();
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        String page = "/desk/complaints/" + receiptNo + "/mediation";
        assertThat(officer.get("/desk/complaints/" + receiptNo).body())
                .contains(page, "In mediation", "Refund of the price")
                .doesNotContain("??");
        assertThat(officer.get(page).body())
                .contains(page + "/letters/seller", "End mediation", "/desk/clocks/", "not verified", "王女士")
                .doesNotContain("??");
        assertThat(officer.get(page + "/letters/seller").body())
                .contains("Invitation to mediation")
                .doesNotContain("0571-88880000")
                .doesNotContain("??");
    }

    @Test
    void bothSidesAreWrittenTheResultAndARefusalGoesToTheComplainantAlone() throws IOException {
        HttpUser officer = HttpUser.signedIn(port, "commerce-zj");
        String settled = "/desk/complaints/" + mediator.closed() + "/mediation";
        for (String side : List.of("seller", "complainant")) {
            assertThat(officer.get(settled + "/letters/" + side).body())
                    .contains("Result of mediation", "takes the shoes back", "477.00")
                    .doesNotContain("??");
            assertThat(printed(officer, settled + "/letters/" + side + ".pdf?language=en"))
                    .contains("Result of mediation", "takes the shoes back", "477.00")
                    .doesNotContain("??");
            assertThat(printed(officer, settled + "/letters/" + side + ".pdf?language=zh"))
                    .contains("477.00 元", "印章")
                    .doesNotContain("??", "[U+");
        }
        String refused = "/desk/complaints/" + mediator.refused() + "/mediation";
        assertThat(officer.get(refused + "/letters/complainant").body()).contains("court of Yuhang");
        assertThat(officer.get(refused + "/letters/seller").statusCode()).isEqualTo(404);
        assertThat(officer.get(refused + "/letters/seller.pdf").statusCode()).isEqualTo(404);
        assertThat(printed(officer, refused + "/letters/complainant.pdf?language=en"))
                .contains("court of Yuhang");
        assertThat(officer.get(refused + "/letters/neighbour").statusCode()).isEqualTo(404);
        assertThat(officer.get("/desk/complaints/" + mediator.split() + "/mediation/letters/seller")
                        .statusCode())
                .as("nothing is decided yet")
                .isEqualTo(404);
    }

    @Test
    void itExistsForNobodyElse() {
        String page = "/desk/complaints/" + mediator.agreed() + "/mediation";
        for (String stranger : List.of("commerce-gd", "customs-zj")) {
            HttpUser officer = HttpUser.signedIn(port, stranger);
            assertThat(officer.get(page).statusCode()).isEqualTo(404);
            assertThat(officer.get(page + "/letters/seller").statusCode()).isEqualTo(404);
            assertThat(officer.get(page + "/letters/seller.pdf").statusCode()).isEqualTo(404);
            assertThat(officer.get(page + "/summary").statusCode()).isEqualTo(404);
        }
        assertThat(HttpUser.signedIn(port, "supervisor").get(page).statusCode()).isEqualTo(200);
    }

    @Test
    void aReaderOfChineseReadsItInChinese() {
        String page = "/desk/complaints/" + mediator.closed() + "/mediation";
        HttpUser reader = HttpUser.signedIn(port, "commerce-zj").with("Accept-Language", "zh-CN");
        assertThat(reader.get(page).body()).contains("达成协议", "告知双方").doesNotContain("??");
        assertThat(reader.get(page + "/letters/complainant").body())
                .contains("调解结果告知书", "线索另行核查")
                .doesNotContain("??");
    }

    private static String printed(HttpUser officer, String address) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(officer.getBytes(address).body())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s*\\R", " ");
        }
    }
}
