package org.qingwang.print;

import java.io.IOException;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** Writes something in another language than that of the reader who asked for it. */
public final class InLanguage {

    private InLanguage() {}

    /** What is written. */
    @FunctionalInterface
    public interface Writing {
        byte[] write() throws IOException;
    }

    /** @return what was written while the request's language was this one */
    public static byte[] of(Locale language, Writing writing) throws IOException {
        LocaleContext reader = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return writing.write();
        } finally {
            LocaleContextHolder.setLocaleContext(reader);
        }
    }
}
