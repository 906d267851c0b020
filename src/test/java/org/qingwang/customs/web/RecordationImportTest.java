package org.qingwang.customs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingwang.customs.Recordation;
import org.qingwang.customs.RecordationService;
import org.qingwang.customs.RecordedRight;
import org.qingwang.customs.RightKind;
import org.qingwang.customs.process.CustomsOfficer;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Ex officio customs acts for recorded rights alone: what an import loses without a word, nobody protects. */
@QingwangTest
class RecordationImportTest {

    private static final String HEADER =
            "recordationNo,rightKind,rightNo,rightName,holder,validFrom,validUntil,licensees,cancelled\n";

    @LocalServerPort
    int port;

    @Autowired
    RecordationService recordations;

    @Autowired
    CustomsOfficer customs;

    private final String number = "T2026-" + Long.toString(System.nanoTime(), 36);
    private HttpUser officer;

    @BeforeEach
    void anOfficerOfCustoms() {
        officer = HttpUser.signedIn(port, "customs-zj");
    }

    @Test
    void goodLinesAreTakenAndEachBadOneIsNamedWithItsReason() {
        String table = HEADER
                + line(number, "trademark", "2026-01-05", "2035-12-31", "no")
                + line(number + "-a", "trademark", "5 January", "2035-12-31", "no")
                + line(number + "-b", "slogan", "2026-01-05", "2035-12-31", "no")
                + line(number + "-c", "patent", "2026-01-05", "2025-12-31", "no")
                + line(number + "-d", "patent", "2026-01-05", "2035-12-31", "perhaps")
                + line("", "patent", "2026-01-05", "2035-12-31", "no");
        HttpResponse<String> report = send(table.getBytes(StandardCharsets.UTF_8));
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.body())
                .contains("6 lines", "“5 January” is not a day", "“slogan” is no kind of right")
                .contains("says neither yes nor no", "Nothing is given for “recordationNo”", number + "-c");
        assertThat(recordations.search(number))
                .containsExactly(new Recordation(
                        number,
                        RightKind.TRADEMARK,
                        "99000009",
                        "Moonrise",
                        "Moonrise Ltd",
                        LocalDate.of(2026, 1, 5),
                        LocalDate.of(2035, 12, 31),
                        null,
                        false));
    }

    /** Its own term says otherwise for years: a mark nobody may claim any more would go on stopping goods. */
    @Test
    void aRecordationEndsWithTheMarkItRecords() {
        Recordation recordation = customs.recordationOfAMarkUntil(LocalDate.of(2025, 1, 1));

        assertThat(recordations.on(recordation, LocalDate.of(2025, 1, 1)).standing())
                .as("the last day of the mark")
                .isEqualTo(RecordedRight.Standing.IN_FORCE);
        assertThat(recordations.on(recordation, LocalDate.of(2025, 1, 2)).standing())
                .isEqualTo(RecordedRight.Standing.RIGHT_ENDED);
        assertThat(officer.get("/desk/customs/recordations?q=" + recordation.recordationNo())
                        .body())
                .contains("ended with its mark");
    }

    @Test
    void theSameFileAgainChangesNothingAndACancellationIsTaken() {
        byte[] table = (HEADER + line(number, "copyright", "2026-01-05", "2035-12-31", "")).getBytes();
        assertThat(counts(send(table))).isEqualTo("1 added 0 changed 0 unchanged 0 refused");
        assertThat(counts(send(table))).isEqualTo("0 added 0 changed 1 unchanged 0 refused");
        byte[] cancelled = (HEADER + line(number, "copyright", "2026-01-05", "2035-12-31", "yes")).getBytes();
        assertThat(counts(send(cancelled))).isEqualTo("0 added 1 changed 0 unchanged 0 refused");
        assertThat(recordations.find(number).orElseThrow().cancelled()).isTrue();
    }

    @Test
    void aTableInChineseFromAnOfficeProgramIsRead() {
        String table = "备案号,权利种类,权利编号,权利名称,权利人,生效日期,有效期至,已注销\n" + number
                + ",商标专用权,99000010,晨光,晨光文具有限公司,2026-01-05,2035-12-31,否\n";
        send(table.getBytes(Charset.forName("GB18030")));
        assertThat(recordations.find(number))
                .hasValueSatisfying(known -> assertThat(known.holder()).isEqualTo("晨光文具有限公司"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|The file is empty",
                "recordationNo,colour|There is no column “colour”",
                "recordationNo,recordationNo|appears twice",
                "recordationNo,rightKind|The column “rightNo” is missing"
            })
    void aFileThatIsNoSuchTableIsRefusedAsAWhole(String content, String reason) {
        HttpResponse<String> refused = send(content.getBytes());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(reason);
    }

    @Test
    void otherAgenciesLookThingsUpButKeepNothing() {
        HttpUser commerce = HttpUser.signedIn(port, "commerce-zj");
        assertThat(commerce.get("/desk/customs/recordations").body()).doesNotContain("type=\"file\"");
        byte[] table = (HEADER + line(number, "patent", "2026-01-05", "2035-12-31", "")).getBytes();
        assertThat(upload(commerce, table).statusCode()).isEqualTo(404);
        assertThat(recordations.find(number)).isEmpty();
    }

    private static String line(String number, String kind, String from, String until, String cancelled) {
        return String.join(",", number, kind, "99000009", "Moonrise", "Moonrise Ltd", from, until, "", cancelled)
                + "\n";
    }

    private HttpResponse<String> send(byte[] table) {
        return upload(officer, table);
    }

    private static HttpResponse<String> upload(HttpUser user, byte[] table) {
        return user.upload("/desk/customs/recordations", "file", "recordations.csv", table, Map.of());
    }

    private static String counts(HttpResponse<String> report) {
        String numbers = report.body().replaceAll("(?s).*<ul class=\"numbers\">(.*?)</ul>.*", "$1");
        return numbers.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
    }
}
