package org.qingwang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/**
 * The real browser, for the classes that register it. Where there is none the class fails: a test of pages
 * that skips itself tests nothing. A test fails too if anything in the browser's console is an error.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    /** The shell is the same browser without the part that draws windows on a desktop, and takes a third less time. */
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private static final double PATIENCE = 60_000;

    /** What the console says of an answer that a test may well have asked for: nothing failed but the request. */
    private static final String REFUSAL = "Failed to load resource: the server responded with a status of 4";

    private final Queue<String> errors = new ConcurrentLinkedQueue<>();
    private final List<BrowserContext> windows = new ArrayList<>();
    private Browser browser;

    /** The browser of a JVM: starting one for each class would take a second of each. */
    private static final class Running implements CloseableResource {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        browser = test.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Running.class, none -> new Running(), Running.class)
                .browser;
    }

    private static Path program() {
        String named = System.getenv("CHROMIUM");
        List<Path> programs = named == null ? PROGRAMS : List.of(Path.of(named));
        return programs.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no browser at %s: install Debian's chromium or name another in CHROMIUM".formatted(programs)));
    }

    /** A window of its own, with nobody signed in, in this language. */
    Page window(String locale) {
        return open(new Browser.NewContextOptions().setLocale(locale));
    }

    /** A window of its own that knows what another one had in store, its session above all. */
    Page window(String locale, String store) {
        return open(new Browser.NewContextOptions().setLocale(locale).setStorageState(store));
    }

    /** A window of its own in which no script runs. */
    Page windowWithoutScripts(String locale) {
        return open(new Browser.NewContextOptions().setLocale(locale).setJavaScriptEnabled(false));
    }

    private Page open(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options.setViewportSize(1400, 1000));
        windows.add(context);
        // Pages of the web applications take seconds to draw on two busy cores.
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> errors.add(error.error()));
        return context.newPage();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(REFUSAL)) {
            errors.add(message.text() + " at " + message.location());
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getTestInstanceLifecycle().orElseThrow() == TestInstance.Lifecycle.PER_METHOD) {
            closeWindows();
        }
        List<String> complaints = List.copyOf(errors);
        errors.clear();
        assertThat(complaints).as("what the browser complains of").isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        closeWindows();
    }

    /** What is on screen asks for news, and would go on to while other tests run. */
    private void closeWindows() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }
}
