package org.qingwang.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What officers answer on the way of a complaint to a penalty that is paid and published, task by task. */
final class Answers {

    private static final String REASON = "Checked on the spot; the goods are counterfeit.";

    private static final List<String> POINTS =
            List.of("JURISDICTION", "PARTY", "FACTS", "EVIDENCE", "LAW", "PROCEDURE", "PENALTY");

    /** Order of the user tasks on the way. */
    static final List<String> WAY = List.of(
            "Task_ConfirmScreening",
            "Task_ConfirmAssignment",
            "Task_CheckLead",
            "Task_DecideFiling",
            "Task_GatherEvidence",
            "Task_LegalReview",
            "Task_TellParty",
            "Task_Decide",
            "Task_ServeDecision",
            "Task_RecordPayment",
            "Task_PublishDecision");

    private Answers() {}

    /** The form's fields, as Tasklist sends them. */
    static Map<String, Object> of(String task, int number) {
        return switch (task) {
            case "Task_ConfirmScreening" -> Map.of("decision", "ACCEPT", "reason", REASON);
            case "Task_ConfirmAssignment" -> Map.of("decision", "CONFIRM");
            case "Task_CheckLead" -> Map.of("result", "FILE", "checkedOn", today(), "reason", REASON);
            case "Task_DecideFiling" -> Map.of(
                    "decision", "FILE", "filingNo", "F-" + number, "firstHandler", "Wang", "secondHandler", "Li");
            case "Task_GatherEvidence" -> evidence();
            case "Task_LegalReview" -> Map.of(
                    "result", "APPROVED", "points", POINTS, "opinion", "Lawful and well founded.");
            case "Task_TellParty" -> Map.of(
                    "noticeNo", "N-" + number, "toldOn", today(), "method", "IN_PERSON", "partyKind", "ORGANISATION",
                    "answer", "WAIVED");
            case "Task_Decide" -> decision(number);
            case "Task_ServeDecision" -> Map.of("method", "IN_PERSON", "servedOn", today(), "receivedBy", "The seller");
            case "Task_RecordPayment" -> Map.of("amount", 20000, "paidOn", today(), "receiptNo", "R-" + number);
            case "Task_PublishDecision" -> Map.of(
                    "channel",
                    "CREDIT_SYSTEM",
                    "address",
                    "https://credit.example/" + number,
                    "publishedOn",
                    today(),
                    "cleared",
                    true);
            default -> throw new IllegalArgumentException("no answer for " + task);
        };
    }

    /** What a gateway reads next, for an engine whose forms set variables and nothing else. */
    static Map<String, Object> gateways(String task) {
        return switch (task) {
            case "Task_ConfirmScreening" -> Map.of("decision", "accept");
            case "Task_ConfirmAssignment" -> Map.of("agency", "commerce", "jurisdiction", "commerce-330000");
            case "Task_CheckLead" -> Map.of("leadResult", "FILE");
            case "Task_DecideFiling" -> Map.of("filing", "FILE");
            case "Task_LegalReview" -> Map.of("review", "TELL_PARTY");
            case "Task_TellParty" -> Map.of("waived", true);
            case "Task_Decide" -> Map.of("decision", "PENALTY", "outstanding", true);
            case "Task_RecordPayment" -> Map.of("outstanding", false);
            case "Task_PublishDecision" -> Map.of("outcome", "PENALISED");
            default -> Map.of();
        };
    }

    private static Map<String, Object> evidence() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("infringement", "SELLING");
        fields.put("conductFrom", today());
        fields.put("conductTo", today());
        fields.put("facts", "The shop offered and sold bags with a copied mark.");
        fields.put("inspectedOn", today());
        fields.put("inspectionPlace", "The shop's warehouse");
        fields.put("firstOfficer", "Wang");
        fields.put("secondOfficer", "Li");
        fields.put("identification", "COUNTERFEIT");
        fields.put("identifiedBy", "The holder");
        fields.put("identifiedOn", today());
        fields.put("soldQuantity", 100);
        fields.put("soldValue", 15000);
        fields.put("unsoldQuantity", 50);
        fields.put("unsoldValue", 7500);
        fields.put("valuation", "MARKED_PRICE");
        fields.put("proposal", "PENALTY");
        fields.put("proposedFine", 20000);
        return fields;
    }

    private static Map<String, Object> decision(int number) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("decision", "PENALTY");
        fields.put("decisionNo", "D-" + number);
        fields.put("decidedOn", today());
        fields.put("fine", 20000);
        fields.put("reason", REASON);
        return fields;
    }

    /** Asked each time: a run that lasts over midnight must not date an act before the one it follows. */
    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }
}
