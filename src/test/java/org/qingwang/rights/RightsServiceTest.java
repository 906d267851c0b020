package org.qingwang.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.agency.Actor;
import org.qingwang.common.NotAllowed;
import org.qingwang.rights.RightFinding.Status;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register as complaints and officers use it, on a real database. */
@QingwangTest
class RightsServiceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Actor OFFICER = SignIn.officer("commerce-330000");

    @Autowired
    private RightsService rights;

    @Autowired
    private RightsImportService imports;

    @Autowired
    private IdentityService identity;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient db;

    @Test
    void aRegisteredMarkIsAValidRightUntilItsLastDay() {
        String number = importMark("已注册", "2015-01-02", "2015-01-02", "2030-01-01");

        assertThat(rights.check("第 " + number + " 号", TODAY).status()).isEqualTo(Status.VALID);
        assertThat(rights.check(number, LocalDate.of(2030, 1, 1)).status()).isEqualTo(Status.VALID);
        assertThat(rights.check(number, LocalDate.of(2030, 1, 2)).status()).isEqualTo(Status.LAPSED);
        assertThat(rights.check(number, LocalDate.of(2015, 1, 1)).status())
                .as("conduct before registration infringes nothing")
                .isEqualTo(Status.PENDING);
        assertThat(rights.check("CN" + number, TODAY).tradeMark().orElseThrow().number())
                .isEqualTo(number);
    }

    @Test
    void aCancelledMarkIsLapsedFromThatDayOn() {
        String number = importMark("撤销", "2024-06-01", "2015-01-02", "2030-01-01");

        assertThat(rights.check(number, TODAY).status()).isEqualTo(Status.LAPSED);
        RightFinding before = rights.check(number, LocalDate.of(2024, 5, 31));
        assertThat(before.status()).isEqualTo(Status.VALID);
        assertThat(before.explanationKey()).isEqualTo("rights.finding.ended-later");
    }

    @Test
    void anApplicationIsFoundByItsNumberAndIsNoRightYet() {
        String number = newNumber();
        importCsv("office,applicationNo,mark,status,statusDate\nCN," + number + ",清风,等待实质审查,2026-01-05\n");

        assertThat(rights.check(number, TODAY).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void anApplicationThatIsRegisteredBecomesOneRowWithBothNumbers() {
        String application = newNumber();
        String registration = newNumber();
        importCsv("office,applicationNo,status,statusDate\nUS," + application + ",630,2025-01-05\n");
        ImportReport report = importCsv("office,registrationNo,applicationNo,status,statusDate\nUS," + registration
                + "," + application + ",700,2026-01-05\n");

        assertThat(report.updated()).isEqualTo(1);
        assertThat(rights.find("US", registration).orElseThrow().applicationNo())
                .isEqualTo(application);
        assertThat(rights.search(application, 1).marks()).hasSize(1);
    }

    @Test
    void aStatusNobodyCanReadIsNotGuessed() {
        String number = importMark("see file", "2024-06-01", "2015-01-02", "2030-01-01");
        assertThat(rights.check(number, TODAY).status()).isEqualTo(Status.UNKNOWN);
    }

    /** A United States registration, however valid there, gives no right in China. */
    @Test
    void theRealRecordsAreForeignRights() {
        assertThat(imports("us-76044902-st66.xml").total()).isEqualTo(1);
        assertThat(imports("us-2178784-st96.xml").total()).isEqualTo(1);

        RightFinding java = rights.check("Reg. No. 2,178,784", TODAY);
        assertThat(java.status()).isEqualTo(Status.FOREIGN);
        assertThat(java.tradeMark().orElseThrow().text()).isEqualTo("JAVA");
        RightFinding python = rights.check("US 2824281", TODAY);
        assertThat(python.status()).isEqualTo(Status.FOREIGN);
        assertThat(python.tradeMark().orElseThrow().holders()).containsExactly("PYTHON SOFTWARE FOUNDATION");
        assertThat(rights.check("CN 2824281", TODAY).status())
                .as("the number of another office is not a Chinese registration")
                .isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anInternationalRegistrationExtendedToChinaIsARightThere() {
        String number = newNumber();
        importCsv("office,registrationNo,mark,status,statusDate,designatedOffices,registered,expires\nWO," + number
                + ",ZEPHYR,registered,2024-06-01,DE;CN,2021-01-01,2031-01-01\n");

        assertThat(rights.check("国际注册第G" + number + "号", TODAY).status()).isEqualTo(Status.VALID);
    }

    @Test
    void ofTwoOfficesWithOneNumberTheChineseCounts() {
        String number = newNumber();
        importCsv("office,registrationNo,status,statusDate\nUS," + number + ",700,2024-06-01\nCN," + number
                + ",已注册,2024-06-01\nEM," + number + ",registered,2024-06-01\n");

        assertThat(rights.check(number, TODAY).status()).isEqualTo(Status.VALID);
        assertThat(rights.check("EU " + number, TODAY).status()).isEqualTo(Status.FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u3000"})
    void noNumberIsAFinding(String none) {
        assertThat(rights.check(none, TODAY).status()).isEqualTo(Status.NONE_GIVEN);
        assertThat(rights.check(null, TODAY).status()).isEqualTo(Status.NONE_GIVEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "待补充",
                "999999999999999999",
                "'; drop table trade_mark; --1",
                "\u0000123",
                "99999999999999999999999999"
            })
    void whateverIsWrittenIsAFindingAndNotACrash(String written) {
        assertThat(rights.check(written, TODAY).status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String number = newNumber();
        String file = "office,registrationNo,mark,kind,holder,status,statusDate\nCN," + number
                + ",清风,商品商标;服务商标,甲;乙,已注册,2024-06-01\n";

        assertThat(importCsv(file).added()).isEqualTo(1);
        ImportReport again = importCsv(file);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(again.added() + again.updated()).isZero();
        assertThat(auditEntries(number)).isEqualTo(1);
    }

    @Test
    void anOlderRecordNeverOverwritesANewerOne() {
        String number = newNumber();
        String header = "office,registrationNo,holder,status,statusDate\n";
        importCsv(header + "CN," + number + ",New Owner,已注册,2024-06-01\n");

        assertThat(importCsv(header + "CN," + number + ",Old Owner,已注册,2019-06-01\n")
                        .older())
                .isEqualTo(1);
        assertThat(importCsv(header + "CN," + number + ",Undated Owner,已注册,\n").older())
                .isEqualTo(1);
        assertThat(rights.find("CN", number).orElseThrow().holders()).containsExactly("New Owner");

        assertThat(importCsv(header + "CN," + number + ",Newest Owner,撤销,2025-06-01\n")
                        .updated())
                .isEqualTo(1);
        assertThat(rights.find("CN", number).orElseThrow().holders()).containsExactly("Newest Owner");
        assertThat(auditEntries(number)).as("added once, updated once").isEqualTo(2);
    }

    /** A table with one row a class names a mark several times; what stands last counts, as in two files. */
    @Test
    void aMarkTwiceInOneFileIsOneMark() {
        String number = newNumber();
        ImportReport report = importCsv("office,registrationNo,holder,status,statusDate\nCN," + number
                + ",First,已注册,2024-06-01\nCN," + number + ",Second,已注册,2024-06-02\n");

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(rights.find("CN", number).orElseThrow().holders()).containsExactly("Second");
    }

    /** Two officers upload the same file at the same moment. */
    @Test
    void twoImportsAtOnceAddEachMarkOnce() throws Exception {
        long first = ThreadLocalRandom.current().nextLong(10_000_000_000L, 90_000_000_000L);
        String file = "office,registrationNo,mark\n"
                + IntStream.range(0, 300)
                        .mapToObj(i -> "CN," + (first + i) + ",row")
                        .collect(Collectors.joining("\n"));
        CompletableFuture<ImportReport> other = CompletableFuture.supplyAsync(() -> importCsv(file));
        ImportReport mine = importCsv(file);
        ImportReport theirs = other.get();

        assertThat(mine.added() + theirs.added()).isEqualTo(300);
        assertThat(mine.unchanged() + theirs.unchanged()).isEqualTo(300);
    }

    @Test
    void goodRowsOfALongTableGoInBesideBadOnes() {
        long first = ThreadLocalRandom.current().nextLong(10_000_000_000L, 90_000_000_000L);
        String rows = IntStream.range(0, 120)
                .mapToObj(i -> "CN," + (first + i) + ",row," + (i % 10 == 3 ? "99" : "9"))
                .collect(Collectors.joining("\n"));
        ImportReport report = importCsv("office,registrationNo,mark,classes\n" + rows);

        assertThat(report.added()).isEqualTo(108);
        assertThat(report.refused()).isEqualTo(12);
        assertThat(report.total()).isEqualTo(120);
        assertThat(report.refusals().get(0).line()).isEqualTo(5);
    }

    @Test
    void onlyThoseWhoKeepTheRegisterMayAddToIt() {
        assertThat(imports.mayImport(SignIn.officer("customs-440000"))).isTrue();
        assertThat(imports.mayImport(SignIn.office())).isTrue();
        assertThat(imports.mayImport(SignIn.officer("publicsecurity-330000"))).isFalse();
        assertThatThrownBy(() -> SignIn.as(
                        identity,
                        SignIn.officer("publicsecurity-330000"),
                        () -> imports.importFile(new ByteArrayResource(new byte[0]))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void findsMarksByPartOfTheirWordsAndOfTheirHoldersNames() {
        String mark = "词" + newNumber();
        String holder = "Müller & Söhne " + newNumber();
        String number = newNumber();
        importCsv("office,registrationNo,mark,holder\nCN," + number + ",极品" + mark + "牌," + holder + "\n");

        assertThat(numbers(rights.search(mark, 1))).containsExactly(number);
        assertThat(numbers(rights.search(mark.toUpperCase(Locale.ROOT), 1))).containsExactly(number);
        assertThat(numbers(rights.search("ÖHNE " + holder.substring(holder.length() - 6), 1)))
                .isEmpty();
        assertThat(numbers(rights.search("söhne " + holder.substring(15), 1))).containsExactly(number);
        assertThat(numbers(rights.search("No. " + number, 1))).containsExactly(number);
        assertThat(rights.search("%", 1).found()).isZero();
    }

    @Test
    void pagesDoNotRepeatAndDoNotEnd() {
        String word = "paged" + newNumber();
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> "CN," + newNumber() + "," + word + " " + i)
                .collect(Collectors.joining("\n"));
        importCsv("office,registrationNo,mark\n" + rows);

        RightsPage first = rights.search(word, 1);
        RightsPage last = rights.search(word, 99);
        assertThat(first.found()).isEqualTo(60);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(first.marks()).hasSize(25);
        assertThat(last.page()).isEqualTo(3);
        assertThat(last.marks()).hasSize(10).doesNotContainAnyElementsOf(first.marks());
    }

    /** An explanation without a sentence would leave the officer with a key. */
    @ParameterizedTest
    @EnumSource(
            value = RightFinding.Status.class,
            names = {"VALID", "LAPSED", "PENDING", "FOREIGN"})
    void everyFindingIsExplainedInBothLanguages(Status status) {
        String number = importMark(
                status == Status.PENDING ? "申请中" : status == Status.LAPSED ? "无效" : "已注册",
                "2024-06-01",
                "2015-01-02",
                "2030-01-01",
                status == Status.FOREIGN ? "JP" : "CN");
        RightFinding finding = rights.check(number, TODAY);

        assertThat(finding.status()).isEqualTo(status);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            String sentence = messages.getMessage(
                    finding.explanationKey(), finding.explanationArguments().toArray(), locale);
            assertThat(sentence).contains(number).doesNotContain("{");
        }
    }

    private String importMark(String status, String since, String registered, String expires) {
        return importMark(status, since, registered, expires, "CN");
    }

    private String importMark(String status, String since, String registered, String expires, String office) {
        String number = newNumber();
        ImportReport report = importCsv("office,registrationNo,mark,status,statusDate,registered,expires\n"
                + String.join(",", office, number, "清风", status, since, registered, expires));
        assertThat(report.refusals()).isEmpty();
        return number;
    }

    private ImportReport importCsv(String csv) {
        return SignIn.as(
                identity,
                OFFICER,
                () -> imports.importFile(new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8))));
    }

    private ImportReport imports(String file) {
        return SignIn.as(identity, OFFICER, () -> imports.importFile(new ClassPathResource("rights/" + file)));
    }

    private int auditEntries(String number) {
        return db.sql("select count(*) from audit_entry where subject_type = 'right' and subject_id = :subject")
                .param("subject", "CN " + number)
                .query(Integer.class)
                .single();
    }

    private static List<String> numbers(RightsPage page) {
        return page.marks().stream().map(TradeMark::number).toList();
    }

    /** Longer than any real number, so that no other test has it. */
    private static String newNumber() {
        return Long.toString(ThreadLocalRandom.current().nextLong(100_000_000_000L, 900_000_000_000L));
    }
}
