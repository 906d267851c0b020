package org.qingwang.pledge.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.qingwang.pledge.returns.BadFiles;
import org.qingwang.portal.PageProblems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says on a page which files and rows were refused: the fragment {@code returns/parts :: refused}. */
@Component
public class FileProblems {

    private static final int SHOWN = 200;

    private final PageProblems problems;

    FileProblems(PageProblems problems) {
        this.problems = problems;
    }

    /**
     * What is wrong, for the reader.
     *
     * @param line 0 if it is the file as a whole
     */
    public record Line(String file, long line, String reason) {}

    /** Puts files and rows into the model and answers with status 400. */
    public void show(BadFiles bad, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        List<Line> lines = bad.rows().stream()
                .limit(SHOWN)
                .map(row -> new Line(
                        row.file(), row.line(), problems.of(row.problem()).sentence()))
                .toList();
        model.addAttribute("refused", lines);
        model.addAttribute("refusedMore", bad.rows().size() - lines.size());
    }
}
