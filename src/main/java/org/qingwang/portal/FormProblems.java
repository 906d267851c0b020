package org.qingwang.portal;

import java.util.List;
import java.util.Optional;

/** Everything that is wrong with a form, for a list above it and a sentence under each field. */
public record FormProblems(List<PageProblem> list) {

    /** The field for files; several of them may be refused at once. */
    public static final String FILE = "file";

    /** A form nobody has complained about yet. */
    public static final FormProblems NONE = new FormProblems(List.of());

    public FormProblems {
        list = List.copyOf(list);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** The sentence for a field; null if nothing is wrong with it. */
    public String at(String field) {
        Optional<PageProblem> problem =
                list.stream().filter(one -> one.at(field)).findFirst();
        return problem.map(PageProblem::sentence).orElse(null);
    }
}
