package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.platform.process.Notifier;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A seller hit by a notice declares, nobody complains or sues, and its listing is back on the right day. Platform, seller
 * and rights holder have nothing but a link and a browser without scripts. If this fails, whoever is hit by a wrong
 * notice stays off sale, whatever the other tests say.
 */
@QingwangTest
class NoticeStoryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-30T02:00:00Z");

    /** The fifteenth day after Monday 30 November is Tuesday 15 December, a working day: until midnight in China. */
    private static final Instant LAST_MINUTE = Instant.parse("2026-12-15T15:59:00Z");

    private static final Instant NEXT_MORNING = Instant.parse("2026-12-16T01:00:00Z");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Notifier notifier;

    private Person officer;
    private String noticeNo;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void aListingIsRestoredOnTheRightDayAfterItsSellerCountered() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        officer = Person.signedIn(chromium, port, "commerce-zj", "en-US");
        Person platform = Person.withoutScripts(chromium, port, "en-US");
        Person seller = Person.withoutScripts(chromium, port, "zh-CN");
        Person holder = Person.withoutScripts(chromium, port, "en-US");

        sendsNotice(notifier.assigned());
        reportsMeasures(platform, link());
        declares(seller, link());
        reportsDelivery(platform, link());
        String holderLink = link();
        weighs(holder, holderLink);

        ClockUtil.setCurrentTime(Date.from(LAST_MINUTE));
        notifier.fireTimers(noticeNo);
        officer.open("/desk/notices/" + noticeNo);
        officer.sees("under a measure, contested");

        ClockUtil.setCurrentTime(Date.from(NEXT_MORNING));
        notifier.fireTimers(noticeNo);
        officer.open("/desk/notices/" + noticeNo);
        officer.sees("to be restored");
        holder.open(holderLink);
        holder.sees("This answer is no longer needed");

        restores(platform, link());
        officer.open("/desk/notices/" + noticeNo);
        officer.sees("Contested, listings restored");
        officer.sees("15 days without news of a complaint or suit");
        for (Person person : List.of(officer, platform, seller, holder)) {
            assertThat(person.failedRequests()).isEmpty();
        }
    }

    private void sendsNotice(String caseNo) {
        officer.open("/desk/cases/" + caseNo + "/notices/new");
        Page page = officer.page();
        page.fill("[name=platform]", "Shop Street");
        page.fill("[name=seller]", "Good Shoes Ltd");
        page.fill("[name=holder]", "Red Leaf Leather Ltd");
        page.fill("[name=rightName]", "RED LEAF");
        page.fill("[name=evidence]", "Registration 880 and a test purchase with the holder's identification");
        page.fill("[name=listings]", "https://shop-street.example/item/" + caseNo);
        officer.goesOnBy("main form [type=submit]");
        noticeNo = page.url().replaceFirst(".*/", "");
    }

    /** The officer makes a link for what the notice awaits, and reads it to whoever it is for. */
    private String link() {
        officer.open("/desk/notices/" + noticeNo);
        officer.goesOnBy("form[action$='/links'] [type=submit]");
        return officer.page().locator("main code").first().innerText().replaceFirst("^.*(?=/answer/)", "");
    }

    private void reportsMeasures(Person platform, String link) {
        platform.open(link);
        platform.goesOnBy("form[action$='/receipt'] button");
        platform.sees("Receipt confirmed on");
        Page page = platform.page();
        page.check("[name=answer][value=TAKEN]");
        page.selectOption("[name=measure]", "TAKE_DOWN");
        page.fill("[name=takenAt]", "2026-11-30T09:30");
        page.fill("[name=forwardedOn]", "2026-11-30");
        platform.goesOnBy("form[action*='/measures'] button:not(.first)");
        platform.sees("Your answer is recorded");
    }

    private void declares(Person seller, String link) {
        seller.open(link);
        Page page = seller.page();
        page.fill("[name=statement]", "本店自权利人的经销商进货。");
        page.fill("[name=evidence]", "经销商授权书及其开具的第七号、第八号发票，原件可供查验，详见附件。");
        page.fill("[name=declarant]", "好鞋公司");
        page.setInputFiles(
                "[name=file]",
                new FilePayload(
                        "授权书.pdf", "application/pdf", ("%PDF-1.7 " + noticeNo).getBytes(StandardCharsets.ISO_8859_1)));
        seller.goesOnBy("form[action*='/declaration'] button:not(.first)");
        seller.sees("您的答复已记录");
        seller.open(link);
        seller.sees("不能在此修改");
    }

    private void reportsDelivery(Person platform, String link) {
        platform.open(link);
        platform.sees("授权书.pdf");
        platform.page().fill("[name=deliveredOn]", "2026-11-30");
        platform.page().fill("[name=delivery]", "E-mail to the legal department");
        platform.goesOnBy("form[action*='/delivery'] button:not(.first)");
        platform.sees("Your answer is recorded");
    }

    private void weighs(Person holder, String link) {
        holder.open(link);
        holder.sees("15 Dec 2026");
        holder.sees("本店自权利人的经销商进货。");
        byte[] file = holder.page()
                .context()
                .request()
                .get("http://localhost:" + port
                        + holder.page().locator("main a[href*='/files/']").getAttribute("href"))
                .body();
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.7 " + noticeNo);
    }

    private void restores(Person platform, String link) {
        platform.open(link);
        assertThat(platform.page().locator("main li:has-text('to be restored')"))
                .hasCount(1);
        platform.page().fill("[name=restoredOn]", "2026-12-16");
        platform.goesOnBy("form[action*='/restoration'] button:not(.first)");
        platform.sees("Your answer is recorded");
    }
}
