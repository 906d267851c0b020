package org.qingwang.complaint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingwang.rights.RightFinding;

/**
 * What the screening table reads.
 *
 * @param missing names of the fields without which the complaint is not complete or shows nothing
 * @param complete whether it says who complains, which right and goods are concerned and who sells
 * @param regionKnown whether a competent region follows from it: the seller's place or the platform's domicile
 * @param primaFacie whether it carries prima facie evidence (E-Commerce Law art. 42): an offer to look at, and what is
 *     wrong with it; or files that show it
 * @param evidenceFiles how many files are attached
 */
public record ScreeningFacts(
        List<String> missing,
        boolean complete,
        boolean regionKnown,
        boolean primaFacie,
        int evidenceFiles,
        RightFinding.Status right,
        Claim claim) {

    public ScreeningFacts {
        missing = List.copyOf(missing);
    }

    static ScreeningFacts of(Complaint complaint, RightFinding right, int evidenceFiles) {
        NewComplaint content = complaint.content();
        return new ScreeningFacts(
                missing(content, evidenceFiles),
                unsaid(content).isEmpty(),
                regionKnown(complaint),
                unshown(content, evidenceFiles).isEmpty(),
                evidenceFiles,
                right.status(),
                complaint.content().claim());
    }

    /** Names of the fields without which a complaint with so many files is not complete or shows nothing. */
    static List<String> missing(NewComplaint content, int evidenceFiles) {
        List<String> missing = new ArrayList<>(unsaid(content));
        missing.addAll(unshown(content, evidenceFiles));
        return missing;
    }

    /** The inputs of the table by name. */
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("complete", complete);
        inputs.put("regionKnown", regionKnown);
        inputs.put("primaFacie", primaFacie);
        inputs.put("evidenceFiles", evidenceFiles);
        inputs.put("rightStatus", right.name());
        inputs.put("claim", claim.name());
        return inputs;
    }

    private static List<String> unsaid(NewComplaint content) {
        List<String> unsaid = new ArrayList<>();
        if (content.complainantType().mustBeNamed()) {
            addIf(content.complainantName() == null, "complainantName", unsaid);
            addIf(content.contact() == null, "contact", unsaid);
        }
        addIf(content.right() == null && content.registrationNo() == null, "right", unsaid);
        addIf(content.goods() == null, "goods", unsaid);
        addIf(content.sellerName() == null && content.listingUrls().isEmpty(), "sellerName", unsaid);
        return unsaid;
    }

    private static List<String> unshown(NewComplaint content, int evidenceFiles) {
        if (evidenceFiles > 0) {
            return List.of();
        }
        List<String> unshown = new ArrayList<>();
        addIf(content.listingUrls().isEmpty(), "listingUrls", unshown);
        addIf(content.description() == null, "description", unshown);
        return unshown;
    }

    private static boolean regionKnown(Complaint complaint) {
        return complaint.content().sellerRegion() != null
                || Platform.ofName(complaint.content().platform())
                        .flatMap(Platform::domicile)
                        .isPresent()
                || complaint.listings().stream()
                        .anyMatch(listing ->
                                listing.platform().flatMap(Platform::domicile).isPresent());
    }

    private static void addIf(boolean missing, String field, List<String> fields) {
        if (missing) {
            fields.add(field);
        }
    }
}
