package org.qingwang.complaint;

import java.util.Optional;

/**
 * A part of the complaint page that another capability draws. A Spring bean in that capability's web package; the page
 * includes all of them in their {@code @Order}.
 */
public interface ComplaintSection {

    /** Template and fragment, for example {@code mediation/complaint :: complaintPart}; it finds its data as {@code section}. */
    String fragment();

    /** @return what the fragment shows; empty if there is nothing to show for this complaint */
    Optional<?> of(Complaint complaint);
}
