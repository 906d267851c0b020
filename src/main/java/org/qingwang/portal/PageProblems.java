package org.qingwang.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.qingwang.common.BadInput;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * Says on a page what is wrong with the form just sent. A page that shows its form again with what was typed catches
 * {@link BadInput}, calls {@link #show} and returns its template, which has {@code ~{problem :: notice}} above the form
 * and {@code ~{problem :: at('field')}} under a field.
 */
@Component
public class PageProblems {

    private final MessageSource messages;

    PageProblems(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence for the reader. */
    public PageProblem of(BadInput input) {
        String sentence = messages.getMessage(input.messageKey(), input.arguments(), LocaleContextHolder.getLocale());
        return new PageProblem(input.field(), sentence);
    }

    /** Puts the sentence into the model and answers with status 400. */
    public void show(BadInput input, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute(PageProblem.ATTRIBUTE, of(input));
    }
}
