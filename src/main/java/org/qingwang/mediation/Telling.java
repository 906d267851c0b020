package org.qingwang.mediation;

import java.time.LocalDate;

/** When and how both sides were told how mediation ended. */
public record Telling(
        LocalDate complainantToldOn, String complainantToldHow, LocalDate sellerToldOn, String sellerToldHow) {

    public Telling {
        complainantToldHow = Texts.stripped(complainantToldHow);
        sellerToldHow = Texts.stripped(sellerToldHow);
    }

    LocalDate last() {
        return complainantToldOn.isAfter(sellerToldOn) ? complainantToldOn : sellerToldOn;
    }
}
