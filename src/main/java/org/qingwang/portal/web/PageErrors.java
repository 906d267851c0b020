package org.qingwang.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.portal.PageProblems;
import org.qingwang.portal.TooOften;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a page answers where nobody nearer did. The API answers for itself, with problem details. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    private final PageProblems problems;

    PageErrors(PageProblems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ModelAndView badInput(BadInput input, HttpServletRequest request) {
        requirePage(input, request);
        return page(HttpStatus.BAD_REQUEST, problems.of(input).sentence());
    }

    /** To whom a thing is not to be shown, it does not exist. */
    @ExceptionHandler
    ModelAndView notAllowed(NotAllowed refusal, HttpServletRequest request) {
        requirePage(refusal, request);
        LOG.info("refused: {}", refusal.getMessage());
        return page(HttpStatus.NOT_FOUND, null);
    }

    @ExceptionHandler
    ModelAndView tooOften(TooOften refusal, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refusal.seconds()));
        return page(HttpStatus.TOO_MANY_REQUESTS, null);
    }

    private static void requirePage(RuntimeException failure, HttpServletRequest request) {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            throw failure;
        }
    }

    private static ModelAndView page(HttpStatus status, String sentence) {
        ModelAndView page = new ModelAndView("error", Map.of("status", status.value()), status);
        page.addObject("sentence", sentence);
        return page;
    }
}
