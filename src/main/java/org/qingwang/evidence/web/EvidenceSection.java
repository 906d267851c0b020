package org.qingwang.evidence.web;

import java.util.Optional;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseSection;
import org.qingwang.evidence.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The evidence on the case page. */
@Component
@Order(50)
class EvidenceSection implements CaseSection {

    @Override
    public String fragment() {
        return "evidence/list :: casePart";
    }

    @Override
    public Optional<Subject> of(CaseFile file) {
        return Optional.of(new Subject(Subject.Type.CASE, file.caseNo()));
    }
}
