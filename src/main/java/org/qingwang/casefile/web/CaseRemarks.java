package org.qingwang.casefile.web;

import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseService;
import org.qingwang.engine.tasklist.TaskRemarks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** What officers noted in Tasklist at the tasks of a case. A page of its own: most cases have no remark. */
@Controller
class CaseRemarks {

    private final CaseService cases;
    private final TaskRemarks remarks;
    private final CaseVocabulary vocabulary;

    CaseRemarks(CaseService cases, TaskRemarks remarks, CaseVocabulary vocabulary) {
        this.cases = cases;
        this.remarks = remarks;
        this.vocabulary = vocabulary;
    }

    @GetMapping("/desk/cases/{caseNo}/remarks")
    String page(@PathVariable String caseNo, Model model) {
        Actor reader = Actors.current();
        if (!cases.maySee(reader, caseNo)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("caseNo", caseNo);
        model.addAttribute("words", vocabulary.forReader());
        model.addAttribute("remarks", remarks.of(caseNo, reader));
        return "casefile/remarks";
    }
}
