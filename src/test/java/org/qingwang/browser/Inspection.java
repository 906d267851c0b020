package org.qingwang.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What is wrong with a page for somebody who hears it, reads it on a telephone, or reads no English. */
final class Inspection {

    private static final int DESKTOP = 1400;
    private static final int TELEPHONE = 360;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final Pattern KEY_WITHOUT_TEXT = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Names that are the same in both languages, and the numbers and accounts the test's pages are about. */
    private static final Pattern NAME = Pattern.compile(
            "Tasklist|Cockpit|Camunda Admin|RED LEAF|English|SHA-256|(TS|AJ|DR)-[\\w-]+|commerce-[\\w-]+|[\\w-]+\\.(jpg|csv)");

    /** Violations alone: the whole report of a long page takes longer than the page. */
    private static final String FAULTS_OF_ACCESS = """
            async ({rules, colours}) => {
              const report = await axe.run({runOnly: rules, rules: {'color-contrast': {enabled: colours}},
                resultTypes: ['violations'], iframes: false});
              return report.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id}, ${rule.help}: ${node.target} ${node.html}`));
            }""";

    /** What labels, headings and buttons say, without the data inside them. */
    private static final String WORDS = """
            (page = document) => {
              const texts = [page.title];
              const labels = 'h1, h2, h3, legend, dt, label, button, summary, caption, th[scope=col], option, nav a, '
                + '[role=button], .state, .numbers span, .notice, p.quiet, small';
              for (const element of page.querySelectorAll(labels)) {
                if (page === document && !element.checkVisibility() && element.tagName !== 'OPTION') continue;
                const words = element.cloneNode(true);
                words.querySelectorAll('code, bdi, time, input, select, textarea, .said').forEach(data => data.remove());
                texts.push(words.textContent);
              }
              for (const element of page.querySelectorAll('[aria-label]')) texts.push(element.ariaLabel);
              for (const element of page.querySelectorAll('[placeholder]')) texts.push(element.placeholder);
              return texts.map(text => text.replace(/\\s+/g, ' ').trim()).filter(text => text);
            }""";

    /** A page asked for from another one, and read without being drawn. */
    private static final String TEXT_AND_WORDS = """
            async address => {
              const answer = await fetch(address, {headers: {Accept: 'text/html'}});
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              return [page.body.textContent, ...(%s)(page)];
            }""".formatted(WORDS);

    private static final String LINKS_TO_NOTHING = """
            () => [...document.querySelectorAll("a[href^='#']")].map(link => link.getAttribute('href'))
              .filter(place => !document.getElementById(place.substring(1)))""";

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private Inspection(Page page) {
        this.page = page;
    }

    /**
     * The rules of access care little for the language, and every run of them takes longer than its page: English is
     * checked on a desk; Chinese on a telephone, for pages of the public; and colours, the longest check, once.
     *
     * @return a sentence for each fault; none if the page is as it should be
     */
    static List<String> of(Page page, boolean inChinese, boolean isPublic) {
        Inspection inspection = new Inspection(page);
        if (inChinese) {
            inspection.checkOnTelephone(isPublic);
        } else {
            inspection.checkOnDesk();
        }
        return inspection.faults;
    }

    /**
     * Whether a page of the staff speaks Chinese: its size and access were looked at in English.
     *
     * @param reader any page of the same person
     */
    static List<String> ofWords(Page reader, String address) {
        Inspection inspection = new Inspection(reader);
        List<String> texts = texts(reader.evaluate(TEXT_AND_WORDS, address));
        inspection.checkKeys(texts.get(0));
        inspection.checkChinese(texts.subList(1, texts.size()));
        return inspection.faults;
    }

    private void checkOnDesk() {
        checkWords(false);
        checkPlaces();
        checkAccess(true);
        page.setViewportSize(TELEPHONE, 844);
        checkWidth();
        page.setViewportSize(DESKTOP, 1000);
    }

    private void checkOnTelephone(boolean isPublic) {
        page.setViewportSize(TELEPHONE, 844);
        checkWords(true);
        checkPlaces();
        checkWidth();
        if (isPublic) {
            checkAccess(false);
        }
    }

    /** Lets the rules of access be checked on every page opened here from now on, without sending them to each anew. */
    static void prepare(Page page) {
        page.addInitScript(AxeBuilder.getAxeScript());
    }

    private void checkAccess(boolean colours) {
        ((List<?>) page.evaluate(FAULTS_OF_ACCESS, Map.of("rules", RULES, "colours", colours)))
                .forEach(fault -> faults.add(fault.toString()));
    }

    private void checkWidth() {
        int wide = (int) page.evaluate("() => document.documentElement.scrollWidth");
        if (wide > TELEPHONE) {
            faults.add("on a telephone the page is %d px wide".formatted(wide));
        }
    }

    /** Above all from what is wrong to the field that is: it may be far below. */
    private void checkPlaces() {
        ((List<?>) page.evaluate(LINKS_TO_NOTHING))
                .forEach(link -> faults.add("a link within the page that leads nowhere: " + link));
    }

    private void checkWords(boolean inChinese) {
        checkKeys(page.innerText("body"));
        if (inChinese) {
            checkChinese(texts(page.evaluate(WORDS)));
        }
    }

    private void checkKeys(String text) {
        KEY_WITHOUT_TEXT.matcher(text).results().forEach(key -> faults.add("a message without text: " + key.group()));
    }

    private void checkChinese(List<String> words) {
        words.stream().filter(Inspection::isEnglish).distinct().forEach(english -> faults.add("English: " + english));
    }

    private static List<String> texts(Object texts) {
        return ((List<?>) texts).stream().map(Object::toString).toList();
    }

    private static boolean isEnglish(String words) {
        return !CHINESE.matcher(words).find()
                && ENGLISH.matcher(NAME.matcher(words).replaceAll("")).find();
    }
}
