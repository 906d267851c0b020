package org.qingwang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.qingwang.support.HttpUser;

/** Somebody at a browser who knows nothing but what the screen shows. */
final class Person {

    /** How forms write a day, by the browser's language. */
    private static final Map<String, DateTimeFormatter> DAYS = Map.of(
            "en-US", DateTimeFormatter.ofPattern("MM/dd/uuuu"), "zh-CN", DateTimeFormatter.ofPattern("uuuu/MM/dd"));

    /** Without reading the whole application anew; the form of the task before is marked, and not taken for the new one. */
    private static final String TO_OTHER_TASK = """
            place => {
              document.querySelectorAll('.fjs-container').forEach(form => form.setAttribute('data-left', ''));
              location.hash = place;
            }""";

    private static final int FIRST_FAILURE = 400;

    private final Page page;
    private final int port;
    private final String locale;

    private final List<String> failedRequests = new ArrayList<>();

    private Page beside;

    private Person(Page page, int port, String locale) {
        this.page = page;
        page.onResponse(answer -> {
            if (answer.status() >= FIRST_FAILURE) {
                failedRequests.add(answer.status() + " " + answer.request().method() + " " + answer.url());
            }
        });
        this.port = port;
        this.locale = locale;
    }

    /** Somebody who has not signed in. */
    static Person stranger(Chromium chromium, int port, String locale) {
        return new Person(chromium.window(locale), port, locale);
    }

    /** Somebody who has not signed in and whose browser runs no scripts. */
    static Person withoutScripts(Chromium chromium, int port, String locale) {
        return new Person(chromium.windowWithoutScripts(locale), port, locale);
    }

    /** Signs in with the form, once for everything. */
    static Person signedIn(Chromium chromium, int port, String account, String locale) {
        Person person = stranger(chromium, port, locale);
        person.open("/login");
        person.page.locator("main input[name=username]").fill(account);
        person.page.locator("main input[name=password]").fill(HttpUser.DEMO_PASSWORD);
        person.goesOnBy("main [type=submit]");
        assertThat(person.page).not().hasURL(Pattern.compile(".*/login.*"));
        return person;
    }

    /** The same person, still signed in, with the browser in another language. */
    Person reading(Chromium chromium, String otherLocale) {
        return new Person(chromium.window(otherLocale, page.context().storageState()), port, otherLocale);
    }

    void open(String path) {
        page.navigate(address(path));
    }

