package org.qingwang.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingwang.common.BadInput;
import org.qingwang.engine.form.Label;
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
        Locale language = LocaleContextHolder.getLocale();
        Object[] arguments = Arrays.stream(input.arguments())
                .map(argument -> argument instanceof Label label ? label.in(language) : argument)
                .toArray();
        return new PageProblem(input.field(), messages.getMessage(input.messageKey(), arguments, language));
    }

    /** All of them, each field once. */
    public FormProblems of(List<BadInput> inputs) {
        Map<String, PageProblem> problems = new LinkedHashMap<>();
        for (BadInput input : inputs) {
            boolean ofFile = input.field().equals(FormProblems.FILE);
            problems.putIfAbsent(ofFile ? input.field() + problems.size() : input.field(), of(input));
        }
        return new FormProblems(List.copyOf(problems.values()));
    }

    /** Puts the sentence into the model and answers with status 400. */
    public void show(BadInput input, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute(PageProblem.ATTRIBUTE, of(input));
    }
}
