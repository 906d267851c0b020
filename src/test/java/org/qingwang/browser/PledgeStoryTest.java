package org.qingwang.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.browser.Person.Choice;
import org.qingwang.pledge.CreditCode;
import org.qingwang.pledge.process.Pledger;
import org.qingwang.support.QingwangTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A firm with nothing but a mail and a browser without scripts signs a pledge, the office countersigns it in Tasklist,
 * anybody verifies it; half a year later its return breaks a commitment, and it puts that right. If this fails, pledges
 * are kept by the tests alone.
 */
@QingwangTest
class PledgeStoryTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T02:00:00Z");

    /** The text asks for a return each six months: the first period ends with 30 June. */
    private static final Instant SUMMER = Instant.parse("2026-07-02T02:00:00Z");

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Autowired
    Pledger pledger;

    @Autowired
    JdbcClient jdbc;

    private Person office;
    private Person officer;
    private Person firm;
    private String code;
    private String pledgeNo;

    /** All tests come from one address. */
    @AfterEach
    void forgetRequestsAndTheDay() {
        jdbc.sql("delete from public_allowance").update();
        ClockUtil.reset();
    }

    @Test
    void aFirmSignsByItsLinkIsHeldToItsReturnAndPutsItRight() {
        ClockUtil.setCurrentTime(Date.from(NEW_YEAR));
        office = Person.signedIn(chromium, port, "office", "en-US");
        officer = Person.signedIn(chromium, port, "commerce-zj", "en-US");
        firm = Person.withoutScripts(chromium, port, "en-US");

        code = pledger.firm().value();
        isAsked();
        signs();
        works(office, "Task_Countersign", Map.of("decision", new Choice("Countersign")));
        isPublishedAndVerified();
        namesAnotherSignatoryAndLosesItsLink();

        ClockUtil.setCurrentTime(Date.from(SUMMER));
        reports();
        isFoundBroken();
        corrects();
        works(
                officer,
                "Task_CheckCorrection",
                Map.of("decision", new Choice("Corrected ·"), "note", "Declarations are weighed by two people now."));
        firm.open("/pledges/" + pledgeNo);
        firm.waitsFor("main article .state:text-is('corrected')");
        for (Person person : List.of(office, officer, firm)) {
            assertThat(person.failedRequests()).isEmpty();
        }
    }

    private void isAsked() {
        office.open("/desk/pledges/invite");
        office.page().fill("[name=codes]", code);
        office.page().selectOption("[name=text]", "e-commerce-law/1");
        office.goesOnBy("main form[action*='/invite'] [type=submit]");
        pledger.runJobs(office.page().url().replaceFirst(".*/", ""));
        pledgeNo = pledger.newestOf(new CreditCode(code));
        pledger.runJobs(pledgeNo);
    }

    private void signs() {
        firm.open(linkInOutbox());
        Page page = firm.page();
        for (int number = 1; number <= 7; number++) {
            page.check("[name=answer%d][value=accept]".formatted(number));
        }
        firm.goesOnBy("form[action$='/answers'] button");
        firm.sees("This is what you sign, word for word.");
        page.fill("[name=name]", "Zhou Min");
        page.fill("[name=role]", "Legal representative");
        page.check("[name=authorised]");
        firm.goesOnBy("form[action$='/signature'] button");
        firm.sees("You have signed.");
    }

    private void isPublishedAndVerified() {
        firm.open(linkInOutbox());
        String verification = firm.page()
                .locator("main code")
                .filter(certificateCode())
                .first()
                .innerText();
        firm.open("/pledges");
        firm.goesOnBy("main a[href$='/pledges/%s']".formatted(pledgeNo));
        firm.sees("in force");
        firm.open("/pledges/verify");
        firm.page().fill("[name=code]", verification.toLowerCase(Locale.ROOT));
        firm.goesOnBy("main form button");
        firm.sees("The certificate is real, what was signed is unchanged, and the pledge is in force.");
    }

    private void namesAnotherSignatoryAndLosesItsLink() {
        String lost = linkInOutbox();
        firm.open(lost);
        firm.page().click("details:has(form[action$='/signatory']) summary");
        firm.page().fill("form[action$='/signatory'] [name=name]", "Wang Fang");
        firm.page().fill("form[action$='/signatory'] [name=role]", "Managing director");
        firm.goesOnBy("form[action$='/signatory'] button");
        firm.sees("Wang Fang, Managing director");
        firm.open("/pledges/link");
        firm.page().fill("[name=code]", code);
        firm.goesOnBy("main form button");
        firm.sees("a new link is on its way to its registered address");
        firm.open(linkInOutbox());
        assertThat(firm.page().locator(".timeline strong").allInnerTexts())
                .contains("Asked for the pledge", "Signed", "Published, in force", "Another signatory named");
        Person finder = Person.withoutScripts(chromium, port, "en-US");
        finder.open(lost);
        finder.sees("A newer link was sent");
    }

    private static Locator.FilterOptions certificateCode() {
        return new Locator.FilterOptions().setHasText(Pattern.compile("^[A-Z2-9]{4}(-[A-Z2-9]{4})+$"));
    }

    private void reports() {
        pledger.runJobs(pledgeNo);
        firm.open(linkInOutbox());
        Page page = firm.page();
        firm.sees("Next: send your return below.");
        page.setInputFiles("[name=file]", new Path[] {report("aliexpress-4.csv"), report("aliexpress-7.csv")});
        firm.goesOnBy("form[action*='/return'] button");
        firm.sees("Kept. This page shows where your pledge stands.");
        firm.sees("Files of your return");
    }

    /** What a platform published for the first half of 2026. */
    private static Path report(String name) {
        return Path.of("src", "test", "resources", "returns", name);
    }

    /** 63,251 of 178,230 complaints of sellers reversed a measure, more than the quarter that is promised. */
    private void isFoundBroken() {
        officer.open("/desk/pledges/firms/" + code + "/returns");
        assertThat(officer.page().locator("main").textContent()).contains("is 432,714, its parts together are 0");
        officer.open("/desk/pledges/" + pledgeNo);
        assertThat(officer.page().locator("main").textContent()).contains("Return: 35.5 % (aliexpress-7.csv:");
        Locator open = officer.page().locator("form[action$='/findings'] fieldset:has(option[value='']:checked)");
        for (Locator drawn : open.all()) {
            drawn.locator("[name^=value]").fill("0");
        }
        for (Locator result : officer.page().locator("[name^=result]").all()) {
            if (result.inputValue().isEmpty()) {
                result.selectOption("KEPT");
            }
        }
        officer.goesOnBy("form[action$='/findings'] button");
        officer.waitsFor("main article td .state:text-is('broken')");
        works(
                officer,
                "Task_CheckCommitments",
                Map.of("note", "A third of all declarations of sellers proved right.", "days", "5"));
    }

    private void corrects() {
        firm.open(linkInOutbox());
        firm.sees("A third of all declarations of sellers proved right.");
        firm.page().fill("[name=correction]", "Two people weigh each declaration before a measure.");
        firm.goesOnBy("form[action$='/correction'] button");
        firm.sees("Kept. This page shows where your pledge stands.");
    }

    /** The newest mail about the pledge is the one whose link opens. */
    private String linkInOutbox() {
        office.open("/desk/outbox");
        office.goesOn(() -> office.page()
                .locator("main tr:has-text('%s') a".formatted(pledgeNo))
                .first()
                .click());
        return office.page()
                .locator("main a[href*='/pledges/sign/']")
                .first()
                .getAttribute("href")
                .replaceFirst("^.*(?=/pledges/sign/)", "");
    }

    private void works(Person person, String step, Map<String, Object> answers) {
        person.takesTask(pledger.task(pledgeNo, step).getId());
        person.fills(answers);
        person.completesTask();
        await("the end of " + step)
                .atMost(Duration.ofSeconds(60))
                .until(() -> !pledger.open(pledgeNo).contains(step));
    }
}
