package org.qingwang.customs;

/** What customs writes to the holder of a right, each time before it acts on what it wrote. */
public enum HolderLetter {
    /** Suspected goods were found; the holder may apply (customs protection regulation art. 16). */
    SUSPICION,
    /** The goods are detained (art. 14, 16). */
    DETENTION,
    /** The goods are confiscated (art. 27). */
    CONFISCATION;

    /** @return whether this letter is to be written, or was, in what stands in the dossier */
    public boolean isDue(Dossier dossier) {
        Stage stage = dossier.detention().stage();
        return switch (this) {
            case SUSPICION ->
                dossier.examination() != null && dossier.examination().route() == Route.EX_OFFICIO;
            case DETENTION -> dossier.detained() != null || stage == Stage.DETENTION;
            case CONFISCATION -> dossier.confiscation().isPresent() || stage == Stage.CONFIRMATION;
        };
    }
}
