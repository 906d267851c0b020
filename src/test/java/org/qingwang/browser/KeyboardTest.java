package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.qingwang.support.HttpUser;
import org.qingwang.support.QingwangTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** If this fails, whoever cannot use a mouse does not get in, or cannot bring a list of complaints. */
@QingwangTest
class KeyboardTest {

    private static final int FAR = 40;

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    @LocalServerPort
    int port;

    @Test
    void somebodySignsInAndSendsAListWithoutAMouse() {
        Person officer = Person.stranger(chromium, port, "en-US");
        Page page = officer.page();

        officer.open("/login");
        tabTo(page, "#username");
        page.keyboard().type("commerce-zj");
        tabTo(page, "#password");
        page.keyboard().type(HttpUser.DEMO_PASSWORD);
        officer.goesOn(() -> page.keyboard().press("Enter"));
        assertThat(page).hasURL(Pattern.compile(".*/desk"));

        tabTo(page, "nav a[href='/desk/complaints/import']");
        officer.goesOn(() -> page.keyboard().press("Enter"));
        assertThat(page).hasURL(Pattern.compile(".*/import"));
        // Told to hand the dialog over only when the key is pressed, the browser sometimes opens its own and waits in
        // it.
        page.onFileChooser(dialog -> {});
        tabTo(page, "input[type=file]");
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
        chooser.setFiles(new FilePayload(
                "keyboard.csv", "text/csv", "receivedOn,listingUrl\n".getBytes(StandardCharsets.UTF_8)));
        tabTo(page, "form[enctype] button");
        officer.goesOn(() -> page.keyboard().press("Enter"));

        assertThat(page).hasURL(Pattern.compile(".*/import/DR-.*"));
        assertThat(page.locator("main")).containsText("keyboard.csv");
    }

    /** The header's links come first on every page; nobody should have to walk through them each time. */
    @Test
    void theFirstKeyLeadsPastTheHeader() {
        Person officer = Person.signedIn(chromium, port, "commerce-zj", "en-US");
        Page page = officer.page();
        officer.open("/desk/complaints/import");

        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").innerText()).isEqualTo("Skip to the content");
        assertThat(page.locator(":focus").boundingBox().y).as("it is on screen").isNotNegative();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("() => document.querySelector('main').contains(document.activeElement)"))
                .isTrue();
    }

    /** Presses the tabulator until this has the focus, and sees where it is. */
    private static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < FAR; presses++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() > 0) {
                assertThat((String) page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"
                                + " + getComputedStyle(document.activeElement).boxShadow"))
                        .as("what shows the focus on " + selector)
                        .isNotEqualTo("nonenone");
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }
}
