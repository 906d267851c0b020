package org.qingwang.publicsecurity.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.publicsecurity.ReferralService;
import org.qingwang.support.FormWork;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Takes suspected crimes of Zhejiang from step to step in tests, as both sides do: by submitting forms. */
@Component
public class Referrer extends FormWork {

    static final String AGENCY = "commerce-330000";
    static final String POLICE = "publicsecurity-330000";
    static final String OTHER_POLICE = "publicsecurity-440000";
    public static final Actor OFFICER = SignIn.officer(AGENCY);
    public static final Actor HEAD = SignIn.head(AGENCY);
    static final Actor CONSTABLE = SignIn.officer(POLICE);
    public static final Actor POLICE_HEAD = SignIn.head(POLICE);

    private final CaseStories stories;
    private final ReferralService referrals;

    Referrer(CaseStories stories, ReferralService referrals) {
        this.stories = stories;
        this.referrals = referrals;
    }

    /** A case that market regulation leads. */
    public String assigned() {
        String caseNo = stories.open(AGENCY, Map.of("sellerRegion", "330100"));
        submit(caseNo, "Task_ConfirmAssignment", HEAD, Map.of("decision", "CONFIRM"));
        return caseNo;
    }

    /** A case that customs lead. */
    String ledByCustoms() {
        String caseNo = stories.open(AGENCY, Map.of("sellerRegion", "330100"));
        submit(
                caseNo,
                "Task_ConfirmAssignment",
                HEAD,
                Map.of(
                        "decision",
                        "OVERRIDE",
                        "leadAgency",
                        "customs",
                        "leadRegion",
                        "330000",
                        "reason",
                        "The goods are at the border"));
        return caseNo;
    }

    /** @return the number of the referral of the case */
    public String begin(String caseNo, Actor officer) {
        return SignIn.as(identity, officer, () -> referrals.open(caseNo, "The seller sold for 60,000 yuan"));
    }

    /** A case that is with the police, who have to sign the receipt. */
    public String transferred() {
        String caseNo = assigned();
        begin(caseNo, OFFICER);
        transfer(caseNo);
        return caseNo;
    }

    void transfer(String caseNo) {
        submit(caseNo, "Task_WriteReport", OFFICER, report());
        submit(caseNo, "Task_DecideReferral", HEAD, decision("APPROVED"));
        submit(caseNo, "Task_Transfer", OFFICER, pack());
    }

    /** A case whose receipt the police signed. */
    String received() {
        String caseNo = transferred();
        submit(caseNo, "Task_SignReceipt", CONSTABLE, receipt());
        return caseNo;
    }

    /** A case in which the police do not file. */
    public String refused() {
        String caseNo = received();
        submit(caseNo, "Task_DecideCriminalCase", POLICE_HEAD, decision("NOT_FILED"));
        return caseNo;
    }

    /** 300 pairs of shoes sold at 200 yuan: 60,000 yuan, above the 50,000 of art. 214. */
    public Map<String, Object> report() {
        Map<String, Object> act = new HashMap<>();
        act.put("conductFrom", today().minusDays(60).toString());
        act.put("conductTo", today().minusDays(3).toString());
        act.put("goods", "SOLD");
        act.put("quantity", "300");
        act.put("unitPrice", "200");
        act.put("pricing", "SALE_PRICE");
        act.put("gains", "8000.50");
        Map<String, Object> form = new HashMap<>();
        form.put("reportedOn", today().toString());
        form.put("firstOfficer", "Li Lei 330101");
        form.put("secondOfficer", "Han Mei 330102");
        form.put("offence", "SELLING_COUNTERFEITS");
        form.put("marks", 1);
        form.put("acts", List.of(act));
        form.put("facts", "Sold shoes with a counterfeit mark on a platform");
        return form;
    }

    public Map<String, Object> decision(String answer) {
        return Map.of(
                "decision",
                answer,
                "documentNo",
                "NO-" + answer,
                "on",
                today().toString(),
                "reason",
                "For these reasons");
    }

    Map<String, Object> accepted() {
        return Map.of("decision", "ACCEPTED", "on", today().toString(), "reason", "The amount is not proved");
    }

    public Map<String, Object> pack() {
        return Map.of(
                "documentNo",
                "ZJ-YS-1",
                "on",
                today().toString(),
                "person",
                "Li Lei",
                "parts",
                List.of("LETTER", "REPORT", "ARTICLES", "APPRAISALS", "OTHER"));
    }

    Map<String, Object> receipt() {
        return Map.of("decision", "RECEIVED", "documentNo", "HZ-1", "on", today().toString(), "person", "Wang Wu");
    }

    Map<String, Object> passedOn(String region) {
        return Map.of(
                "decision",
                "PASSED_ON",
                "documentNo",
                "HZ-2",
                "on",
                today().toString(),
                "person",
                "Wang Wu",
                "region",
                region,
                "reason",
                "The workshop is there");
    }

    Map<String, Object> articles() {
        return Map.of("documentNo", "QD-1", "on", today().toString(), "person", "Li Lei", "secondPerson", "Wang Wu");
    }
}
