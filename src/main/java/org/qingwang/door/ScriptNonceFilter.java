package org.qingwang.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.StreamUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the scripts of a Camunda page the nonce that the page's own content policy names. Camunda 7.24 hands the nonce
 * from the header to the page through an attribute of the whole servlet context, so a request made at the same moment,
 * by anybody, puts its own in between; the browser then refuses every script and the page never draws.
 */
class ScriptNonceFilter extends OncePerRequestFilter {

    /** The one page of each application; everything else below it is a file. */
    private static final RequestMatcher PAGES =
            Paths.any("/camunda/app/*/{engine:[\\w-]+}", "/camunda/app/*/{engine:[\\w-]+}/");

    private static final Pattern IN_POLICY = Pattern.compile("'nonce-([\\w-]+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[\\w-]*\"");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        String policy = held.getHeader("Content-Security-Policy");
        if (policy != null && isPage(held)) {
            name(nonceOf(policy), held);
        }
        held.copyBodyToResponse();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGES.matches(request);
    }

    private static boolean isPage(HttpServletResponse response) {
        String type = response.getContentType();
        return type != null && MediaType.TEXT_HTML.isCompatibleWith(MediaType.parseMediaType(type));
    }

    private static String nonceOf(String policy) {
        Matcher found = IN_POLICY.matcher(policy);
        if (!found.find()) {
            throw new IllegalStateException("The content policy of Camunda's pages names no nonce: " + policy);
        }
        return found.group(1);
    }

    private static void name(String nonce, ContentCachingResponseWrapper held) throws IOException {
        Charset charset = Charset.forName(held.getCharacterEncoding());
        String page = new String(held.getContentAsByteArray(), charset);
        String named = IN_PAGE.matcher(page).replaceAll("nonce=\"" + nonce + "\"");
        held.resetBuffer();
        StreamUtils.copy(named, charset, held.getOutputStream());
    }
}
