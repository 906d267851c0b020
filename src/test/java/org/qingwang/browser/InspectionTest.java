package org.qingwang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** If this fails, pale words are found on no page any more, because the look of words is taken for known. */
class InspectionTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final List<String> goodLooks = new ArrayList<>();

    @Test
    void paleWordsAreFoundOnEveryPageThatHasThemAndGoodOnesAreLookedAtOnce() {
        Page page = chromium.window("en-US");
        Inspection.prepare(page);

        assertThat(faults(page, "<p>Words</p>")).isEmpty();
        List<String> known = List.copyOf(goodLooks);
        assertThat(known).isNotEmpty();

        assertThat(faults(page, "<p style='color: #bbb'>Words</p>")).hasSize(1);
        assertThat(faults(page, "<p style='color: #bbb'>Others</p>")).hasSize(1);
        assertThat(faults(page, "<div style='background: #333'><p>Words</p></div>"))
                .hasSize(1);
        assertThat(goodLooks).isEqualTo(known);
    }

    private List<String> faults(Page page, String words) {
        page.navigate("about:blank");
        page.setContent("<main><h1>Words</h1>" + words + "</main>");
        return Inspection.of(page, false, false, goodLooks).stream()
                .filter(fault -> fault.startsWith("color-contrast"))
                .toList();
    }
}
