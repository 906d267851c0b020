package org.qingwang.commerce.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.commerce.measure.GoodsLines;
import org.qingwang.commerce.measure.MeasureKind;
import org.qingwang.commerce.measure.MeasurePlan;
import org.qingwang.commerce.measure.MeasureService;
import org.qingwang.support.FormWork;
import org.qingwang.support.SignIn;
import org.springframework.stereotype.Component;

/** Takes cases of Zhejiang's commerce agency from step to step in tests, as its officers do: by submitting forms. */
@Component
public class Investigator extends FormWork {

    static final String AGENCY = "commerce-330000";
    static final Actor OFFICER = SignIn.officer(AGENCY);
    static final Actor HEAD = SignIn.head(AGENCY);
    static final Actor LEGAL = SignIn.legal(AGENCY);

    private final CaseStories stories;
    private final MeasureService measures;

    Investigator(CaseStories stories, MeasureService measures) {
        this.stories = stories;
        this.measures = measures;
    }

    /** A case whose lead the agency has to check. */
    String assigned() {
        return assigned(Map.of("sellerRegion", "330100"));
    }

    /** The same, of a complaint with these particulars. */
    String assigned(Map<String, ?> particulars) {
        String caseNo = stories.open(AGENCY, particulars);
        submit(caseNo, "Task_ConfirmAssignment", HEAD, Map.of("decision", "CONFIRM"));
        return caseNo;
    }

    /** A case, filed, about a mark that the register knows to stand on these days, counted from today. */
    String filedAboutMark(int registered, int expires) {
        String number = stories.mark(LocalDate.parse(day(registered)), LocalDate.parse(day(expires)));
        return filed(assigned(Map.of("sellerRegion", "330100", "registrationNo", number)));
    }

    /** A case of a seller from there that Zhejiang leads all the same: its head overrode the proposal. */
    String leading(String sellerRegion) {
        String caseNo = stories.open(AGENCY, Map.of("sellerRegion", sellerRegion));
        boolean ours = sellerRegion.startsWith("33");
        submit(
                caseNo,
                "Task_ConfirmAssignment",
                ours ? HEAD : SignIn.head("commerce-" + sellerRegion.substring(0, 2) + "0000"),
                ours
                        ? Map.of("decision", "CONFIRM")
                        : Map.of(
                                "decision",
                                "OVERRIDE",
                                "leadAgency",
                                "commerce",
                                "leadRegion",
                                "330000",
                                "reason",
                                "Its warehouse is in Hangzhou"));
        return caseNo;
    }

    /** A case that is filed. */
    String filed() {
        return filed(assigned());
    }

    /** The same, of a case that is assigned. */
    String filed(String caseNo) {
        submit(caseNo, "Task_CheckLead", OFFICER, leadCheck());
        submit(caseNo, "Task_DecideFiling", HEAD, filing());
        return caseNo;
    }

    /** A case whose findings await the legal reviewer. */
    String investigated(Map<String, Object> findings) {
        String caseNo = filed();
        submit(caseNo, "Task_GatherEvidence", OFFICER, findings);
        return caseNo;
    }

    /** A case with findings that awaits the head's decision. */
    public String awaitingDecision() {
        return reviewed(findings());
    }

    /** A case whose party has to be told of a fine of 160,000 yuan. */
    public String approved() {
        return approved(findings());
    }

    /** A case that the legal reviewer approved. */
    String approved(Map<String, Object> findings) {
        return approved(filed(), findings);
    }

    private String approved(String caseNo, Map<String, Object> findings) {
        submit(caseNo, "Task_GatherEvidence", OFFICER, findings);
        submit(caseNo, "Task_LegalReview", LEGAL, review());
        return caseNo;
    }

    /** A case that awaits the head's decision. */
    String reviewed(Map<String, Object> findings) {
        return reviewed(filed(), findings);
    }

    /** The same, of a case that is filed. */
    String reviewed(String caseNo, Map<String, Object> findings) {
        approved(caseNo, findings);
        if (findings.get("proposal").equals("PENALTY")) {
            submit(caseNo, "Task_TellParty", OFFICER, notice());
        }
        return caseNo;
    }

    /** A case whose party was told of a fine of 160,000 yuan and is waited for. */
    String told() {
        String caseNo = approved(findings());
        submit(caseNo, "Task_TellParty", OFFICER, with(notice(), "answer", "AWAITED"));
        return caseNo;
    }

    /** The party waived. A fine of 160,000 yuan reaches the 100,000 from which a company is offered a hearing. */
    Map<String, Object> notice() {
        Map<String, Object> form = new HashMap<>();
        form.put("noticeNo", "ZJ-GZ-1");
        form.put("toldOn", day(0));
        form.put("method", "IN_PERSON");
        form.put("partyKind", "ORGANISATION");
        form.put("hearingOffered", true);
        form.put("answer", "WAIVED");
        return form;
    }

    /** @return number of a measure the head is asked to approve */
    public String askedFor(String caseNo) {
        MeasurePlan plan = new MeasurePlan(
                MeasureKind.SEIZURE,
                "Warehouse 3",
                "Li Lei 330101",
                "Han Mei 330102",
                "The goods would be gone tomorrow",
                GoodsLines.read("goods", "Shoes with mark A; 200; 40000"),
                null,
                null,
                null);
        return SignIn.as(identity, OFFICER, () -> measures.request(caseNo, plan));
    }

