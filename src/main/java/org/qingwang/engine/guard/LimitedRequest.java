package org.qingwang.engine.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request for a list gets no more than a person could read: without a limit of its own it gets the server's. */
final class LimitedRequest extends HttpServletRequestWrapper {

    /** As {@code query-max-results-limit} in {@code application.yaml}, beyond which the engine refuses. */
    private static final String LIMIT = "maxResults=2000";

    LimitedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getQueryString() {
        String query = super.getQueryString();
        if (query == null || query.isEmpty()) {
            return LIMIT;
        }
        return query.contains("maxResults=") ? query : query + "&" + LIMIT;
    }
}
