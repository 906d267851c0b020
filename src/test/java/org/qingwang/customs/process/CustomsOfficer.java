package org.qingwang.customs.process;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.qingwang.agency.Actor;
import org.qingwang.casefile.process.CaseStories;
import org.qingwang.customs.Recordation;
import org.qingwang.customs.RecordationService;
import org.qingwang.customs.RightKind;
import org.qingwang.rights.RightsImportService;
import org.qingwang.support.FormWork;
import org.qingwang.support.SignIn;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/** Takes cases of Zhejiang's customs from step to step in tests, as its officers do: by submitting forms. */
@Component
public class CustomsOfficer extends FormWork {

    static final String AGENCY = "customs-330000";
    static final Actor OFFICER = SignIn.officer(AGENCY);
    static final Actor HEAD = SignIn.head(AGENCY);

    /** A recorded trade mark of the demonstration, in force until 2029. */
    static final String RECORDATION = "T2024-90001";

    private final CaseStories stories;

    private final RecordationService recordations;
    private final RightsImportService register;

    CustomsOfficer(CaseStories stories, RecordationService recordations, RightsImportService register) {
        this.stories = stories;
        this.recordations = recordations;
        this.register = register;
    }

    /** A recordation whose own term runs for years, of a mark that expires on this day by the register. */
    public Recordation recordationOfAMarkUntil(LocalDate expires) {
        String number = String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000, 999_999_999));
        String mark = "office,registrationNo,mark,status,statusDate,filed,registered,expires\nCN," + number
                + ",晨光,已注册,2015-01-02,2014-01-02,2015-01-02," + expires + "\n";
        register.importFile(new ByteArrayResource(mark.getBytes(StandardCharsets.UTF_8)));
        Recordation recordation = new Recordation(
                "T" + number,
                RightKind.TRADEMARK,
                number,
                "晨光",
                "晨光文具有限公司",
                LocalDate.of(2020, 1, 5),
                LocalDate.of(2035, 12, 31),
                null,
                false);
        recordations.take(recordation);
        return recordation;
    }

    /** A case whose goods are to be examined. */
    public String assigned() {
        String caseNo = stories.open(AGENCY);
        submit(caseNo, "Task_ConfirmAssignment", HEAD, Map.of("decision", "CONFIRM"));
        return caseNo;
    }

    public String examined(Map<String, Object> examination) {
        String caseNo = assigned();
        submit(caseNo, "Task_ExamineGoods", examination);
        return caseNo;
    }

    /** A case ex officio whose holder was notified today. */
    public String notified(Map<String, Object> examination) {
        String caseNo = examined(examination);
        submit(caseNo, "Task_NotifyHolder", notice());
        return caseNo;
    }

    /** A case ex officio whose goods were detained today. */
    public String detained(Map<String, Object> examination) {
        String caseNo = notified(examination);
        submit(caseNo, "Task_RecordAnswer", answer());
        submit(caseNo, "Task_DetainGoods", detention());
        return caseNo;
    }

    /** A case on application whose goods were detained today. */
    public String detainedOnApplication(Map<String, Object> examination) {
        String caseNo = examined(with(examination, "route", "APPLICATION"));
        submit(caseNo, "Task_CheckApplication", application());
        submit(caseNo, "Task_DetainGoods", detention());
        return caseNo;
    }

    /** A case whose goods are confiscated. */
    public String confiscated(Map<String, Object> examination) {
        String caseNo = detained(examination);
        submit(caseNo, "Task_Determine", determination("INFRINGING"));
        submit(caseNo, "Task_DecideConfiscation", HEAD, confiscation());
        return caseNo;
    }

    /** A case closed with goods destroyed and costs settled. */
    public String closed() {
        String caseNo = confiscated(examination());
        submit(caseNo, "Task_DisposeGoods", destruction());
        submit(caseNo, "Task_SettleCosts", costs());
        return caseNo;
    }

    void submit(String caseNo, String taskKey, Map<String, Object> form) {
        submit(caseNo, taskKey, OFFICER, form);
    }

    public String day(int fromToday) {
        return today().plusDays(fromToday).toString();
    }

    /** 300 pairs of shoes for 60,000 yuan leave by express parcel: half of it, 30,000 yuan, is the security. */
    public Map<String, Object> examination() {
        Map<String, Object> form = new HashMap<>();
        form.put("finding", "SUSPECTED");
        form.put("route", "EX_OFFICIO");
        form.put("direction", "EXPORT");
        form.put("channel", "EXPRESS");
        form.put("port", "Hangzhou Xiaoshan");
        form.put("declarationNo", "EX-1");
        form.put("declaredOn", day(-2));
        form.put("examinedOn", day(0));
        form.put("firstOfficer", "Li Lei 330001");
        form.put("secondOfficer", "Han Mei 330002");
        form.put("consignor", "Yiwu Trading");
        form.put("consignee", "J. Doe, Rotterdam");
        form.put("goods", "Sports shoes");
        form.put("quantity", "300");
        form.put("value", "60000");
        form.put("currency", "CNY");
        form.put("origin", "China");
        form.put("rightKind", "TRADEMARK");
        form.put("recordationNo", RECORDATION);
        form.put("holder", "Holder of the mark");
        form.put("parallelImport", "NOT_CONCERNED");
        form.put("licence", "NONE");
        form.put("personalUse", "BEYOND");
        form.put("reason", "The label differs from the recorded mark's");
        return form;
    }

    /** A stroller on a recorded patent. */
    Map<String, Object> patentExamination() {
        return with(examination(), "rightKind", "PATENT", "recordationNo", "P2022-90003");
    }

    Map<String, Object> notice() {
        return Map.of(
                "noticeNo", "TZ-1", "servedOn", day(0), "method", "ELECTRONIC", "receivedBy", "Agent of the holder");
    }

    Map<String, Object> answer() {
        return Map.of(
                "answer",
                "APPLIES",
                "answeredOn",
                day(0),
                "securityKind",
                "CASH",
                "securityAmount",
                "30000",
                "securityNo",
                "BZJ-1");
    }

    Map<String, Object> application() {
        return Map.of(
                "decision",
                "ACCEPT",
                "applicationNo",
                "SQ-1",
                "appliedOn",
                day(0),
                "evidence",
                "Photographs, test buy",
                "securityKind",
                "CASH",
                "securityAmount",
                "60000",
                "securityNo",
                "BZJ-2");
    }

    Map<String, Object> detention() {
        return Map.of(
                "receiptNo",
                "KL-1",
                "detainedOn",
                day(0),
                "quantity",
                "300",
                "value",
                "60000",
                "warehouse",
                "Bonded warehouse 2",
                "consigneeToldOn",
                day(0),
                "holderToldOn",
                day(0));
    }

    public Map<String, Object> determination(String result) {
        return Map.of("result", result, "determinedOn", day(0), "reason", "Compared with the holder's samples");
    }

    Map<String, Object> notDeterminable() {
        return with(determination("NOT_DETERMINABLE"), "noticeNo", "TZ-2", "noticeServedOn", day(0));
    }

    Map<String, Object> court(String event) {
        return Map.of("event", event, "happenedOn", day(0), "documentNo", "(2026) 1", "reason", "As the document says");
    }

    public Map<String, Object> confiscation() {
        return Map.of(
                "decision",
                "CONFISCATE",
                "decisionNo",
                "MS-1",
                "decidedOn",
                day(0),
                "quantity",
                "300",
                "value",
                "60000",
                "noticeNo",
                "TZ-3",
                "noticeServedOn",
                day(0),
                "reason",
                "Counterfeit marks on export goods");
    }

    Map<String, Object> destruction() {
        return Map.of(
                "welfareUsable",
                false,
                "holderWilling",
                false,
                "featuresRemovable",
                false,
                "exceptional",
                false,
                "orderReason",
                "The soles carry the mark",
                "method",
                "DESTRUCTION",
                "disposedOn",
                day(0),
                "quantity",
                "300",
                "recipient",
                "Incinerator 1");
    }

    public Map<String, Object> costs() {
        return Map.of(
                "storage", "1200.50", "custody", "300", "disposal", "2000", "statementNo", "JS-1", "settledOn", day(0));
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
