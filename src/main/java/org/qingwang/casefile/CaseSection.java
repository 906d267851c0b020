package org.qingwang.casefile;

import java.util.Optional;

/**
 * A part of the case page that another capability draws: an investigation, the evidence. A Spring bean, usually in that
 * capability's web package; the page includes all of them in their {@code @Order}.
 */
public interface CaseSection {

    /** Template and fragment, for example {@code commerce/case :: casePart}; it finds its data as {@code
     * section}. Not called like an HTML element, which Thymeleaf would take for the selector. */
    String fragment();

    /** @return what the fragment shows; empty if there is nothing to show for this case */
    Optional<?> of(CaseFile file);

    /** Whether it also belongs into the summary an officer reads inside a task's form. */
    default boolean inSummary() {
        return false;
    }
}
