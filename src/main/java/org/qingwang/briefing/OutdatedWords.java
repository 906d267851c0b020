package org.qingwang.briefing;

import java.math.BigDecimal;
import java.util.Locale;
import org.qingwang.common.BadInput;
import org.qingwang.engine.form.Label;
import org.qingwang.indicator.Indicator;

/**
 * A sentence somebody worded that still names a number its figure no longer comes to.
 *
 * @param language of the text it stands in
 * @param number what the figure came to before it was changed
 */
public record OutdatedWords(Locale language, String sentence, Indicator indicator, BigDecimal number) {

    private static final int MOST_SHOWN = 120;

    BadInput refusal() {
        String shown = sentence.length() <= MOST_SHOWN ? sentence : sentence.substring(0, MOST_SHOWN) + "…";
        return new BadInput(
                "kept",
                "briefing.outdated.refused",
                shown,
                WrittenFigure.of(number),
                new Label(indicator.name().en() + " · " + indicator.name().zh()));
    }
}
