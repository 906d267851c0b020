package org.qingwang.law;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.qingwang.common.BadInput;

/**
 * A file of law that cannot be taken. Each problem is a sentence that names file, rule, field and value and says what to
 * do; where nobody is there to read a page (at the start) the message holds them in English.
 */
public final class LawFileRefused extends BadInput {

    private static final long serialVersionUID = 1L;

    private final transient List<BadInput> problems;

    LawFileRefused(List<BadInput> problems) {
        super("file", problems.get(0).messageKey(), problems.get(0).arguments());
        this.problems = List.copyOf(problems);
    }

    /** @return what is wrong, at most one problem for each rule */
    public List<BadInput> problems() {
        return problems == null ? List.of(this) : problems;
    }

    @Override
    public String getMessage() {
        ResourceBundle english = ResourceBundle.getBundle("messages.law", Locale.ROOT);
        return problems().stream()
                .map(problem -> new MessageFormat(english.getString(problem.messageKey()), Locale.ROOT)
                        .format(problem.arguments()))
                .collect(Collectors.joining(" "));
    }
}
