package org.qingwang.platform.web;

import java.util.List;
import java.util.Optional;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.casefile.CaseAgency;
import org.qingwang.casefile.CaseFile;
import org.qingwang.casefile.CaseSection;
import org.qingwang.platform.NoticeService;
import org.qingwang.platform.PlatformNotice;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The notices to platforms that were sent from a case. */
@Component
@Order(30)
class NoticeSection implements CaseSection {

    private final NoticeService notices;

    NoticeSection(NoticeService notices) {
        this.notices = notices;
    }

    /** What the fragment shows. */
    record View(List<PlatformNotice> notices, Actor reader) {

        /** Whether the reader's agency works on the case: the page knows the agencies already. */
        public boolean maySend(List<CaseAgency> agencies) {
            return reader.homeJurisdiction()
                    .filter(home -> agencies.stream()
                            .anyMatch(agency ->
                                    agency.isCurrent() && agency.jurisdiction().equals(home)))
                    .isPresent();
        }
    }

    @Override
    public String fragment() {
        return "platform/case :: casePart";
    }

    @Override
    public Optional<View> of(CaseFile file) {
        return Optional.of(new View(notices.ofCase(file.caseNo()), Actors.current()));
    }
}
