package org.qingwang.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.common.BadInput;
import org.qingwang.rights.TradeMark.MarkKind;
import org.qingwang.rights.TradeMark.PartyRole;
import org.qingwang.rights.TradeMark.Reading;
import org.qingwang.rights.TradeMark.Source;

/** Reading what offices send. A wrong holder or date here is a wrong finding in every complaint about that mark. */
class XmlRegisterTest {

    private static final String ST66 = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Transaction xmlns="http://www.wipo.int/standards/XMLSchema/trademarks">
            <TradeMarkTransactionBody><TransactionContentDetails><TransactionData><TradeMarkDetails>
            %s
            </TradeMarkDetails></TransactionData></TransactionContentDetails></TradeMarkTransactionBody>
            </Transaction>
            """;

    private static final String ST96 = """
            <t:Transaction xmlns:c="http://www.wipo.int/standards/XMLSchema/ST96/Common"
                           xmlns:t="http://www.wipo.int/standards/XMLSchema/ST96/Trademark"
                           xmlns:mine="urn:example:office">
            <t:TrademarkTransactionBody><t:TransactionContentBag><t:TransactionData><t:TrademarkBag>
            %s
            </t:TrademarkBag></t:TransactionData></t:TransactionContentBag></t:TrademarkTransactionBody>
            </t:Transaction>
            """;

    /** The record of PYTHON as the United States office publishes it, shortened. */
    @Test
    void readsARealRecordInSt66() {
        Collected file = Collected.file("us-76044902-st66.xml");
        TradeMark python = file.only();

        assertThat(file.source).isEqualTo(Source.ST66);
        assertThat(python.officeCode()).isEqualTo("US");
        assertThat(python.registrationNo()).isEqualTo("2824281");
        assertThat(python.applicationNo()).isEqualTo("76044902");
        assertThat(python.text()).isEqualTo("PYTHON");
        assertThat(python.kinds()).containsExactlyInAnyOrder(MarkKind.GOODS, MarkKind.SERVICES);
        assertThat(python.classes())
                .extracting(TradeMark.NiceClass::number)
                .as("the office's own classes 021, 023 ... are not classes of the Nice Classification")
                .containsExactly(9, 42);
        assertThat(python.classes().get(1).goods())
                .isEqualTo("Providing information relating to an object-oriented computer programming language and its"
                        + " development environment");
        assertThat(python.status().reading()).isEqualTo(Reading.REGISTERED);
        assertThat(python.status().officeStatus()).isEqualTo("702");
        assertThat(python.status().since()).isEqualTo(LocalDate.of(2010, 9, 8));
        assertThat(python.dates().filed()).isEqualTo(LocalDate.of(2000, 5, 9));
        assertThat(python.dates().registered()).isEqualTo(LocalDate.of(2004, 3, 23));
        assertThat(python.dates().expires()).as("the record does not say").isNull();
        assertThat(python.dates().recorded()).isEqualTo(LocalDate.of(2010, 9, 8));
    }

    /** The record lists the first applicant too, who sold the mark in 2003. */
    @Test
    void namesOnlyThePresentHolderOfAnSt66Record() {
        TradeMark python = Collected.file("us-76044902-st66.xml").only();

        assertThat(python.holders()).containsExactly("PYTHON SOFTWARE FOUNDATION");
        assertThat(python.parties().get(0).address())
                .isEqualTo("P.O. Box 37, Wolfeboro Falls, NEW HAMPSHIRE, 038960037");
        assertThat(python.parties().get(0).country()).isEqualTo("US");
        assertThat(python.representatives())
                .as("who may act for the holder; the third representative's element is empty")
                .containsExactly("Leanne Stendell", "Leanne Stendell, HAYNES AND BOONE, LLP");
    }

    /** The record of JAVA as the United States office publishes it, shortened. */
    @Test
    void readsARealRecordInSt96() {
        Collected file = Collected.file("us-2178784-st96.xml");
        TradeMark java = file.only();

        assertThat(file.source).isEqualTo(Source.ST96);
        assertThat(java.officeCode()).isEqualTo("US");
        assertThat(java.registrationNo()).isEqualTo("2178784");
        assertThat(java.applicationNo()).isEqualTo("74631225");
        assertThat(java.text()).isEqualTo("JAVA");
        assertThat(java.kinds()).containsExactly(MarkKind.GOODS);
        assertThat(java.classes()).hasSize(1);
        assertThat(java.classes().get(0).number()).isEqualTo(9);
        assertThat(java.classes().get(0).goods()).startsWith("computer programs for use in developing");
        assertThat(java.status().reading()).isEqualTo(Reading.REGISTERED);
        assertThat(java.status().officeStatus()).isEqualTo("800");
        assertThat(java.status().officeText()).isEqualTo("The registration has been renewed.");
        assertThat(java.dates().filed()).isEqualTo(LocalDate.of(1995, 2, 7));
        assertThat(java.dates().registered()).isEqualTo(LocalDate.of(1998, 8, 4));
        assertThat(java.dates().renewed()).isEqualTo(LocalDate.of(2008, 8, 4));
        assertThat(java.dates().recorded()).as("the last event").isEqualTo(LocalDate.of(2011, 12, 29));
    }

    /** Sun Microsystems is in the record three times, as an earlier owner. */
    @Test
    void namesOnlyThePresentHolderOfAnSt96Record() {
        TradeMark java = Collected.file("us-2178784-st96.xml").only();

        assertThat(java.holders()).containsExactly("Oracle America, Inc.");
        assertThat(java.parties().get(0).capacity()).isEqualTo("SUBSEQUENT OWNER AFTER REGISTRATION");
        assertThat(java.representatives())
                .as("assignors, assignees and their correspondents do not act for the holder")
                .containsExactly("Andrew Roppel", "Andrew Roppel, Holland & Hart LLP");
    }

    @Test
    void readsEveryRecordOfAFileAndReportsTheBadOnes() {
        Collected file = Collected.text(ST66.formatted("""
                <TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber>111</RegistrationNumber></TradeMark>
                <TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber>222</RegistrationNumber>
                  <RegistrationDate>20200230</RegistrationDate></TradeMark>
                <TradeMark><RegistrationOfficeCode>China</RegistrationOfficeCode><RegistrationNumber>333</RegistrationNumber></TradeMark>
                <TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber/></TradeMark>
                <TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber>555</RegistrationNumber></TradeMark>
                """));

        assertThat(file.marks).extracting(TradeMark::number).containsExactly("111", "555");
        assertThat(file.lines).containsExactly(4L, 9L);
        assertThat(file.refused)
                .containsExactly(
                        new Collected.Refused(5, "222", "RegistrationDate", "rights.import.bad-date"),
                        new Collected.Refused(7, "333", "RegistrationOfficeCode", "rights.import.bad-office"),
                        new Collected.Refused(8, null, "ApplicationNumber", "rights.import.no-number"));
    }

    /** Several marks in one transaction, one holder beside them: whose? */
    @Test
    void doesNotGiveAHolderToAMarkThatMayBeAnothers() {
        String holder = """
                <HolderDetails><Holder><HolderAddressBook><FormattedNameAddress><Name><FormattedName>
                <OrganizationName>Acme</OrganizationName></FormattedName></Name></FormattedNameAddress>
                </HolderAddressBook></Holder></HolderDetails>
                """;
        String mark = "<TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber>%d"
                + "</RegistrationNumber></TradeMark>";
        String body = ST66.replace("</TradeMarkDetails>", "</TradeMarkDetails>" + holder);

        assertThat(Collected.text(body.formatted(mark.formatted(1))).only().holders())
                .containsExactly("Acme");
        assertThat(Collected.text(body.formatted(mark.formatted(1) + mark.formatted(2))).marks)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.holders()).isEmpty());
    }

    @Test
    void readsLicenseesAndDesignationsAndLeavesForeignElementsAside() {
        TradeMark mark = Collected.text(ST96.formatted("""
                        <t:Trademark>
                          <c:RegistrationOfficeCode>WO</c:RegistrationOfficeCode>
                          <mine:RegistrationNumber>666</mine:RegistrationNumber>
                          <c:RegistrationNumber>1 234 567</c:RegistrationNumber>
                          <c:ExpiryDate>2031-02-03+01:00</c:ExpiryDate>
                          <t:MarkCurrentStatusCode>Registration renewed</t:MarkCurrentStatusCode>
                          <t:DesignatedCountryBag><t:DesignatedCountry><t:DesignatedCountryCode>CN</t:DesignatedCountryCode>
                          </t:DesignatedCountry></t:DesignatedCountryBag>
                          <t:HolderBag><t:Holder><c:Contact><c:Name><c:EntityName>华为技术有限公司</c:EntityName></c:Name>
                          </c:Contact></t:Holder></t:HolderBag>
                          <t:LicenceBag><t:Licence><t:LicenseeBag><t:Licensee><c:Contact><c:Name><c:PersonName>
                          <c:PersonFullName>Wang Wei</c:PersonFullName></c:PersonName></c:Name></c:Contact></t:Licensee>
                          </t:LicenseeBag></t:Licence></t:LicenceBag>
                        </t:Trademark>
                        """)).only();

        assertThat(mark.registrationNo()).isEqualTo("1234567");
        assertThat(mark.holders()).containsExactly("华为技术有限公司");
        assertThat(mark.licensees()).containsExactly("Wang Wei");
        assertThat(mark.protects("CN")).isTrue();
        assertThat(mark.status().reading()).isEqualTo(Reading.REGISTERED);
        assertThat(mark.dates().expires()).isEqualTo(LocalDate.of(2031, 2, 3));
        assertThat(mark.parties())
                .extracting(TradeMark.Party::role)
                .containsExactly(PartyRole.HOLDER, PartyRole.LICENSEE);
    }

    /** A file that breaks off in transfer has lost its end, not its beginning. */
    @Test
    void keepsWhatStoodBeforeTheFileBrokeOff() {
        String mark = "<TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber>%d"
                + "</RegistrationNumber></TradeMark>\n";
        String whole = ST66.formatted(mark.formatted(1) + mark.formatted(2) + mark.formatted(3));
        Collected file = Collected.text(whole.substring(0, whole.indexOf("<RegistrationNumber>3")));

        assertThat(file.marks).extracting(TradeMark::number).containsExactly("1", "2");
        assertThat(file.refused).extracting(Collected.Refused::reason).containsExactly("rights.import.broken-off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Transaction "
                        + "xmlns='http://www.wipo.int/standards/XMLSchema/trademarks'>&x;</Transaction>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/evil.dtd'><a/>",
                "<!DOCTYPE a [<!ENTITY a0 'lol'><!ENTITY a1 '&a0;&a0;&a0;&a0;'><!ENTITY a2 '&a1;&a1;&a1;&a1;'>]><a>&a2;</a>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
            })
    void refusesEveryDocumentType(String attack) {
        assertThatThrownBy(() -> Collected.text(attack))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("rights.import.doctype"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Sign in</body></html>",
                "<a xmlns='urn:something:else'/>",
                "<a xmlns='http://www.wipo.int/standards/XMLSchema/ST96/Patent'/>",
            })
    void saysWhenAnXmlFileIsNotARegister(String other) {
        assertThatThrownBy(() -> Collected.text(other))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("rights.import.not-a-register"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a", "<a b='&undefined;'/>", "<?xml version='1.0' encoding='no-such-thing'?><a/>"})
    void saysWhenAFileIsNotXml(String broken) {
        assertThatThrownBy(() -> Collected.text(broken)).isInstanceOf(BadInput.class);
    }

    /** One record must not fill the memory the others need, nor may its depth exhaust the stack. */
    @Test
    void passesOverARecordBeyondAllMeasure() {
        String deep = "<TradeMark>" + "<x>".repeat(10_000) + "</x>".repeat(10_000) + "</TradeMark>";
        String wide = "<TradeMark>" + "<x/>".repeat(200_000) + "</TradeMark>";
        String good = "<TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber>7"
                + "</RegistrationNumber></TradeMark>";
        Collected file = Collected.text(ST66.formatted(deep + wide + good));

        assertThat(file.marks).extracting(TradeMark::number).containsExactly("7");
        assertThat(file.refused)
                .extracting(Collected.Refused::reason)
                .containsExactly("rights.import.record-too-large", "rights.import.record-too-large");
    }

    /** A comment that never ends is held in memory as a whole by any parser. */
    @Test
    void givesUpOnMarkupThatNeverEnds() {
        long[] handedOut = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                handedOut[0]++;
                return 'x';
            }
        };
        byte[] head =
                "<a xmlns='http://www.wipo.int/standards/XMLSchema/trademarks'><!-- ".getBytes(StandardCharsets.UTF_8);
        Collected file = new Collected();
        XmlRegister.read(
                new SequenceInputStream(Collections.enumeration(List.of(new ByteArrayInputStream(head), endless))),
                file);

        assertThat(file.refused).extracting(Collected.Refused::reason).containsExactly("rights.import.broken-off");
        assertThat(handedOut[0]).isLessThan(20_000_000);
    }

    /** Registers come whole: a file far longer than any one record is read without holding it in memory. */
    @Test
    void readsAFileRecordByRecord(@TempDir Path directory) throws IOException {
        Path large = directory.resolve("register.xml");
        String[] parts = ST66.split("%s");
        try (var writer = Files.newBufferedWriter(large)) {
            writer.write(parts[0]);
            for (int i = 1; i <= 20_000; i++) {
                writer.write("<TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber>" + i
                        + "</RegistrationNumber><MarkEventDetails><MarkEvent><MarkEventDate>2020-01-01</MarkEventDate>"
                        + "</MarkEvent></MarkEventDetails></TradeMark>\n");
            }
            writer.write(parts[1]);
        }
        int[] open = {0};
        int[] most = {0};
        RegisterRecords counting = new RegisterRecords() {
            @Override
            public void begin(Source source) {}

            @Override
            public void take(long line, TradeMark mark) {
                open[0]++;
                most[0] = Math.max(most[0], Integer.parseInt(mark.number()));
            }

            @Override
            public void refuse(long line, String number, BadInput reason) {
                throw new AssertionError(reason);
            }
        };
        try (InputStream xml = Files.newInputStream(large)) {
            XmlRegister.read(xml, counting);
        }
        assertThat(open[0]).isEqualTo(20_000);
        assertThat(most[0]).isEqualTo(20_000);
    }

    @Test
    void readsOtherEncodingsThatTheFileDeclares() {
        String mark = "<TradeMark><RegistrationOfficeCode>CN</RegistrationOfficeCode><RegistrationNumber>8"
                + "</RegistrationNumber><WordMarkSpecification><MarkVerbalElementText>清网</MarkVerbalElementText>"
                + "</WordMarkSpecification></TradeMark>";
        String utf16 = ST66.formatted(mark).replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"");
        String gb = ST66.formatted(mark).replace("encoding=\"UTF-8\"", "encoding=\"GB18030\"");

        assertThat(Collected.text(utf16, StandardCharsets.UTF_16).only().text()).isEqualTo("清网");
        assertThat(Collected.text(gb, Charset.forName("GB18030")).only().text()).isEqualTo("清网");
    }
}
