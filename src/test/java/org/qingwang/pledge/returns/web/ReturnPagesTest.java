package org.qingwang.pledge.returns.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingwang.pledge.SampleFirms;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An officer sees a platform's figures, and what in them cannot be right, on one page. */
@QingwangTest
class ReturnPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    private final String code = SampleFirms.code();
    private final String page = "/desk/pledges/firms/" + code + "/returns";
    private HttpUser office;

    @BeforeEach
    void bringInAFirm() {
        office = HttpUser.signedIn(port, "office");
        byte[] list = ("creditCode,name,region,contact,mail\n" + code + ",Bazaar,Zhejiang,Zhou,z@bazaar.example\n")
                .getBytes(StandardCharsets.UTF_8);
        office.upload("/desk/pledges/firms", "file", "firms.csv", list, Map.of());
    }

    @Test
    void figuresFindingsAndIndicatorsStandOnThePageAndAFileTwiceIsOne() throws IOException {
        assertThat(office.get(page).body()).contains("Nothing was reported yet");
        for (String file :
                new String[] {"aliexpress-4.csv", "aliexpress-5.csv", "aliexpress-7.csv", "aliexpress-7.csv"}) {
            assertThat(send(file, read(file)).statusCode()).isEqualTo(302);
        }

        String shown = office.get(page).body();
        assertThat(shown)
                .contains("35.5", "95.8", "547,070", "432,714", "names no unit; hours are taken", "has spaces around")
                .contains("its parts together are 0", "<svg", "Bazaar")
                .as("more than the quarter of complaints a pledge allows, with the rows it was computed from")
                .contains("broken above 25 %", "Part 7, row 2, 4, 5")
                .doesNotContain("??");
        assertThat(office.with("Accept-Language", "zh-CN").get(page).body())
                .contains("各分项合计为", "收到的通知数")
                .doesNotContain("??");
        assertThat(database.sql("select count(*) from firm_return where firm = :code")
                        .param("code", code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(office.get(page + "/indicators.csv").body())
                .startsWith("\uFEFF")
                .contains(
                        "\"Bazaar\",\"Aliexpress\",\"2026-01-01\",\"2026-06-30\",\"547070\",\"492538\",\"17.2\",\"83.7\"");
    }

    /** If this fails, one service's figures stand in for another's. */
    @Test
    void severalServicesOfAFirmAreKeptApart() throws IOException {
        send("ae.csv", read("aliexpress-4.csv"));
        send("ae7.csv", read("aliexpress-7.csv"));
        send("temu.csv", read("temu-4.csv"));

        assertThat(office.get(page + "?service=Aliexpress").body())
                .contains("547,070", "35.5", "service=Temu", "Bazaar: Aliexpress", "Bazaar: Temu");
        String temu = office.get(page + "?service=Temu").body();
        assertThat(temu).contains("108,528", "service=Aliexpress").doesNotContain("Part 7");
        assertThat(office.get(page + "?service=%3Cb%3E").body()).doesNotContain("<b>");
        assertThat(office.get(page + "/indicators.csv").body())
                .contains("\"Bazaar\",\"Aliexpress\",\"2026-01-01\",\"2026-06-30\",\"547070\"")
                .contains("\"Bazaar\",\"Temu\",\"2026-01-01\",\"2026-06-30\",\"108528\"");
    }

    @Test
    void whatIsNoReturnIsRefusedInWordsAndNothingIsKept() {
        HttpResponse<String> answer =
                send("<script>.csv", "a,b\n1,<script>alert(1)</script>\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("This is not part 4, 5, 7 or 8", "script.csv")
                .doesNotContain("<script>");
    }

    @Test
    void officersOfOtherAgenciesAndProvincesFindNothingThere() throws IOException {
        for (String stranger : new String[] {"customs-zj", "commerce-gd"}) {
            HttpUser officer = HttpUser.signedIn(port, stranger);
            assertThat(officer.get(page).statusCode()).as(stranger).isEqualTo(404);
            assertThat(officer.upload(page, "file", "a.csv", read("temu-4.csv"), Map.of())
                            .statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }
        assertThat(HttpUser.signedIn(port, "commerce-zj").get(page).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> send(String name, byte[] content) {
        return office.upload(page, "file", name, content, Map.of());
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream file = ReturnPagesTest.class.getResourceAsStream("/returns/" + name)) {
            return file.readAllBytes();
        }
    }
}
