package org.qingwang.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The reader's language: English or Chinese. What the reader chose is kept in a cookie; until then the browser's first
 * choice counts. Also usable outside Spring MVC, for example where Camunda's REST API answers with a sentence of ours.
 */
@Component("localeResolver")
public final class ReaderLanguage extends CookieLocaleResolver {

    private static final String CHINESE = Locale.CHINESE.getLanguage();

    /** @param overTlsAlone whether browsers may send the cookie over TLS alone, as they do the session's */
    public ReaderLanguage(@Value("${server.servlet.session.cookie.secure:false}") boolean overTlsAlone) {
        super("lang");
        setCookieSecure(overTlsAlone);
        setCookiePath("/");
        setCookieSameSite("Lax");
        setCookieHttpOnly(true);
        setCookieMaxAge(Duration.ofDays(365));
        setDefaultLocaleFunction(ReaderLanguage::browserLanguage);
    }

    /** @return Chinese for any Chinese tag, English for everything else: there is no third language */
    @Override
    protected Locale parseLocaleValue(String tag) {
        return supported(Locale.forLanguageTag(tag.replace('_', '-')));
    }

    private static Locale browserLanguage(HttpServletRequest request) {
        return supported(request.getLocale());
    }

    private static Locale supported(Locale locale) {
        return CHINESE.equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
    }
}
