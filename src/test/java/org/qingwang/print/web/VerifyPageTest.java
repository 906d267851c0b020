package org.qingwang.print.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingwang.customs.process.CustomsOfficer;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** If this fails, a forged letter passes for ours, or a stranger learns whom a letter is about. */
@QingwangTest
class VerifyPageTest {

    private static final String PAGE = "/public/verify";

    @LocalServerPort
    int port;

    @Autowired
    CustomsOfficer customs;

    @Autowired
    JdbcClient jdbc;

    /** All tests come from one address. */
    @AfterEach
    void forgetRequests() {
        jdbc.sql("delete from public_allowance").update();
    }

    @Test
    void aLetterIsOursAsLongAsNobodyChangesASingleByte() {
        String caseNo = customs.closed();
        String address = "/desk/cases/" + caseNo + "/customs/letters/detention.pdf";
        byte[] letter = HttpUser.signedIn(port, "customs-zj").getBytes(address).body();

        assertThat(verify(letter).body())
                .contains("was issued here and is unchanged", "Letter of customs", "Customs, Zhejiang")
                .as("whoever found the file learns nothing of the case")
                .doesNotContain(caseNo, "??");
        letter[letter.length / 2]++;
        HttpResponse<String> changed = verify(letter);
        HttpResponse<String> never = verify("%PDF-1.7 never issued".getBytes(StandardCharsets.US_ASCII));
        HttpResponse<String> none = verify(new byte[0]);
        for (HttpResponse<String> answer : List.of(changed, never, none)) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body())
                    .contains("No document with this very content was issued here")
                    .doesNotContain("Customs, Zhejiang");
        }
    }

    @Test
    void nobodyVerifiesInAnothersName() {
        assertThat(HttpUser.stranger(port).postWithoutToken(PAGE, Map.of()).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> verify(byte[] content) {
        return HttpUser.stranger(port)
                .uploadFrom(PAGE, PAGE, "file", "\"><script>alert(1)</script>.pdf", content, Map.of());
    }
}
