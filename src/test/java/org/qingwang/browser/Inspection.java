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
            async rules => {
              const report = await axe.run({runOnly: rules, rules: {'color-contrast': {enabled: false}},
                resultTypes: ['violations'], iframes: false});
              return report.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id}, ${rule.help}: ${node.target} ${node.html}`));
            }""";

    /**
     * Whether the words of a page stand out from what is behind them. This takes longer than all other rules: words are
     * looked at whose colours, size and weight were not found good on any page before.
     */
    private static final String FAULTS_OF_COLOUR = """
            async known => {
              const fresh = new Map();
              for (const element of document.body.querySelectorAll('*')) {
                const says = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
                if (!says && !element.matches('input, select, textarea')) continue;
                const style = getComputedStyle(element);
                const look = [style.color, style.fontSize, style.fontWeight];
                for (let behind = element; behind; behind = behind.parentElement) {
                  const {backgroundColor, backgroundImage, opacity} = getComputedStyle(behind);
                  look.push(backgroundColor, backgroundImage, opacity);
                  if (/^rgb\\(/.test(backgroundColor)) break;
                }
                const key = look.join(' ');
                if (!known.includes(key) && !fresh.has(key)) fresh.set(key, element);
              }
              if (!fresh.size) return {faults: [], good: []};
              const report = await axe.run({include: [...fresh.values()]},
                {runOnly: ['color-contrast'], resultTypes: ['violations'], iframes: false});
              const faults = report.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.id}, ${rule.help}: ${node.target} ${node.html}`));
              return {faults, good: faults.length ? [] : [...fresh.keys()]};
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
    private final List<String> goodLooks;
    private final List<String> faults = new ArrayList<>();

    private Inspection(Page page, List<String> goodLooks) {
        this.page = page;
        this.goodLooks = goodLooks;
    }

    /**
     * The rules of access care little for the language, and every run of them takes longer than its page: English is
     * checked on a desk; Chinese on a telephone, for pages of the public; and colours, the longest check, once.
     *
     * @param goodLooks of words, on the pages before; those of this page are added
     * @return a sentence for each fault; none if the page is as it should be
     */
    static List<String> of(Page page, boolean inChinese, boolean isPublic, List<String> goodLooks) {
        Inspection inspection = new Inspection(page, goodLooks);
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
        Inspection inspection = new Inspection(reader, List.of());
        List<String> texts = texts(reader.evaluate(TEXT_AND_WORDS, address));
        inspection.checkKeys(texts.get(0));
        inspection.checkChinese(texts.subList(1, texts.size()));
        return inspection.faults;
    }

    private void checkOnDesk() {
        checkWords(false);
        checkPlaces();
        checkAccess();
        checkColours();
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
            checkAccess();
        }
    }

    /** Lets the rules of access be checked on every page opened here from now on, without sending them to each anew. */
    static void prepare(Page page) {
        page.addInitScript(AxeBuilder.getAxeScript());
    }

    private void checkAccess() {
        ((List<?>) page.evaluate(FAULTS_OF_ACCESS, RULES)).forEach(fault -> faults.add(fault.toString()));
    }

    private void checkColours() {
        Map<?, ?> found = (Map<?, ?>) page.evaluate(FAULTS_OF_COLOUR, goodLooks);
        faults.addAll(texts(found.get("faults")));
        goodLooks.addAll(texts(found.get("good")));
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
