package org.qingwang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.agency.Actor;
import org.qingwang.commerce.process.Investigator;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small rights holder reports a counterfeit on a telephone without scripts, with two files, and follows it to its
 * outcome. If this fails, whoever has no lawyer and no computer is not heard, whatever the other tests say.
 */
@QingwangTest
class ComplaintStoryTest {

    private static final int TELEPHONE = 360;
    private static final Actor OFFICER = SignIn.officer("commerce-330000");
    private static final Actor HEAD = SignIn.head("commerce-330000");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Investigator office;

    @Autowired
    ComplaintService complaints;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    private final String own = UUID.randomUUID().toString().substring(0, 8);
    private Person holder;
    private Page page;

    /** All tests come from one address. */
    @AfterEach
    void forgetRequests() {
        jdbc.sql("delete from public_allowance").update();
    }

    @Test
    void aComplaintIsFiledOnATelephoneAndFollowedToItsOutcome() {
        holder = Person.withoutScripts(chromium, port, "zh-CN");
        page = holder.page();
        page.setViewportSize(TELEPHONE, 780);
        holder.open("/");
        fits();
        holder.goesOnBy("main a[href='/public/complaints/new']");
        forgetsTheContact();
        filesIt();
        String receiptNo = page.locator(".receipt code").first().innerText();
        String secret = page.locator(".receipt code").last().innerText();

        holder.goesOnBy("main a[role=button]");
        fits();
        page.fill("[name=receiptNo]", receiptNo);
        page.fill("[name=secret]", secret);
        page.locator("[name=secret]").press("Enter");
        holder.sees("已收到，待审查");
        fits();

        isHandled(receiptNo);
        page.reload();
        holder.sees("已办结");
        holder.sees("不予立案");
        fits();
        assertThat(holder.failedRequests()).isEmpty();
    }

    private void forgetsTheContact() {
        page.selectOption("[name=complainantType]", "RIGHTS_HOLDER");
        page.fill("[name=complainantName]", "李梅");
        page.fill("[name=right]", "红叶");
        page.check("[name=claim][value=COUNTERFEIT_MARK]");
        page.fill("[name=sellerName]", "好鞋 " + own);
        page.selectOption("[name=sellerRegion]", "330000");
        page.fill("[name=listingUrls]", "https://shop.example/1" + own + "\nhttps://shop.example/2" + own);
        page.setInputFiles("[name=file]", new FilePayload[] {
            file("照片.jpg", "\u00FF\u00D8\u00FF\u00E0\0\u0010JFIF\0 "), file("说明.pdf", "%PDF-1.7 ")
        });
        fits();
        page.locator("[name=goods]").fill("鞋");
        holder.goesOn(() -> page.locator("[name=goods]").press("Enter"));
        assertThat(page.locator(".receipt").count())
                .as("the Enter key in a field files nothing")
                .isZero();
        holder.goesOn(() -> page.locator("button[value=file]").press("Enter"));
        holder.sees("有 1 处需要更正");
        fits();
        assertThat(page.locator("#problems a").getAttribute("href")).isEqualTo("#field-contact");
        assertThat(page.locator(".kept li").count()).as("files are kept").isEqualTo(2);
    }

    private void filesIt() {
        page.fill("#field-contact", "13800000000");
        holder.goesOn(() -> page.locator("button[value=file]").press("Enter"));
        holder.sees("您的投诉举报已提交");
        fits();
    }

    /** The office looks into it, and finds the shop gone. */
    private void isHandled(String receiptNo) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(receiptNo, "complaint")
                .singleResult()
                .getId();
        jobs.createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
        office.submit(receiptNo, "Task_ConfirmScreening", OFFICER, Map.of("decision", "ACCEPT"));
        String caseNo = complaints.find(receiptNo).orElseThrow().caseNo().orElseThrow();
        office.submit(caseNo, "Task_ConfirmAssignment", HEAD, Map.of("decision", "CONFIRM"));
        office.submit(
                caseNo,
                "Task_CheckLead",
                OFFICER,
                Map.of("result", "NOT_FILE", "checkedOn", office.today().toString(), "reason", "The shop is gone"));
        office.submit(caseNo, "Task_DecideFiling", HEAD, Map.of("decision", "NOT_FILE", "reason", "The shop is gone"));
    }

    private void fits() {
        int wide = (int) page.evaluate("() => document.documentElement.scrollWidth");
        assertThat(wide).as("width of " + page.url()).isLessThanOrEqualTo(TELEPHONE);
    }

    private FilePayload file(String name, String start) {
        return new FilePayload(name, "application/octet-stream", (start + own).getBytes(StandardCharsets.ISO_8859_1));
    }
}
