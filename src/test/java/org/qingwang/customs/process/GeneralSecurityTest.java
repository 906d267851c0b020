package org.qingwang.customs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.customs.process.CustomsOfficer.HEAD;
import static org.qingwang.customs.process.CustomsOfficer.with;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.customs.CustomsService;
import org.qingwang.customs.Dossier;
import org.qingwang.customs.GeneralSecurity;
import org.qingwang.customs.GeneralSecurityService;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;

/** If this fails, goods are detained on a letter that is not there, not the holder's, or used up. */
@QingwangTest
class GeneralSecurityTest {

    private static final String HOLDER = "Holder of the mark";

    @Autowired
    CustomsOfficer customs;

    @Autowired
    CustomsService service;

    @Autowired
    GeneralSecurityService securities;

    @Autowired
    IdentityService identity;

    private final String letterNo = "ZDB-" + Long.toString(System.nanoTime(), 36);

    @Test
    void aLetterCoversDetentionsAndTheirCostsAreDrawnFromIt() {
        register(letter("200000", "0", customs.today()));
        String caseNo = customs.notified(customs.examination());
        customs.submit(caseNo, "Task_RecordAnswer", general("200000"));
        customs.submit(caseNo, "Task_DetainGoods", customs.detention());
        customs.submit(caseNo, "Task_Determine", customs.determination("INFRINGING"));
        customs.submit(caseNo, "Task_DecideConfiscation", HEAD, customs.confiscation());
        customs.submit(caseNo, "Task_DisposeGoods", customs.destruction());
        customs.submit(caseNo, "Task_SettleCosts", customs.costs());

        Dossier dossier = service.dossierOf(caseNo).orElseThrow();
        assertThat(dossier.settlement().refundedOf(dossier.securityAmount()))
                .as("nothing of a letter is returned")
                .isEqualByComparingTo("0");
        assertThat(dossier.settlement().owedBeyond(dossier.securityAmount())).isEqualByComparingTo("0");
        GeneralSecurity.Standing standing = securities.find(letterNo).orElseThrow();
        assertThat(standing.cases()).isEqualTo(1);
        // 1,200.50 + 300 + 2,000
        assertThat(standing.drawn()).isEqualByComparingTo("3500.50");
        assertThat(standing.left()).isEqualByComparingTo("196499.50");
    }

    @Test
    void aLetterThatIsUsedUpIsRefused() {
        register(letter("200000", "0", customs.today()));
        String first = customs.notified(customs.examination());
        customs.submit(first, "Task_RecordAnswer", general("200000"));
        customs.submit(first, "Task_DetainGoods", customs.detention());
        customs.submit(first, "Task_Determine", customs.determination("PROOF"));
        customs.submit(first, "Task_SettleCosts", with(customs.costs(), "disposal", "250000"));
        refused(general("200000"), "customs.letter-used-up");
    }

    @Test
    void aLetterOfAnotherYearHolderOrAmountIsRefusedAndNoneServesAPatent() {
        refused(general("200000"), "customs.letter-unknown");
        register(letter("200000", "0", customs.today()));
        refused(general("200001"), "customs.letter-of-another-amount");
        String patent = customs.notified(customs.patentExamination());
        refused(patent, general("200000"), "customs.general-security-for-marks-only");
        String other = customs.notified(with(customs.examination(), "holder", "Somebody else"));
        refused(other, general("200000"), "customs.letter-of-another-holder");
    }

    @Test
    void aLetterOfTheYearBeforeCoversNothingAnyMore() {
        register(letter("200000", "0", customs.today().minusYears(1)));
        refused(general("200000"), "customs.letter-covers-another-time");
        assertThat(securities.find(letterNo).orElseThrow().letter().validUntil())
                .as("customs may draw on it until 30 June")
                .isEqualTo(LocalDate.of(customs.today().getYear(), 6, 30));
    }

    @Test
    void aLetterIsAtLeastTheCostsOfTheYearBeforeAndNeverBelowTheMinimum() {
        refusedLetter(letter("199999.99", "0", customs.today()), "customs.general-security-too-low");
        refusedLetter(letter("300000", "300000.01", customs.today()), "customs.general-security-too-low");
        refusedLetter(letter("200000", "0", customs.today().plusDays(1)), "customs.date-in-future");
        register(letter("300000.01", "300000.01", customs.today()));
    }

    @Test
    void aLetterRegisteredTwiceIsKeptOnceAndAnotherUnderItsNumberIsRefused() {
        register(letter("200000", "0", customs.today()));
        register(letter("200000", "0", customs.today()));
        assertThat(securities.all())
                .filteredOn(standing -> standing.letter().letterNo().equals(letterNo))
                .hasSize(1);
        refusedLetter(letter("250000", "0", customs.today()), "customs.letter-known");
    }

    @Test
    void otherAgenciesRegisterNothing() {
        assertThatThrownBy(() -> SignIn.as(identity, SignIn.officer("commerce-330000"), () -> {
                    securities.register(letter("200000", "0", customs.today()));
                    return null;
                }))
                .isInstanceOf(NotAllowed.class);
        assertThat(securities.find(letterNo)).isEmpty();
    }

    private GeneralSecurity letter(String amount, String costs, LocalDate approvedOn) {
        return new GeneralSecurity(
                letterNo, HOLDER, "Bank of the Delta", new BigDecimal(costs), new BigDecimal(amount), approvedOn);
    }

    private void register(GeneralSecurity letter) {
        SignIn.as(identity, CustomsOfficer.OFFICER, () -> {
            securities.register(letter);
            return null;
        });
    }

    private Map<String, Object> general(String amount) {
        return with(customs.answer(), "securityKind", "GENERAL", "securityAmount", amount, "securityNo", letterNo);
    }

    private void refused(Map<String, Object> answer, String messageKey) {
        refused(customs.notified(customs.examination()), answer, messageKey);
    }

    private void refused(String caseNo, Map<String, Object> answer, String messageKey) {
        refuses(() -> customs.submit(caseNo, "Task_RecordAnswer", answer), messageKey);
    }

    private void refusedLetter(GeneralSecurity letter, String messageKey) {
        refuses(() -> register(letter), messageKey);
    }

    private static void refuses(ThrowingCallable act, String messageKey) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(messageKey));
    }
}
