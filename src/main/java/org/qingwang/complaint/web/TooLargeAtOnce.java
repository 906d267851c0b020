package org.qingwang.complaint.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.qingwang.evidence.web.EvidenceUploads;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;

/** What somebody without an account reads who sent more with a complaint than any page takes. */
@ControllerAdvice(assignableTypes = {FilePages.class, FollowPages.class})
class TooLargeAtOnce {

    /** Nothing of the request was read: what was typed is only in the browser, one step back. */
    @ExceptionHandler
    String tooLarge(MultipartException failure, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        EvidenceUploads.show(List.of(), model);
        return "complaint/draft-large";
    }
}
