package org.qingwang.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** If this fails, one matter is worked by several agencies at once, or complaints end up in a stranger's case. */
@QingwangTest
class DeconflictionTest {

    private static final Jurisdiction ZHEJIANG = Jurisdiction.parse("commerce-330000");

    @Autowired
    Deconfliction deconfliction;

    @Autowired
    Cases cases;

    @Autowired
    CaseAgencies agencies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    /** Keeps the sellers, listings and marks of one test apart from every other's. */
    private final String own = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void sameSellerListingAndMarkIsTheSameCaseHoweverTheNameIsWritten() {
        String caseNo = open("ＡＢＣ " + own + " 旗舰店", "淘宝", "https://a.example/" + own, "12345" + own, "Nike");
        Matches matches = deconfliction.matchesFor(
                probe("abc" + own + "旗舰店", "Taobao", "https://a.example/" + own, "12345" + own, null));
        assertThat(matches.exact()).contains(caseNo);
        assertThat(matches.likely()).isEmpty();
    }

    @Test
    void anotherMarkOnTheSameListingIsOnlyOffered() {
        String caseNo = open("seller " + own, "Taobao", "https://a.example/" + own, "1" + own, "Nike");
        Matches matches = deconfliction.matchesFor(
                probe("seller " + own, "Taobao", "https://a.example/" + own, "2" + own, "Adidas"));
        assertThat(matches.exact()).isEmpty();
        assertThat(matches.likely()).extracting(LikelyMatch::caseNo).containsExactly(caseNo);
        assertThat(matches.likely()).extracting(LikelyMatch::reason).containsExactly(LikelyMatch.Reason.SAME_LISTING);
    }

    @Test
    void theSameShopOnAnotherPlatformIsOffered() {
        String caseNo = open("shop " + own, "Taobao", "https://a.example/" + own, null, "Brand" + own);
        Matches matches =
                deconfliction.matchesFor(probe("Shop-" + own, "京东", "https://b.example/" + own, null, "Other" + own));
        assertThat(matches.likely()).extracting(LikelyMatch::caseNo).contains(caseNo);
        assertThat(matches.likely().get(0).reason()).isEqualTo(LikelyMatch.Reason.SAME_SELLER_ELSEWHERE);
    }

    @Test
    void aChineseNameThatSoundsTheSameIsOffered() {
        String caseNo = open("明珠鞋业" + own + "专卖店", "Taobao", "https://a.example/" + own, null, "Brand" + own);
        Matches matches = deconfliction.matchesFor(
                probe("名珠鞋业" + own, "Taobao", "https://b.example/" + own, null, "Brand" + own));
        assertThat(matches.likely()).hasSize(1);
        assertThat(matches.likely().get(0).caseNo()).isEqualTo(caseNo);
        assertThat(matches.likely().get(0).reason()).isEqualTo(LikelyMatch.Reason.SIMILAR_SELLER);
        assertThat(matches.likely().get(0).percent()).isEqualTo(100);
    }

    @Test
    void whatEveryShopIsCalledMakesNobodyAlike() {
        open("甲乙" + own + "官方旗舰店", "Taobao", "https://a.example/" + own, null, "Brand" + own);
        String stranger = UUID.randomUUID().toString().substring(0, 8);
        Matches matches = deconfliction.matchesFor(
                probe("丙丁" + stranger + "官方旗舰店", "Taobao", "https://b.example/" + own, null, "Else"));
        assertThat(matches.likely()).isEmpty();
    }

    @Test
    void aClosedCaseIsNotOffered() {
        String caseNo = open("closed " + own, "Taobao", "https://a.example/" + own, "9" + own, "Nike");
        transaction.executeWithoutResult(status -> {
            cases.setResult(caseNo, CaseResult.of(CaseOutcome.DISMISSED, "no infringement"));
            cases.close(caseNo, clock.instant());
        });
        Matches matches = deconfliction.matchesFor(
                probe("closed " + own, "Taobao", "https://a.example/" + own, "9" + own, "Nike"));
        assertThat(matches.exact()).isEmpty();
        assertThat(matches.likely()).isEmpty();
    }

    @Test
    void aComplaintThatNamesNothingMatchesNothing() {
        Matches matches = deconfliction.matchesFor(new Probe(null, null, null, null, null));
        assertThat(matches.exact()).isEmpty();
        assertThat(matches.likely()).isEmpty();
    }

    private static Probe probe(String seller, String platform, String listing, String registrationNo, String right) {
        return new Probe(seller, platform, List.of(listing), registrationNo, right);
    }

    private String open(String seller, String platform, String listing, String registrationNo, String right) {
        return transaction.execute(status -> {
            String caseNo = "AJ-330000-2026-T" + UUID.randomUUID();
            ComplaintFacts facts = new ComplaintFacts(
                    "TEST-" + UUID.randomUUID(),
                    ZHEJIANG,
                    seller,
                    null,
                    platform,
                    List.of(listing),
                    right,
                    registrationNo,
                    null,
                    null);
            cases.open(caseNo, facts, clock.instant());
            cases.addComplaint(caseNo, facts, true, clock.instant());
            return caseNo;
        });
    }
}