    /** A case whose decision awaits service. */
    public String decided(Map<String, Object> findings, Map<String, Object> decision) {
        String caseNo = reviewed(findings);
        submit(caseNo, "Task_Decide", HEAD, decision);
        return caseNo;
    }

    /** A case whose decision is served. */
    String served(Map<String, Object> findings, Map<String, Object> decision) {
        String caseNo = decided(findings, decision);
        submit(caseNo, "Task_ServeDecision", OFFICER, service());
        return caseNo;
    }

    /** A case closed with a penalty that is paid and published. */
    public String closed() {
        String caseNo = served(findings(), penalty());
        submit(caseNo, "Task_PublishDecision", OFFICER, publication());
        submit(caseNo, "Task_RecordPayment", OFFICER, payment("168000.50", "R-1"));
        return caseNo;
    }

    String day(int fromToday) {
        return today().plusDays(fromToday).toString();
    }

    Map<String, Object> leadCheck() {
        return Map.of("result", "FILE", "checkedOn", day(0), "reason", "The shop sells the goods complained about");
    }

    Map<String, Object> filing() {
        return Map.of("decision", "FILE", "filingNo", "ZJ-1", "firstHandler", "Li Lei", "secondHandler", "Han Mei");
    }

    /** Sold for 20,000 yuan, found for 60,000 yuan: illegal business of 80,000 yuan, so at most 400,000 yuan. */
    public Map<String, Object> findings() {
        Map<String, Object> form = new HashMap<>();
        form.put("infringement", "SELLING");
        form.put("conductFrom", day(-60));
        form.put("conductTo", day(-3));
        form.put("facts", "Sold shoes with a counterfeit mark on a platform");
        form.put("inspectedOn", day(-1));
        form.put("inspectionPlace", "Warehouse 3, Hangzhou");
        form.put("firstOfficer", "Li Lei 330101");
        form.put("secondOfficer", "Han Mei 330102");
        form.put("identification", "COUNTERFEIT");
        form.put("identifiedBy", "Rights holder");
        form.put("identifiedOn", day(-1));
        form.put("soldQuantity", "100");
        form.put("soldValue", "20000");
        form.put("unsoldQuantity", "300");
        form.put("unsoldValue", "60000");
        form.put("valuation", "MARKED_PRICE");
        form.put("illegalGains", "8000.50");
        form.put("seized", true);
        form.put("seizedQuantity", "300");
        form.put("seizedOn", day(-1));
        form.put("seizureNo", "ZJ-KY-1");
        form.put("proposal", "PENALTY");
        form.put("proposedFine", "160000");
        return form;
    }

    Map<String, Object> innocentFindings() {
        return with(
                findings(),
                "innocentSeller",
                true,
                "sourceName",
                "Wholesale Ltd",
                "sourceAddress",
                "Guangzhou, Baiyun 1",
                "sourceRegion",
                "440000",
                "sourceProof",
                "Invoice 5 and bank transfer",
                "proposal",
                "STOP_ONLY",
                "proposedFine",
                null);
    }

    Map<String, Object> review() {
        return Map.of(
                "result",
                "APPROVED",
                "points",
                List.of("JURISDICTION", "PARTY", "FACTS", "EVIDENCE", "LAW", "PROCEDURE", "PENALTY"),
                "opinion",
                "Agreed");
    }

    /** 160,000 yuan of fine and 8,000.50 yuan of gains: 168,000.50 yuan to pay. */
    public Map<String, Object> penalty() {
        Map<String, Object> form = new HashMap<>();
        form.put("decision", "PENALTY");
        form.put("decisionNo", "ZJ-CF-1");
        form.put("decidedOn", day(0));
        form.put("fine", "160000");
        form.put("confiscatedGains", "8000.50");
        form.put("confiscatedQuantity", "300");
        form.put("confiscatedValue", "60000");
        form.put("collective", true);
        form.put("collectiveRecord", "Today: Shen Yue, Lu Qing, Gao Feng");
        form.put("reason", "Sold goods that infringe a registered mark");
        return form;
    }

    Map<String, Object> decision(String kind) {
        return Map.of("decision", kind, "decisionNo", "ZJ-1", "decidedOn", day(0), "reason", "For these reasons");
    }

    Map<String, Object> service() {
        return Map.of("method", "IN_PERSON", "servedOn", day(0), "receivedBy", "Wang Wu");
    }

    /** A public notice that appeared so many days ago. */
    Map<String, Object> publicNotice(int daysAgo) {
        return Map.of(
                "method",
                "PUBLIC_NOTICE",
                "noticedOn",
                day(-daysAgo),
                "receivedBy",
                "Zhejiang Daily",
                "note",
                "Moved away, address unknown; two letters came back");
    }

    Map<String, Object> payment(String amount, String receiptNo) {
        return Map.of("amount", amount, "paidOn", day(0), "receiptNo", receiptNo);
    }

    Map<String, Object> publication() {
        return Map.of(
                "channel",
                "CREDIT_SYSTEM",
                "address",
                "https://www.gsxt.gov.cn/1",
                "publishedOn",
                day(0),
                "cleared",
                true);
    }

    /** The form with some fields changed; null takes a field away. */
    static Map<String, Object> with(Map<String, Object> form, Object... changes) {
        Map<String, Object> changed = new HashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            if (changes[i + 1] == null) {
                changed.remove((String) changes[i]);
            } else {
                changed.put((String) changes[i], changes[i + 1]);
            }
        }
        return changed;
    }
}
