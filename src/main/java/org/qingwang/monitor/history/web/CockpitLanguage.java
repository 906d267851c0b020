package org.qingwang.monitor.history.web;

import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/** A tab speaks Cockpit's language: our pages may speak another, where the reader chose one. */
final class CockpitLanguage {

    private CockpitLanguage() {}

    /** @param language {@code zh}; anything else is English */
    static void speak(String language) {
        LocaleContextHolder.setLocale(language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
    }
}