    /** Opens something in a second tab, as one does to look at a case without leaving Tasklist. */
    Page opensBeside(String path) {
        if (beside == null) {
            beside = page.context().newPage();
        }
        beside.navigate(address(path));
        return beside;
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    /** Presses what leads to another page, and waits until that page is there as a whole. */
    void goesOnBy(String selector) {
        goesOn(() -> page.click(selector));
    }

    /**
     * Does what leads to another page, and waits until that page is there as a whole. The address may stay the same, and
     * the old page may still answer for a while: a mark on it tells them apart.
     */
    void goesOn(Runnable act) {
        page.evaluate("() => document.documentElement.setAttribute('data-left', '')");
        act.run();
        waitsFor("html:not([data-left])");
    }

    /** Waits until this is on screen, on a page that is there as a whole, though the page may load itself anew. */
    void waitsFor(String selector) {
        page.locator(selector).first().waitFor();
        page.waitForLoadState();
    }

    /** What the screens asked for and did not get. */
    List<String> failedRequests() {
        return failedRequests;
    }

    Page page() {
        return page;
    }

    /** The part of a name in two languages that this person reads on our pages. */
    String ownPartOf(String name) {
        String[] parts = name.split(" · ", 2);
        return locale.startsWith("zh") ? parts[1] : parts[0];
    }

    /** Waits until the page shows this text. */
    void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    /** Picks a process from Tasklist's list of what can be started. */
    void startsProcess(String name) {
        open("/camunda/app/tasklist/default/");
        page.locator(".start-process-action a").first().click();
        page.locator(".modal-body a, .modal-body button")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
        waitForForm();
    }

    /** Presses the start form's button and waits until its window is gone. */
    void sendsStartForm() {
        page.locator(".modal-footer .btn-primary").last().click();
        page.locator(".modal-dialog").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Opens a task in Tasklist, as from its list if Tasklist is on screen, and takes it. */
    void takesTask(String taskId) {
        String place = "#/?task=" + taskId;
        if (page.url().contains("/app/tasklist/default/") && !page.url().endsWith(place)) {
            page.evaluate(TO_OTHER_TASK, place);
        } else {
            open("/camunda/app/tasklist/default/" + place);
        }
        waitForForm();
        page.locator("[cam-tasklist-task-meta] .claim").click();
        assertThat(completeButton()).isEnabled();
    }

    void completesTask() {
        completeButton().click();
    }

    /** What the page complains about, with a picture of it under {@code target/browser}. */
    String notices(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "browser", name + ".png"))
                .setFullPage(true));
        return String.join(
                " | ", page.locator(".notifications, .fjs-form-field-error").allInnerTexts());
    }

    private Locator completeButton() {
        return page.locator("button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*(Complete|完成)\\s*$")))
                .last();
    }

    private void waitForForm() {
        page.locator(".fjs-container:not([data-left]) .fjs-element").first().waitFor();
        assertThat(cutLabels()).as("labels of which the end cannot be read").isEmpty();
    }

    /** The vendor's sheet cuts off what is longer than its column: of a name in two languages the second one. */
    private List<?> cutLabels() {
        return (List<?>) page.evaluate("""
                () => [...document.querySelectorAll('.fjs-form-field-label')]
                  .filter(label => label.scrollWidth > label.clientWidth + 1)
                  .map(label => label.textContent)""");
    }

    /**
     * Fills in fields of the form on screen. A value is a text, a day, a list of options to tick, or {@link Choice}.
     */
    void fills(Map<String, Object> fields) {
        fields.forEach(this::fill);
    }

    /** One option of a radio group or a list, by part of its label. */
    record Choice(String label) {}

    private void fill(String key, Object value) {
        if (value instanceof Choice choice) {
            choose(key, choice.label());
        } else if (value instanceof Boolean ticked) {
            page.locator("[id$='-Field_%s']".formatted(key)).first().setChecked(ticked);
        } else if (value instanceof LocalDate day) {
            Locator input =
                    page.locator("[id$='-Field_%s-date']".formatted(key)).first();
            page.waitForCondition(() -> hasCalendar(input));
            input.fill(day.format(DAYS.get(locale)));
            input.press("Enter");
            // Not Tab: it would open a list in the next field, which the next click would close again.
            input.blur();
        } else if (value instanceof List<?> options) {
            options.forEach(option -> page.locator(".fjs-form-field-checklist label")
                    .filter(new Locator.FilterOptions().setHasText(option.toString()))
                    .first()
                    .locator("input")
                    .check());
        } else {
            page.locator("[id$='-Field_%s']".formatted(key)).first().fill(value.toString());
        }
    }

    private void choose(String key, String label) {
        Locator radios = page.locator(".fjs-form-field-radio:has([id*='-Field_%s-'])".formatted(key));
        Locator list = page.locator(".fjs-form-field-select:has([id$='-Field_%s'])".formatted(key));
        radios.or(list).first().waitFor();
        if (radios.count() > 0) {
            options(radios, "label", label).locator("input").check();
        } else {
            list.locator(".fjs-input-group").click();
            options(list, ".fjs-dropdownlist-item", label).click();
            assertThat(list.locator(".fjs-dropdownlist")).hasCount(0);
        }
    }

    private static Locator options(Locator field, String selector, String label) {
        return field.locator(selector)
                .filter(new Locator.FilterOptions().setHasText(label))
                .first();
    }

    /** The calendar that is added to a date's field after it is drawn empties the field. */
    private static boolean hasCalendar(Locator date) {
        return (boolean) date.evaluate("field => Boolean(field._flatpickr?.config.onChange.length)");
    }
}
