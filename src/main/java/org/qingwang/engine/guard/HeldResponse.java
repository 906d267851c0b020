package org.qingwang.engine.guard;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds an answer back until it is clear that it is the one to give. */
final class HeldResponse extends ContentCachingResponseWrapper {

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    void release() throws IOException {
        copyBodyToResponse();
    }
}
