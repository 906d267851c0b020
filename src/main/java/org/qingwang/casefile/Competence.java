package org.qingwang.casefile;

import java.util.List;
import org.qingwang.agency.Jurisdiction;

/**
 * Who is competent for a case, as the decision table {@code competence} proposes it.
 *
 * @param decider whose head confirms or overrides: the proposed lead; after a lead declined, the intake, since an organ
 *     without power hands back to the intake and does not pass on (Measures on complaints and reports, 2020, art. 37)
 * @param lead the proposed lead
 * @param assisting agencies proposed to assist
 * @param regionSource where the region comes from
 * @param ruleEn the rule in words, English
 * @param ruleZh the rule in words, Chinese
 * @param legalBasis law and article
 * @param ruleId the rule's id in the table
 * @param decisionReference table and version
 */
public record Competence(
        Jurisdiction decider,
        Jurisdiction lead,
        List<Jurisdiction> assisting,
        RegionSource regionSource,
        String ruleEn,
        String ruleZh,
        String legalBasis,
        String ruleId,
        String decisionReference) {

    public Competence {
        assisting = List.copyOf(assisting);
    }

    /** Where the region of the lead agency comes from. */
    public enum RegionSource {
        /** The seller's place of business. */
        SELLER,
        /** The platform's domicile. */
        PLATFORM,
        /** Where the complaint came in: nothing better is known, or the goods are there. */
        INTAKE;

        /** Key of its name in the message files. */
        public String messageKey() {
            return "casefile.region-source." + name();
        }
    }
}
